import type { RollupCounty, RollupTrouble, RollupTroubleCode } from '../rollup.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

/** Where a county's partition was written. */
export function partitionText(lang: Lang, at: string): string {
  return fill(lang === 'zh' ? '已写入 {at}' : 'written: {at}', { at })
}

/** Figures that stand beside their column as texts, because it cannot hold them exactly. */
export function besideText(lang: Lang, count: number): string {
  return fill(
    lang === 'zh'
      ? '有 {count} 个数超出列的范围（整数 12 位、小数 6 位），原样写在 adopted_text 列，按 docs/lake.md 的写法合计时已算入。'
      : '{count} figures do not fit their column (12 digits before, 6 behind the point) and stand in adopted_text as written; totals as docs/lake.md forms them take them in.',
    { count },
  )
}

const TROUBLES: Record<Lang, Record<RollupTroubleCode, string>> = {
  zh: {
    'county-missing': '{county}：没有数据，全市数不含它。请该县导出列式数据，或放入它的 .huishu。',
    'partition-damaged': '{county}：数据不完整（{file} {why}），没有计入。请该县重新导出。',
    'partition-newer':
      '{county}：数据由另一版本写成（格式 {schema}，本程序认识 {known}），没有计入。请升级程序，或由该县重新导出。',
    'county-twice':
      '{county}：有两个不同的统计库都叫这个县（{titles}），不能判断哪个对，都没有计入。请移走一个，或更正县名。',
    'same-name': '{county}：{cities} 都有叫这个名字的县，分别计入，名称前加了市名。',
    'collection-refused': '{county}：{why}',
    'collection-incomplete': '{county}：已计入，但{why}',
    'partition-outdated':
      '{county}：同一个统计库有几份，数不同；按记录最长（{links} 条）的一份计入，另一份 {other} 条。请移走旧的，或重新导出。',
    'county-under-two-names':
      '{county}：与“{other}”是同一个统计库，数也完全相同；两个都已计入，全市数可能重复。如是同一个县，请移走一个。',
    'collection-copied': '{county}：与“{other}”的统计库是复制来的，数不同；都已计入，请核对县名。',
    'reference-date-differs': '{county}：时点是 {date}，多数县是 {usual}；已计入，请核对。',
    'rules-differ': '{county}：审核规则与多数县不同，错误数、疑问数不可直接比较。',
    'form-missing': '{county}：没有表“{form} {title}”，全市这张表不含它。',
    'form-only-here': '{county}：表“{form} {title}”多数县没有，单列在后。',
    'items-left-out': '{county}：表“{form}”有 {count} 项在全市表中找不到对应，没有计入：{items}。',
    'items-moved': '{county}：表“{form}”有 {count} 项代码不同，按行列名称对应计入：{items}。',
    'unit-differs': '{county}：表“{form}”有 {count} 项单位不同，不能相加，没有计入：{items}。',
    'indicator-differs': '{county}：指标“{title}”的定义与多数县不同，没有并入全市的这个指标。',
    'indicator-not-added': '指标“{title}”不能由各县的数合成（如差异系数、外部比例），全市不出数。',
    'no-last-year': '{county}：没有上年数据，比较时不含它。',
    'county-changed':
      '{county}：打开全市以后，它的数据又有改动或重新导出；这里还是打开时的数，请重新读取。',
  },
  en: {
    'county-missing':
      '{county}: no data; the city’s figures are without it. Have it export columnar data, or put its .huishu here.',
    'partition-damaged':
      '{county}: its data are not whole ({file} {why}) and were not taken. Have it export again.',
    'partition-newer':
      '{county}: written by another version (schema {schema}, known here: {known}); not taken. Upgrade, or have it export again.',
    'county-twice':
      '{county}: two different collections bear this county’s name ({titles}); which is right cannot be told, and neither was taken. Move one away, or correct the name.',
    'same-name':
      '{county}: {cities} each have a county of this name; both are in, with the city before the name.',
    'collection-refused': '{county}: {why}',
    'collection-incomplete': '{county}: taken, but: {why}',
    'partition-outdated':
      '{county}: one collection is there several times with other figures; the one with the longest record ({links} entries) was taken, another has {other}. Move the old one away, or export again.',
    'county-under-two-names':
      '{county}: is the same collection as “{other}”, with the same figures; both are in, and the city may count them twice. If they are one county, move one away.',
    'collection-copied':
      '{county}: its collection was copied from the same one as that of “{other}”; the figures differ, both are in. Please check the counties’ names.',
    'reference-date-differs':
      '{county}: reference date {date}, of most counties {usual}; taken, please check.',
    'rules-differ':
      '{county}: checks by other rules than most; errors and queries cannot be compared.',
    'form-missing': '{county}: has no form “{form} {title}”; the city’s is without it.',
    'form-only-here':
      '{county}: form “{form} {title}” is not in most counties; it stands at the end.',
    'items-left-out':
      '{county}: {count} items of form “{form}” have no place in the city’s and are not in it: {items}.',
    'items-moved':
      '{county}: {count} items of form “{form}” have other codes and were lined up by their labels: {items}.',
    'unit-differs':
      '{county}: {count} items of form “{form}” are in other units, cannot be added and are not in it: {items}.',
    'indicator-differs':
      '{county}: indicator “{title}” is defined otherwise than in most counties and is not in the city’s.',
    'indicator-not-added':
      'Indicator “{title}” cannot be formed of counties’ figures (variation, other offices’ shares); the city has none.',
    'no-last-year': '{county}: no data of last year; comparisons are without it.',
    'county-changed':
      '{county}: was worked on or exported anew since the city was opened; figures here are those of then. Read it again.',
  },
}

const WHY: Record<Lang, Record<string, string>> = {
  zh: {
    gone: '不在',
    unreadable: '无法读取',
    size: '大小不符',
    hash: '内容被改动或损坏',
    'broken-off': '上次导出中断',
  },
  en: {
    gone: 'is not there',
    unreadable: 'cannot be read',
    size: 'has another size',
    hash: 'was altered or damaged',
    'broken-off': 'the last export was broken off',
  },
}

/** What a roll-up has to say of a county. */
export function rollupTroubleText(lang: Lang, { code, county, params }: RollupTrouble): string {
  const why = String(params['why'] ?? '')
  const said = code === 'partition-damaged' ? (WHY[lang][why] ?? why) : why
  return fill(TROUBLES[lang][code], { ...params, county, why: said })
}

/** The table of counties, a line each, for the command line. */
export function rollupCountyText(lang: Lang, one: RollupCounty): string {
  const zh = lang === 'zh'
  if (!one.in) {
    const [in_zh, in_en] = one.why === 'refused' ? ['没有计入', 'not taken'] : ['未交', 'missing']
    return fill(`{name}\t${zh ? in_zh : in_en}`, { name: one.name })
  }
  const signed =
    one.signedBy === null
      ? zh
        ? '未审定'
        : 'not signed off'
      : one.signedCurrent
        ? zh
          ? `已审定（${one.signedBy}）`
          : `signed off (${one.signedBy})`
        : zh
          ? `审定后有改动（${one.signedBy}）`
          : `changed since signed off (${one.signedBy})`
  return fill(
    zh
      ? '{name}\t已报 {reported}/{expected}\t错误 {errors}\t待说明 {unexplained}\t{signed}'
      : '{name}\tin {reported}/{expected}\terrors {errors}\tunexplained {unexplained}\t{signed}',
    {
      name: one.name,
      reported: one.reported,
      expected: one.expected,
      errors: one.errors,
      unexplained: one.unexplained,
      signed,
    },
  )
}
