import type { Indicator, Side } from './indicator.ts'
import { leavesOf } from './leaves.ts'
import type { Leaf } from './leaves.ts'
import { itemsRead } from './items-read.ts'
import type { Year } from './year.ts'
import { compare, over, numberOf, showNumber, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { unitMeasure, unitName } from '../cells/unit-size.ts'
import type { UnitMeasure, UnitSize } from '../cells/unit-size.ts'
import { headSize } from './head-size.ts'

/** A figure of another office whose unit does not fit where an indicator uses it. */
export interface UnitClash {
  name: string
  /** As it is kept. */
  value: string
  unit: string
  /** The unit that would fit, and the value in it; null where the kinds differ (元 over 人). */
  wanted: string
  converted: string | null
  /** Whether `converted` is the value to the last digit: 1 亩 has no end in 平方米. */
  exact: boolean
}

/** What of a year is needed to know units. */
type Known = Pick<Year, 'forms' | 'form' | 'external' | 'externalUnit'>

/** The unit of a side: kind null where it is not given; what it is for each of. */
type Measure = UnitMeasure

/**
 * Whether the figures of other offices in an indicator are counted in the unit that it takes them
 * for. The published value is numerator ÷ denominator × scale in the indicator's unit; so
 * size(numerator) ÷ size(denominator) must be size(unit) × scale. 12,345 人 over 1.2345 万人 would
 * otherwise be 10,000 times too large. Units that differ and are not known to be the same are
 * refused too: GB are not TB, 人次 not 人.
 *
 * A figure without a unit is not judged. An item without one is taken to be counted in ones.
 */
export function unitClash(indicator: Indicator, year: Known): UnitClash | null {
  const { numerator, denominator, scale } = indicator
  // Most indicators name no figure of another office: nothing to judge.
  const sides = denominator === null ? [numerator] : [numerator, denominator]
  if (sides.every((side) => externalsIn(side).length === 0)) return null
  const own = unitMeasure(indicator.unit)
  const factor = numberOf(scale) ?? 1
  const mixed =
    mixedUnits(numerator, year) ?? (denominator === null ? null : mixedUnits(denominator, year))
  if (mixed !== null) return mixed
  const top = measureOfSide(numerator, year)
  if (top === null) return null
  if (denominator === null) {
    if (own === null) return null
    return clashIn(numerator, top, { ...own, size: times(own.size, factor) }, year)
  }
  const bottom = measureOfSide(denominator, year)
  if (bottom === null) return null
  const sidesOf = { numerator, denominator, top, bottom, factor }
  // A share or ratio of one kind: both sides in the same unit, but for the scale.
  return own === null || own.kind === ''
    ? clashOfRatio(indicator, own?.size ?? 1, sidesOf, year)
    : clashPerHead(indicator, own, sidesOf, year)
}

interface Sides {
  numerator: Side
  denominator: Side
  top: Measure
  bottom: Measure
  factor: Num
}

function clashOfRatio(
  { unit }: Indicator,
  own: Num,
  { numerator, denominator, top, bottom, factor }: Sides,
  year: Known,
): UnitClash | null {
  if (!alike(top, bottom)) {
    // 元 over 元 is a share; 元 over 人 with no unit of its own is not judged.
    if (!/[%‰成]/u.test(unit.normalize('NFKC'))) return null
    const [below] = externalsIn(denominator)
    const [above] = externalsIn(numerator)
    if (below !== undefined) return clashOf(below, bottom, top, year)
    return above === undefined ? null : clashOf(above, top, bottom, year)
  }
  const wanted = times(own, factor)
  return (
    clashIn(numerator, top, { ...bottom, size: times(bottom.size, wanted) }, year) ??
    clashIn(denominator, bottom, { ...top, size: over(top.size, wanted) ?? 1 }, year)
  )
}

/**
 * So much a head: the first part of the unit is the numerator's, the rest the denominator's. What a
 * head is (1 人, 100 人) is told by the unit (台/百人) or the title (每万人口…); where neither does, a
 * scale may mean "for 100", so only figures counted in 万 or 亿 are judged, and none where both
 * sides are of one kind (人 for 10,000 人).
 */
function clashPerHead(
  indicator: Indicator,
  own: Measure,
  { numerator, denominator, top, bottom, factor }: Sides,
  year: Known,
): UnitClash | null {
  if (!sameKind(top.kind, own.kind)) {
    const [above] = externalsIn(numerator)
    return above === undefined ? null : clashOf(above, top, { ...own, per: null }, year)
  }
  // Already so much a head, and taken over heads again: nobody can say what it is of.
  if (top.per !== null) return null
  if (own.per !== null && !sameKind(own.per.kind, bottom.kind)) {
    const [below] = externalsIn(denominator)
    const head = { kind: own.per.kind, size: own.per.size, per: null }
    return below === undefined ? null : clashOf(below, bottom, head, year)
  }
  const heads = headSize(indicator, own)
  const given = heads ?? 1
  const fits = (head: Num): boolean =>
    compare(times(top.size, head), times(times(own.size, factor), bottom.size)) === 0
  if (fits(given) || (heads !== null && own.per === null && fits(1))) return null
  if (heads === null) {
    if (top.kind === bottom.kind) return null
    if (![numerator, denominator].some((side) => inMagnitudes(side, year))) return null
  }
  const whole = times(own.size, factor)
  const above = over(times(whole, bottom.size), given) ?? 1
  return (
    clashIn(numerator, top, { kind: own.kind, size: above, per: null }, year) ??
    clashIn(
      denominator,
      bottom,
      { ...bottom, size: over(times(top.size, given), whole) ?? 1 },
      year,
    )
  )
}

type External = Extract<Leaf, { kind: 'external' }>

const externalsIn = (side: Side): External[] =>
  leavesOf(side).flatMap((leaf) => (leaf.kind === 'external' ? [leaf] : []))

/** The unit of a side whose leaves share one; null where one is not known. */
function measureOfSide(side: Side, year: Known): Measure | null {
  const measures = leavesOf(side).map((leaf) => measureOfLeaf(leaf, year))
  const [first] = measures
  if (first === undefined || measures.some((measure) => measure === null)) return null
  return measures.find((measure) => measure?.kind !== null) ?? first
}

const ONES: Measure = { kind: null, size: 1, per: null }

function measureOfLeaf(leaf: Leaf, year: Known): Measure | null {
  switch (leaf.kind) {
    case 'external':
      return unitMeasure(year.externalUnit(leaf.name))
    case 'sum':
    case 'max':
      return measureOfItems(leaf.expr, year)
    case 'schools':
    case 'count':
      return { kind: '所', size: 1, per: null }
    case 'cv':
      return null
  }
}

/**
 * Items of a plain sum have the unit of the first; a product or quotient has another one, which is
 * not judged.
 */
function measureOfItems(expr: string, year: Known): Measure | null {
  if (/[*/]/u.test(expr.replaceAll(/\[[^\]]*\]/gu, ''))) return null
  const read = itemsRead(expr, year)
  const units = read.map(({ form, index }) => form.items[index]?.unit ?? null)
  const [first] = units
  if (first === undefined || units.some((unit) => unit !== first)) return null
  return first === null ? ONES : unitMeasure(first)
}

