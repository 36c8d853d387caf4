import { isUnderWay } from '../indicators/year.ts'
import type { Year } from '../indicators/year.ts'
import type { Side } from '../indicators/indicator.ts'
import { placesOf } from '../indicators/item-places.ts'
import type { ItemPlace } from '../indicators/item-places.ts'
import { nothingIn } from '../indicators/nothing-in.ts'
import { lacksItems, lostSchools } from '../indicators/lacks-items.ts'
import { leavesOf } from '../indicators/leaves.ts'
import type { Leaf } from '../indicators/leaves.ts'
import { conditionOf, speaksTo, treeOf, valueAt } from '../indicators/over-schools.ts'
import { coefficientOfVariation } from '../indicators/variation.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import { compare, plus } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { Expr } from '../rules/tree.ts'
import { splitByStage } from './split-stage.ts'

/** What one school gives to one part of a total. */
export interface Share {
  /** The part of the side that it goes into; parts are added. */
  leaf: number
  school: SchoolFigures
  stage: string
  value: Num
  /** 差异系数: what the value is weighed by. */
  weight: Num
  /** Items it is read from. */
  places: readonly ItemPlace[]
}

/** A side of an indicator taken apart into what each school gives, so that it can be grouped. */
export interface Spread {
  shares: Share[]
  /** Whether the totals of groups add up to the total of all. */
  additive: boolean
  /** Names of external figures in it: they belong to no school. */
  externals: string[]
  /** Whether the data of the year lack an item of it: then there is no total, and nothing to compare. */
  lacking: boolean
  /** Where nothing is lacking but figures of some schools, these: over the others it is known. */
  lost: ReadonlySet<string>
  /**
   * The side over some of the shares, exact.
   *
   * @param whole whether these are all schools, so that external figures belong to it
   * @returns null when undefined: the year lacks an item, nothing is in yet, an external figure is absent
   *   or not known by group
   */
  total(kept: readonly Share[], whole: boolean): Num | null
}

export interface SpreadOptions {
  year: Year
  /** 学段 that all these items have; null where it goes with the school. */
  stageOf: (places: readonly ItemPlace[]) => string | null
  stageOfSchool: (school: string) => string
  /** Whether a school is asked for any of the items. */
  asks: (school: string, places: readonly ItemPlace[]) => boolean
}

/**
 * Takes a side apart. Every school of the register that the side concerns gets a share, with 0
 * where nothing of it is in; the shares add up to what `evaluateIndicator` gives.
 *
 * @throws ReferenceFault for an expression that the collection does not understand
 */
export function spreadSide(side: Side, options: SpreadOptions): Spread {
  const leaves = leavesOf(side)
  const shares = leaves.flatMap((leaf, index) => sharesOf(leaf, index, options))
  const totals = leaves.map((leaf) => totalOf(leaf, options.year))
  const lacking = lacksItems(side, options.year)
  const lost = lacking ? lostSchools(side, options.year) : NOBODY
  const nothing = nothingIn(side, options.year)
  return {
    shares,
    additive: leaves.every(({ kind }) => kind !== 'max' && kind !== 'cv'),
    externals: leaves.flatMap((leaf) => (leaf.kind === 'external' ? [leaf.name] : [])),
    lacking,
    lost,
    total(kept, whole) {
      if (lacking && (whole || lost.size === 0)) return null
      if (kept.some(({ school }) => lost.has(school.id)) || (whole && nothing)) return null
      const parts = leaves.map((): Share[] => [])
      for (const share of kept) parts[share.leaf]?.push(share)
      let sum: Num | null = 0
      for (const [index, total] of totals.entries()) {
        const part: Num | null = sum === null ? null : total(parts[index] ?? [], whole)
        sum = sum === null || part === null ? null : plus(sum, part)
      }
      return sum
    },
  }
}

function totalOf(leaf: Leaf, year: Year): (kept: Share[], whole: boolean) => Num | null {
  const inHere = inOf(year)
  switch (leaf.kind) {
    case 'external':
      return (_, whole) => (whole ? year.external(leaf.name) : null)
    case 'max':
      return (kept, whole) =>
        kept.reduce<Num | null>(
          (most, { value }) => (most === null || compare(value, most) > 0 ? value : most),
          null,
        ) ?? (whole ? 0 : null)
    case 'cv':
      return (kept) =>
        coefficientOfVariation(
          kept.map(({ value }) => value),
          kept.map(({ weight }) => weight),
          CV_DECIMALS,
        )
    case 'sum':
    case 'count':
      return (kept) =>
        kept.length > 0 && !kept.some(inHere)
          ? null
          : kept.reduce((sum, { value }) => plus(sum, value), 0 as Num)
    case 'schools':
      return (kept) => kept.reduce((sum, { value }) => plus(sum, value), 0 as Num)
  }
}

