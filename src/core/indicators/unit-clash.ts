import type { Indicator, Side } from './indicator.ts'
import { leavesOf } from './leaves.ts'
import type { Leaf } from './leaves.ts'
import { itemsRead } from './items-read.ts'
import type { Year } from './year.ts'
import { compare, numberOf, over, showNumber, times } from '../model/number.ts'
import { unitSize } from '../externals/unit-size.ts'
import type { UnitSize } from '../externals/unit-size.ts'

/** A figure of another office whose unit does not fit where an indicator uses it. */
export interface UnitClash {
  name: string
  /** As it is kept. */
  value: string
  unit: string
  /** The unit that would fit, and the value in it; null where the kinds differ (元 over 人). */
  wanted: string
  converted: string | null
}

/** What of a year is needed to know units. */
type Known = Pick<Year, 'forms' | 'form' | 'external' | 'externalUnit'>

/**
 * Whether the figures of other offices in an indicator are counted in the unit that it takes them
 * for. The published value is numerator ÷ denominator × scale in the indicator's unit; so, where
 * all units are known, size(numerator) ÷ size(denominator) must be size(unit) × scale. 12,345 人
 * over 1.2345 万人 would otherwise be 10,000 times too large.
 *
 * Units that are not given or not known are not judged.
 */
export function unitClash(indicator: Indicator, year: Known): UnitClash | null {
  const { numerator, denominator, scale } = indicator
  // Most indicators name no figure of another office: nothing to judge.
  const sides = denominator === null ? [numerator] : [numerator, denominator]
  if (sides.every((side) => externalsIn(side).length === 0)) return null
  const own = unitSize(indicator.unit)
  const factor = numberOf(scale) ?? 1
  const mixed =
    mixedUnits(numerator, year) ?? (denominator === null ? null : mixedUnits(denominator, year))
  if (mixed !== null) return mixed
  const top = sizeOfSide(numerator, year)
  if (top === null || own === null) return null
  if (denominator === null) {
    if (own.kind === '') return null
    return clashIn(numerator, top, { kind: own.kind, size: times(own.size, factor) }, year)
  }
  const bottom = sizeOfSide(denominator, year)
  if (bottom === null) return null
  // A share or ratio of one kind: both sides in the same unit, but for the scale.
  if (own.kind === '') {
    const wanted = times(own.size, factor)
    const expected = { kind: bottom.kind, size: times(bottom.size, wanted) }
    if (top.kind !== bottom.kind) {
      // 元 over 元 is a share; 元 over 人 with no unit of its own is not judged.
      return indicator.unit === '%' ? otherKind(numerator, denominator, top, bottom, year) : null
    }
    return (
      clashIn(numerator, top, expected, year) ??
      clashIn(denominator, bottom, { kind: top.kind, size: over(top.size, wanted) ?? 1 }, year)
    )
  }
  // So much a head: the first part of the unit is the numerator's, the rest the denominator's. A
  // scale may mean "for 100" there, so only figures counted in 万 or 亿 are judged, and none where
  // both sides are of one kind (人 for 10,000 人).
  if (own.kind !== top.kind || top.kind === bottom.kind) return null
  if (![numerator, denominator].some((side) => inMagnitudes(side, year))) return null
  const expected = { kind: top.kind, size: times(times(own.size, factor), bottom.size) }
  return (
    clashIn(numerator, top, expected, year) ??
    clashIn(
      denominator,
      bottom,
      { kind: bottom.kind, size: over(top.size, times(own.size, factor)) ?? 1 },
      year,
    )
  )
}

type External = Extract<Leaf, { kind: 'external' }>

const externalsIn = (side: Side): External[] =>
  leavesOf(side).flatMap((leaf) => (leaf.kind === 'external' ? [leaf] : []))

/** The unit of a side whose leaves share one; null where one is not known. */
function sizeOfSide(side: Side, year: Known): UnitSize | null {
  const sizes = leavesOf(side).map((leaf) => sizeOfLeaf(leaf, year))
  const [first] = sizes
  return first !== undefined && sizes.every((size) => size !== null) ? first : null
}

function sizeOfLeaf(leaf: Leaf, year: Known): UnitSize | null {
  switch (leaf.kind) {
    case 'external': {
      const unit = year.externalUnit(leaf.name)
      return unit === '' ? null : unitSize(unit)
    }
    case 'sum':
    case 'max':
      return sizeOfItems(leaf.expr, year)
    case 'schools':
    case 'count':
    case 'cv':
      return null
  }
}

/**
 * Items of a plain sum have the unit of the first; a product or quotient has another one, which is
 * not judged.
 */
function sizeOfItems(expr: string, year: Known): UnitSize | null {
  if (/[*/]/u.test(expr.replaceAll(/\[[^\]]*\]/gu, ''))) return null
  const units = itemsRead(expr, year).map(({ form, index }) => form.items[index]?.unit ?? null)
  const [first] = units
  if (first === undefined || first === null || units.some((unit) => unit !== first)) return null
  return unitSize(first)
}

function inMagnitudes(side: Side, year: Known): boolean {
  return externalsIn(side).some((leaf) => {
    const size = sizeOfLeaf(leaf, year)
    return size !== null && compare(size.size, 1) !== 0
  })
}

/** Leaves that are added must be counted alike. */
function mixedUnits(side: Side, year: Known): UnitClash | null {
  const leaves = leavesOf(side)
  const [lead] = leaves.filter((leaf) => leaf.kind !== 'external')
  const first = lead ?? leaves[0]
  const size = first === undefined ? null : sizeOfLeaf(first, year)
  if (leaves.length < 2 || size === null) return null
  for (const leaf of externalsIn(side)) {
    const own = sizeOfLeaf(leaf, year)
    if (own !== null && !same(own, size)) return clashOf(leaf, own, size, year)
  }
  return null
}

/** The first figure of a side that is counted in another size than the side is taken for. */
function clashIn(side: Side, found: UnitSize, wanted: UnitSize, year: Known): UnitClash | null {
  if (same(found, wanted)) return null
  const [leaf] = externalsIn(side)
  return leaf === undefined ? null : clashOf(leaf, found, wanted, year)
}

function otherKind(
  numerator: Side,
  denominator: Side,
  top: UnitSize,
  bottom: UnitSize,
  year: Known,
): UnitClash | null {
  const [above] = externalsIn(numerator)
  const [below] = externalsIn(denominator)
  if (below !== undefined) return clashOf(below, bottom, top, year)
  return above === undefined ? null : clashOf(above, top, bottom, year)
}

function clashOf(leaf: External, own: UnitSize, wanted: UnitSize, year: Known): UnitClash {
  const value = year.external(leaf.name)
  const ratio = own.kind === wanted.kind ? over(own.size, wanted.size) : null
  return {
    name: leaf.name,
    value: value === null ? '' : showNumber(value, 10),
    unit: year.externalUnit(leaf.name),
    wanted: nameOf(wanted),
    converted: value === null || ratio === null ? null : showNumber(times(value, ratio), 10),
  }
}

const same = (a: UnitSize, b: UnitSize): boolean =>
  a.kind === b.kind && compare(a.size, b.size) === 0

const SIZES = new Map<string, string>([
  ['1', ''],
  ['10', '十'],
  ['100', '百'],
  ['1000', '千'],
  ['10000', '万'],
  ['100000000', '亿'],
])

function nameOf({ kind, size }: UnitSize): string {
  const magnitude = SIZES.get(showNumber(size, 10))
  return magnitude === undefined ? kind : `${magnitude}${kind}`
}
