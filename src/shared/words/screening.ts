import type { ScreeningKind, Suspected } from '../screening.ts'
import { differencesText, LIST_SENTENCES } from './lists.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

/** What a kind of check looks for, as the title of its findings. */
export const SCREENING_TITLES: Record<Lang, Record<ScreeningKind, string>> = {
  zh: {
    缺表: '应报的表没有报',
    空表: '整张表没有数',
    空壳: '要素不全：学生、班、教师、占地有缺（三无学校）',
    增减: '比上年增减过大',
    升级: '年级人数与上年低一年级相差过大',
    离群: '与同类学校相差悬殊',
    量级: '计量单位或小数点可能填错',
    照抄: '数据雷同：与上年或别校的表逐格相同',
    尾数: '数字不像实际统计',
    换列: '行列填反：两列或两行可能互换',
  },
  en: {
    缺表: 'A table that is due was not sent',
    空表: 'A table without any figure',
    空壳: 'Pupils, classes, teachers or ground lacking',
    增减: 'Moved too far since last year',
    升级: 'A grade far from the grade below a year ago',
    离群: 'Far from like schools',
    量级: 'Unit or decimal point may be wrong',
    照抄: 'The same, figure by figure, as last year or another school',
    尾数: 'Figures that do not look counted',
    换列: 'Two columns or rows may be exchanged',
  },
}

/** A figure in the wrong unit: held against like schools, against last year; and the same in more cells. */
const SLIPS = {
  zh: {
    peers:
      '{what}填 {value}{unit}，同类 {schools} 所学校的中位数是 {against}{unit}；相差 {factor} 倍左右，计量单位或小数点填对了应是 {fits}{unit}',
    last: '{what}填 {value}{unit}，上年是 {against}{unit}；相差 {factor} 倍左右，计量单位或小数点填对了应是 {fits}{unit}',
    more: '；同表另有 {others} 格也这样',
  },
  en: {
    peers:
      '{what} is {value} {unit}; the median of {schools} like schools is {against} {unit}: about {factor} times apart; with the unit or decimal point put right it is {fits} {unit}',
    last: '{what} is {value} {unit}, last year {against} {unit}: about {factor} times apart; with the unit or decimal point put right it is {fits} {unit}',
    more: '; so are {others} more cells of the table',
  },
}

/** Why something is suspected: the evidence in one sentence. */
const SENTENCES: Record<Lang, Record<string, string>> = {
  zh: {
    'missing-table': '应报 {due} 张表，已报 {sent} 张，缺 {table} {title}',
    'blank-return': '各张表都是空白或 0',
    'blank-table': '{table} {title} 全是空白或 0；同类 {of} 所学校中 {with} 所有数',
    'blank-since-last-year': '{table} {title} 全是空白或 0；上年这张表有 {before} 格有数',
    'empty-shell': '{lacking}为 0，而{there}',
    grown:
      '{what}由上年 {before} {unit}增至 {now} {unit}（+{by}，+{share}%），超出 ±{percent}% 且多于 {least}',
    shrunk:
      '{what}由上年 {before} {unit}减至 {now} {unit}（−{by}，−{share}%），超出 ±{percent}% 且多于 {least}',
    'too-many-risen':
      '{grade} {now} 人，上年低一年级 {before} 人、直接进入 {came} 人，多 {by} 人；报表所列变动共 {moved} 人，最多容许 {allowed}',
    'too-few-risen':
      '{grade} {now} 人，上年低一年级 {before} 人、直接进入 {came} 人，少 {by} 人；报表所列变动共 {moved} 人，最多容许 {allowed}',
    'ratio-high':
      '{what} {value}，是同类同规模 {schools} 所学校中位数 {median} 的 {factor} 倍；常见在 {low}–{high}',
    'ratio-low':
      '{what} {value}，只有同类同规模 {schools} 所学校中位数 {median} 的 {share}%；常见在 {low}–{high}',
    'unit-slip': SLIPS.zh.peers,
    'unit-slip-many': SLIPS.zh.peers + SLIPS.zh.more,
    'unit-slip-last-year': SLIPS.zh.last,
    'unit-slip-last-year-many': SLIPS.zh.last + SLIPS.zh.more,
    'copied-last-year':
      '{table} {title} 的 {figures} 个数与上年逐格相同；同类 {of} 所学校中只有 {same} 所这样',
    'copied-school': '{table} {title} 的 {figures} 个数与{other}逐格相同',
    rounded: '{table} {title} 的 {figures} 个数尾数全是 0 或 5',
    repeated: '{table} {column} 连续 {figures} 行都是 {value}',
    'columns-swapped':
      '{table} 的“{a}”与“{b}”两列换回后，与上年之差由 {now} 缩到 {put}（{lines} 行）',
    'rows-swapped': '{table} 的“{a}”与“{b}”两行换回后，与上年之差由 {now} 缩到 {put}（{lines} 列）',
  },
  en: {
    'missing-table': '{sent} of {due} tables sent; {table} {title} is missing',
    'blank-return': 'every table is blank or 0',
    'blank-table':
      '{table} {title} is all blank or 0; {with} of {of} like schools have figures in it',
    'blank-since-last-year':
      '{table} {title} is all blank or 0; last year {before} cells had figures',
    'empty-shell': '{lacking} is 0, but {there}',
    grown:
      '{what} grew from {before} to {now} (+{by}, +{share}%): more than ±{percent}% and more than {least}',
    shrunk:
      '{what} fell from {before} to {now} (−{by}, −{share}%): more than ±{percent}% and more than {least}',
    'too-many-risen':
      '{grade} has {now}; the grade below had {before} a year ago and {came} came straight in: {by} too many; moves reported {moved}, at most {allowed} allowed',
    'too-few-risen':
      '{grade} has {now}; the grade below had {before} a year ago and {came} came straight in: {by} too few; moves reported {moved}, at most {allowed} allowed',
    'ratio-high':
      '{what} {value} is {factor} times the median {median} of {schools} like schools; usual {low}–{high}',
    'ratio-low':
      '{what} {value} is only {share}% of the median {median} of {schools} like schools; usual {low}–{high}',
    'unit-slip': SLIPS.en.peers,
    'unit-slip-many': SLIPS.en.peers + SLIPS.en.more,
    'unit-slip-last-year': SLIPS.en.last,
    'unit-slip-last-year-many': SLIPS.en.last + SLIPS.en.more,
    'copied-last-year':
      'the {figures} figures of {table} {title} are last year’s, cell by cell; so at {same} of {of} like schools',
    'copied-school': 'the {figures} figures of {table} {title} are those of {other}, cell by cell',
    rounded: 'all {figures} figures of {table} {title} end in 0 or 5',
    repeated: '{table} {column}: {figures} rows in a row are {value}',
    'columns-swapped':
      '{table}: with columns “{a}” and “{b}” put back, the distance to last year falls from {now} to {put} ({lines} rows)',
    'rows-swapped':
      '{table}: with rows “{a}” and “{b}” put back, the distance to last year falls from {now} to {put} ({lines} columns)',
  },
}

/** The evidence for a suspicion in a sentence, without a full stop. */
export function suspectedText(lang: Lang, { code, params }: Suspected): string {
  const sentence = SENTENCES[lang][code] ?? LIST_SENTENCES[lang][code]
  if (sentence === undefined) return code
  const { says } = params
  const told =
    says === undefined ? params : { ...params, says: differencesText(lang, String(says)) }
  return fill(sentence, told).trimStart()
}
