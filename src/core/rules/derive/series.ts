import { enumerator, isRest, namesMen, namesWomen } from './words.ts'

/**
 * Lists of labels that divide a whole without remainder by what they say themselves: boys and
 * girls, grades from the first, age and size bands open at both ends, degrees down to 以下,
 * 一、二、三、. Only such lists make a hard balance.
 *
 * @param labels bare labels of neighbouring lines
 * @returns runs as indices into `labels`; each run by itself adds up to the whole
 */
export function closedSeries(labels: string[]): number[][] {
  return [sexes(labels), grades(labels), bands(labels), degrees(labels), numbered(labels)].filter(
    (run): run is number[] => run !== null,
  )
}

/** Whether a list ends with 其他, so that nothing is left outside it. */
export function endsWithRest(labels: string[]): boolean {
  return labels.length >= 3 && isRest(labels.at(-1) ?? '') && labels.filter(isRest).length === 1
}

function sexes(labels: string[]): number[] | null {
  const men = labels.findIndex(namesMen)
  const women = labels.findIndex(namesWomen)
  const alone = labels.filter(namesMen).length === 1 && labels.filter(namesWomen).length === 1
  return alone && Math.abs(men - women) === 1 ? [men, women].sort((a, b) => a - b) : null
}

const GRADES = [
  ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级', '七年级', '八年级', '九年级'],
  ['七年级', '八年级', '九年级'],
  ['初一', '初二', '初三', '初四'],
  ['高一', '高二', '高三'],
  ['托班', '小班', '中班', '大班'],
  ['小班', '中班', '大班'],
]

/** Grades from the first on; every label that speaks of grades or kindergarten groups must be among them. */
function grades(labels: string[]): number[] | null {
  const speaking = labels.flatMap((label, at) =>
    /年级|[托小中大]班|^[初高][一二三四]/u.test(label) ? [at] : [],
  )
  if (speaking.length < 2 || !inARow(speaking)) return null
  const words = speaking.map((at) => labels[at] ?? '')
  const known = GRADES.some((grade) => words.every((word, at) => word === grade[at]))
  const whole =
    known && (words[0] !== '托班' && words[0] !== '小班' ? true : words.at(-1) === '大班')
  return whole ? speaking : null
}

const LOWER = /及以下|以下|以内|未满|不足|不到|^[<≤＜]/u
const UPPER = /及以上|以上|^[>≥＞]/u

/** Bands of ages or sizes, open below at one end and above at the other. */
function bands(labels: string[]): number[] | null {
  const counted = labels.flatMap((label, at) =>
    /\d/.test(label) && enumerator(label) === 0 ? [at] : [],
  )
  if (counted.length < 2 || !inARow(counted)) return null
  const [first = '', last = ''] = [labels[counted[0] ?? 0], labels[counted.at(-1) ?? 0]]
  const open = (LOWER.test(first) && UPPER.test(last)) || (UPPER.test(first) && LOWER.test(last))
  const inner = counted.slice(1, -1).map((at) => labels[at] ?? '')
  return open && inner.every((label) => !LOWER.test(label) && !UPPER.test(label)) ? counted : null
}

const DEGREE = /博士|硕士|研究生|本科|专科|大专|高中|中专|中师|初中/u

/** Degrees from 博士 or 研究生 down to one that ends with 以下. */
function degrees(labels: string[]): number[] | null {
  const named = labels.flatMap((label, at) => (DEGREE.test(label) && !/\d/.test(label) ? [at] : []))
  if (named.length < 3 || !inARow(named)) return null
  const words = named.map((at) => labels[at] ?? '')
  const open = words.filter((word) => word.endsWith('以下'))
  const whole = /^(?:博士|研究生)/u.test(words[0] ?? '') && open.length === 1
  return whole && words.at(-1)?.endsWith('以下') === true ? named : null
}

/** 一、二、三、 from the first on. */
function numbered(labels: string[]): number[] | null {
  const main = labels.flatMap((label, at) => (enumerator(label) > 0 ? [at] : []))
  const whole = main.every((at, index) => enumerator(labels[at] ?? '') === index + 1)
  return main.length >= 2 && main.length === labels.length && whole ? main : null
}

function inARow(places: number[]): boolean {
  return places.every((place, index) => index === 0 || place === (places[index - 1] ?? 0) + 1)
}
