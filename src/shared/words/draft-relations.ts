import type { RelationRule, RelationWhy, Slip } from '../draft-rules.ts'
import { fill } from './template.ts'
import type { Lang } from './template.ts'

/** What does not fit, for the person who must mend the text. */
const BROKEN: Record<Lang, Record<RelationRule, string>> = {
  zh: {
    sum: '各部分相加得 {computed}，文中总数是 {quoted}，对不上；请核对总数与各部分。',
    'column-sum': '下文各项相加得 {computed}，上文总数是 {quoted}，对不上；请核对总数与各项。',
    part: '部分 {computed} 大于所属的全体 {quoted}；请核对这两个数。',
    rest: '各项与其余相加得 {computed}，文中总数是 {quoted}，对不上；请核对。',
    balance: '按 {formula} 应剩 {computed}，文中写的是 {quoted}；请核对三个数。',
    share: '占比不符：{formula}，算得 {computed}，文中写的是 {quoted}；请核对分子、分母和百分比。',
    rate: '比率不符：{formula}，算得 {computed}，文中写的是 {quoted}；请核对分子、分母和比率。',
    'shares-whole': '各部分占比相加得 {computed}，应为 {quoted}；请核对各占比。',
    change: '本年数减上年数得 {computed}，文中增减数是 {quoted}；请核对三个数和增减方向。',
    growth: '增减幅度不符：{formula}，算得 {computed}，文中写的是 {quoted}；请核对数、幅度和方向。',
    points: '两个比率相差 {computed}，文中写的是 {quoted}；请核对两个比率和相差的百分点。',
    'from-to': '写的是{formula}，而前后两数的大小与升降方向相反；请核对两数和升降用词。',
    average:
      '平均数不符：{formula}，算得 {computed}，文中写的是 {quoted}；请核对总数、个数和平均数。',
    ratio:
      '生师比不符：{formula}，算得 {computed}，文中写的是 {quoted}；请核对学生数、教师数和生师比。',
    between: '总体的 {quoted} 不在各部分（{computed}）之间；请核对总体和各部分。',
    gap: '两数相差 {computed}，文中写的是 {quoted}；请核对两数和相差数。',
    named: '列出名称的有 {computed} 个，文中写的是 {quoted}；请核对名单和个数。',
    all: '说的是全部，应为 {computed}，文中写的是 {quoted}；请核对。',
    unit: '{quoted} 与并列各数相差悬殊（按“万”计为 {computed}），疑单位有误；请核对单位。',
    cost: '单位造价约 {computed}，明显不合常情（{formula}）；请核对金额和面积。',
  },
  en: {
    sum: 'The parts come to {computed}; the total quoted is {quoted}. Check the total and its parts.',
    'column-sum':
      'What follows comes to {computed}; the total above is {quoted}. Check the total and its items.',
    part: 'The part {computed} is larger than its whole {quoted}. Check both figures.',
    rest: 'The items and the rest come to {computed}; the total quoted is {quoted}. Check them.',
    balance:
      'By {formula}, {computed} should be left; the text says {quoted}. Check the three figures.',
    share:
      'The share does not fit: {formula} gives {computed}; the text says {quoted}. Check part, whole and share.',
    rate: 'The rate does not fit: {formula} gives {computed}; the text says {quoted}. Check part, whole and rate.',
    'shares-whole': 'The shares come to {computed} instead of {quoted}. Check them.',
    change:
      'This year less last year gives {computed}; the change quoted is {quoted}. Check the figures and the direction.',
    growth:
      'The growth does not fit: {formula} gives {computed}; the text says {quoted}. Check figures, percentage and direction.',
    points:
      'The rates differ by {computed}; the text says {quoted}. Check the rates and the points.',
    'from-to':
      'The text says {formula}, but the figures go the other way. Check figures and words.',
    average:
      'The average does not fit: {formula} gives {computed}; the text says {quoted}. Check total, count and average.',
    ratio:
      'The ratio does not fit: {formula} gives {computed}; the text says {quoted}. Check pupils, teachers and ratio.',
    between:
      'The whole’s {quoted} does not lie between those of its parts ({computed}). Check them.',
    gap: 'The figures differ by {computed}; the text says {quoted}. Check them.',
    named: '{computed} are named; the text says {quoted}. Check the list and the count.',
    all: 'The text says all, which is {computed}, and {quoted}. Check it.',
    unit: '{quoted} is far from the figures beside it (in ten thousands: {computed}). Check its unit.',
    cost: 'About {computed} a unit is hardly possible ({formula}). Check amount and area.',
  },
}