/** Whether anything of a share is in: what none of its schools has sent is not 0. */
function inOf(year: Year): (share: Share) => boolean {
  if (!isUnderWay(year)) return () => true
  const reporting = new Set(year.reporting.map(({ id }) => id))
  return ({ school, places, value }) =>
    reporting.has(school.id) &&
    // A figure that was put in by hand counts, also where the table itself is not in.
    (places.length === 0 ||
      compare(value, 0) !== 0 ||
      places.some(({ form }) => school.table(form) !== null))
}

const NOBODY: ReadonlySet<string> = new Set()

/** Places to which the root in 差异系数 is worked out: beyond any that is published. */
const CV_DECIMALS = 16

function sharesOf(leaf: Leaf, index: number, options: SpreadOptions): Share[] {
  const { year } = options
  const base = { leaf: index, weight: 0 as Num, places: [] as ItemPlace[] }
  switch (leaf.kind) {
    case 'external':
      return []
    case 'schools': {
      const where = conditionOf(leaf.where, year)
      return year.register
        .filter(isCounted)
        .filter(where)
        .map((school) => {
          return { ...base, school, stage: options.stageOfSchool(school.id), value: 1 }
        })
    }
    case 'count': {
      const tree = treeOf(leaf.expr, year)
      const holds = conditionOf(leaf.expr, year)
      const value = (school: SchoolFigures): Num => (holds(school) ? 1 : 0)
      return perSchool(leaf.where, tree, value, base, options).filter(({ school }) =>
        isCounted(school),
      )
    }
    case 'sum': {
      const tree = treeOf(leaf.expr, year)
      const parts = splitByStage(tree, (part) => options.stageOf(placesOf(part, year)))
      if (parts.length === 1) {
        return perSchool(leaf.where, tree, valueAt(leaf.expr, year), base, options)
      }
      return inParts(leaf.where, tree, parts, base, options)
    }
    case 'max': {
      const tree = treeOf(leaf.expr, year)
      return perSchool(leaf.where, tree, valueAt(leaf.expr, year), base, options, true)
    }
    case 'cv': {
      const tree = treeOf(leaf.expr, year)
      const weight = valueAt(leaf.weight, year)
      const shares = perSchool(leaf.where, tree, valueAt(leaf.expr, year), base, options, true)
      return shares.map((share) => ({ ...share, weight: weight(share.school) }))
    }
  }
}

const isCounted = (school: SchoolFigures): boolean => school.noSchool !== true

type Base = Pick<Share, 'leaf' | 'weight' | 'places'>

/** @param reportingOnly whether schools without a return stay out altogether (largest, variation) */
function perSchool(
  where: string | null,
  tree: Expr,
  value: (school: SchoolFigures) => Num,
  base: Base,
  options: SpreadOptions,
  reportingOnly = false,
): Share[] {
  const { year } = options
  const places = placesOf(tree, year)
  const wanted = conditionOf(where, year)
  const speaks = speaksTo(tree, year)
  const reporting = new Set(year.reporting.map(({ id }) => id))
  const stage = options.stageOf(places)
  return year.register.filter(wanted).flatMap((school) => {
    const here = reporting.has(school.id) && speaks(school)
    const given = here ? value(school) : 0
    const concerned = reportingOnly ? here : given !== 0 || options.asks(school.id, places)
    if (!concerned) return []
    return [
      { ...base, places, school, stage: stage ?? options.stageOfSchool(school.id), value: given },
    ]
  })
}

/** A sum over several 学段: each school gives to each of them what its tables of that 学段 hold. */
function inParts(
  where: string | null,
  tree: Expr,
  parts: Expr[],
  base: Base,
  options: SpreadOptions,
): Share[] {
  const whole = valueAt(tree, options.year)
  const shares = parts.flatMap((part) =>
    perSchool(where, part, valueAt(part, options.year), base, options),
  )
  const sums = new Map<string, Num>()
  for (const { school, value } of shares) {
    sums.set(school.id, plus(sums.get(school.id) ?? 0, value))
  }
  // Text where a figure should be spoils the whole sum of a school; then its parts say too much.
  const spoiled = new Set(
    options.year.reporting.flatMap((school) =>
      compare(sums.get(school.id) ?? 0, sums.has(school.id) ? whole(school) : 0) === 0
        ? []
        : [school.id],
    ),
  )
  if (spoiled.size === 0) return shares
  const sound = shares.filter(({ school }) => !spoiled.has(school.id))
  const unsplit = perSchool(where, tree, whole, base, {
    ...options,
    stageOf: () => null,
  }).filter(({ school }) => spoiled.has(school.id))
  return [...sound, ...unsplit]
}