function inMagnitudes(side: Side, year: Known): boolean {
  return externalsIn(side).some((leaf) => {
    const measure = measureOfLeaf(leaf, year)
    return measure !== null && compare(measure.size, 1) !== 0
  })
}

/** Leaves that are added must be counted alike. */
function mixedUnits(side: Side, year: Known): UnitClash | null {
  const leaves = leavesOf(side)
  const [lead] = leaves.filter((leaf) => leaf.kind !== 'external')
  const first = lead ?? leaves.find((leaf) => measureOfLeaf(leaf, year) !== null)
  const measure = first === undefined ? null : measureOfLeaf(first, year)
  if (leaves.length < 2 || measure === null) return null
  for (const leaf of externalsIn(side)) {
    const own = measureOfLeaf(leaf, year)
    if (own !== null && !same(own, measure)) return clashOf(leaf, own, measure, year)
  }
  return null
}

/** The first figure of a side that is counted in another size than the side is taken for. */
function clashIn(side: Side, found: Measure, wanted: Measure, year: Known): UnitClash | null {
  if (same(found, wanted)) return null
  const [leaf] = externalsIn(side)
  return leaf === undefined ? null : clashOf(leaf, found, wanted, year)
}

function clashOf(leaf: External, own: Measure, wanted: Measure, year: Known): UnitClash {
  const value = year.external(leaf.name)
  const ratio = alike(own, wanted) ? over(own.size, wanted.size) : null
  const converted = value === null || ratio === null ? null : times(value, ratio)
  const shown = converted === null ? null : showNumber(converted, 10)
  const exact = shown === null || compare(numberOf(shown) ?? 0, converted ?? 0) === 0
  return {
    name: leaf.name,
    value: value === null ? '' : showNumber(value, 10),
    unit: year.externalUnit(leaf.name),
    wanted: nameOf({ ...wanted, kind: wanted.kind ?? own.kind }),
    converted: exact || converted === null ? shown : showNumber(converted, 4),
    exact,
  }
}

/** Whether two units differ in nothing but their size; what has no kind is of any. */
const alike = (a: Measure, b: Measure): boolean => sameKind(a.kind, b.kind) && samePer(a.per, b.per)

/** 个 counts whatever there is, unless a magnitude's or a thing's own measure says otherwise. */
const COUNTED = new Set(['所', '班', '间', '处', '项', '台', '套', '件', '张', '门', '次', '节'])

function sameKind(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === b) return true
  return (a === '个' && COUNTED.has(b)) || (b === '个' && COUNTED.has(a))
}

function samePer(a: UnitSize | null, b: UnitSize | null): boolean {
  if (a === null || b === null) return a === b
  return sameKind(a.kind, b.kind) && compare(a.size, b.size) === 0
}

const same = (a: Measure, b: Measure): boolean => alike(a, b) && compare(a.size, b.size) === 0

function nameOf({ kind, size, per }: Measure): string {
  const named = unitName(kind ?? '', size)
  const word = named === '' ? `${showNumber(size, 10)} × ${kind ?? ''}` : named
  return per === null ? word : `${word}/${unitName(per.kind, per.size)}`
}