const HOLDS: Record<Lang, string> = {
  zh: '{formula}，相符。',
  en: '{formula}: it fits.',
}
const OPEN: Record<Lang, string> = {
  zh: '{formula}，算得 {computed}；文中没有说明二者必须相等（可能没有列全，或口径不同，或是约数），请自行判断。',
  en: '{formula} gives {computed}; the text does not say that they must be equal (parts may be left out). Judge for yourself.',
}

/** What happened to a figure, in a few words. */
const SLIP_NAMES: Record<Lang, Record<Slip, string>> = {
  zh: {
    'scale-missing': '漏写“万”或“亿”',
    'scale-added': '多写“万”或“亿”',
    direction: '增减方向写反',
    swapped: '两位数字颠倒',
    point: '小数点错位',
    digit: '一位数字有误',
    added: '多写一位数字',
    missing: '漏写一位数字',
    'percent-for-points': '“个百分点”误写为“%”',
    'points-for-percent': '“%”误写为“个百分点”',
  },
  en: {
    'scale-missing': '万 or 亿 left out',
    'scale-added': '万 or 亿 too many',
    direction: 'the opposite direction',
    swapped: 'two digits exchanged',
    point: 'the decimal point off',
    digit: 'one digit wrong',
    added: 'a digit too many',
    missing: 'a digit left out',
    'percent-for-points': '% for percentage points',
    'points-for-percent': 'percentage points for %',
  },
}

const MEND = {
  zh: {
    slip: '“{from}”可能应为“{to}”（{slip}），改后相符。',
    direction: '“{from}”的增减方向可能写反，改后相符。',
    value: '按其他各数推算，“{quoted}”应为 {computed}。',
    'last-year': '“{text}”与文中的上年数相同，可能误留了上年数。',
    above: '“{text}”与上文的数相同，可能抄串了行。',
  },
  en: {
    slip: '“{from}” may be meant as “{to}” ({slip}); then it fits.',
    direction: 'The direction of “{from}” may be the opposite; then it fits.',
    value: 'By the other figures, “{quoted}” should be {computed}.',
    'last-year': '“{text}” is also last year’s figure; it may have been left standing.',
    above: '“{text}” stands above too; it may have been copied from the line above.',
  },
} satisfies Record<Lang, Record<string, string>>

/** What is said of a relation, in a sentence. */
export function relationText(lang: Lang, why: RelationWhy): string {
  const { rule, verdict, formula, computed, quoted } = why
  const sentence =
    verdict === 'inconsistent'
      ? BROKEN[lang][rule]
      : verdict === 'consistent'
        ? HOLDS[lang]
        : OPEN[lang]
  return fill(sentence, { formula, computed, quoted })
}

/** The reading that would fit; null where the relation holds or none is known. */
export function relationSuggestion(lang: Lang, why: RelationWhy): string | null {
  if (why.verdict !== 'inconsistent') return null
  const words = MEND[lang]
  const { slip, copied } = why
  const parts: string[] = []
  if (copied !== null) parts.push(fill(words[copied.from], { text: copied.text }))
  if (slip !== null)
    parts.push(
      slip.kind === 'direction'
        ? fill(words.direction, { from: slip.from })
        : fill(words.slip, { from: slip.from, to: slip.to, slip: SLIP_NAMES[lang][slip.kind] }),
    )
  else if (VALUED.has(why.rule))
    parts.push(fill(words.value, { quoted: why.quoted, computed: why.computed }))
  return parts.length === 0 ? null : parts.join(lang === 'zh' ? '' : ' ')
}

/** Rules whose quoted side is one figure that the others give. */
const VALUED: ReadonlySet<RelationRule> = new Set([
  'sum',
  'column-sum',
  'rest',
  'balance',
  'share',
  'rate',
  'change',
  'growth',
  'points',
  'average',
  'ratio',
  'gap',
  'named',
  'all',
])
