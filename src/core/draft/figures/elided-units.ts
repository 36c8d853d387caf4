import { multiplyExact } from '../../../shared/exact.ts'
import { MONEY_NOUNS, PEOPLE_NOUNS } from '../lexicon/unit-nouns.ts'
import { SCALES, UNITS } from '../lexicon/units.ts'
import type { Unit } from '../lexicon/units.ts'
import type { Quantity } from '../numerals/quantity.ts'

/** 由6.8增至7.9平方米: the unit stands behind the second. */
const BECAME =
  /^ ?(?:增加|增长|提高|提升|上升|扩大|增|升|下降|降低|减少|缩小|回落|降|减)?(?:到|至|为) ?$/u
/** Between two members of a list; verbs of a change may stand there: 上升2.3个和下降1.4个百分点. */
const LISTED =
  /^ ?(?:、|和|及|与|以及|或)(?:分别)?(?:增加|增长|提高|上升|提升|下降|减少|降低|回落)?了? ?-?$/u
const POINT_PART = '个'

/**
 * Quantities with the units that the text leaves out: in a list the unit stands once, at its end
 * (0.08个、2.35个百分点; 12、15和20人), and a scaled number takes that of its noun or of the
 * quantity before (人口78万; 财政拨款4453万). What stays without a unit is left so.
 */
export function withElidedUnits(text: string, quantities: readonly Quantity[]): Quantity[] {
  const result = [...quantities]
  for (let index = result.length - 2; index >= 0; index--) {
    const [one, next] = [result[index], result[index + 1]]
    if (one === undefined || next === undefined || next.unit === null) continue
    const between = text.slice(one.end, next.start)
    if (one.unit === null && BECAME.test(between)) result[index] = listed(one, next)
    if (!LISTED.test(between)) continue
    if (one.unit === null) result[index] = listed(one, next)
    else if (one.quotedUnit === POINT_PART && next.unit.sort === 'points')
      result[index] = { ...one, unit: next.unit, rounding: 'rounded' }
  }
  result.forEach((one, index) => {
    if (one.unit === null && one.scale !== '') result[index] = scaled(text, one, result[index - 1])
  })
  return result
}

function listed(one: Quantity, next: Quantity): Quantity {
  const unit = next.unit
  const factor = one.scale === '' ? (SCALES.get(next.scale) ?? 1n) : 1n
  const times = { units: factor, scale: 0 }
  return {
    ...one,
    unit,
    value: one.value === null ? null : multiplyExact(one.value, times),
    step: multiplyExact(one.step, times),
    scale: one.scale === '' ? next.scale : one.scale,
    rounding: next.rounding === 'rounded' ? 'rounded' : one.rounding,
  }
}

/** Persons right behind a number without a unit: 1.36万乡村教师, 3万余名 has its own. */
const PERSONS_BEHIND =
  /^余?(?:农村|乡村|城镇|城区|贫困|困难|在校|中小|大|小|初|高)*(?:学生|师生|教师|教职工|幼儿|儿童|考生|新生|党员|群众|家长)(?![均办工活])/u

function scaled(text: string, one: Quantity, last: Quantity | undefined): Quantity {
  const before = text.slice(Math.max(0, one.start - 24), one.start)
  const sort = last?.unit?.sort
  // 惠及1.36万乡村教师: the noun behind says it before those before it do.
  const behind = PERSONS_BEHIND.test(text.slice(one.end, one.end + 8)) ? UNITS.get('人') : undefined
  if (behind !== undefined) return { ...one, unit: behind }
  const goesOn = sort === 'money' || sort === 'people' || sort === 'plain'
  return { ...one, unit: nounUnit(before) ?? (goesOn ? (last?.unit ?? null) : null) }
}

/** The unit of the last noun that has one: 在校生 人, 投资 元. */
export function nounUnit(before: string): Unit | null {
  const [people, money] = [lastOf(before, PEOPLE_NOUNS), lastOf(before, MONEY_NOUNS)]
  if (people < 0 && money < 0) return null
  return UNITS.get(people > money ? '人' : '元') ?? null
}

function lastOf(text: string, words: RegExp): number {
  let at = -1
  for (const match of text.matchAll(words)) at = match.index + match[0].length
  return at
}
