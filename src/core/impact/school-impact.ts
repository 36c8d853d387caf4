import type { Finding, RepairView } from '../../shared/findings.ts'
import type { Form } from '../../shared/model.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import { absolute, compare, minus, numberOf, plus, times } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import { asNumber } from '../rules/value.ts'
import { asLastYear, changedFigures } from './changed-figures.ts'
import { addedBy } from './headlines.ts'
import type { Headline } from './headlines.ts'

/** How far something can move both sides of a headline figure. */
export interface Moves {
  numerator: Num
  denominator: Num
}

/**
 * What can happen together at a school: findings that one repair settles, or one finding alone.
 * `moves` is parallel to the headlines; null: it rests on items of that headline, but how far it
 * can move it cannot be told.
 */
export interface Cause {
  /** Each finding with what it can do by itself. */
  findings: { key: string; moves: (Moves | null)[] }[]
  moves: (Moves | null)[]
  /** Cells that would change, or that feed a headline figure. */
  cells: ReadonlySet<string>
}

/** Where an item stands; null for none. */
export type PlaceOf = (item: string) => { form: Form; index: number } | null

const NOTHING: Moves = { numerator: 0, denominator: 0 }

/**
 * The largest effect that a school's findings can have on headline figures: for findings with
 * proposed repairs that of the repair that moves most; for the others their difference, on the
 * items that feed the figure; for a table without figures what it had last year. Questions about
 * cells that another one covers are settled with it and count once.
 *
 * @param placeOf where an item stands, keyOf what tells a finding from others
 */
export function causesOf(
  school: SchoolFigures,
  findings: readonly Finding[],
  repairs: RepairView,
  headlines: readonly Headline[],
  placeOf: PlaceOf,
  keyOf: (finding: Finding) => string,
): Cause[] {
  const before = headlines.map((headline) => sidesOf(headline, school))
  const movedBy = (changed: SchoolFigures): Moves[] =>
    headlines.map((headline, at) => {
      const after = sidesOf(headline, changed)
      const { numerator, denominator } = before[at] ?? NOTHING
      return {
        numerator: absolute(minus(after.numerator, numerator)),
        denominator: absolute(minus(after.denominator, denominator)),
      }
    })
  const repaired = new Set<string>()
  const causes: Cause[] = []
  for (const group of repairs.groups) {
    const own = findings.filter((one) => group.instances.includes(instanceOf(one)))
    if (own.length === 0 || group.proposals.length === 0) continue
    for (const one of own) repaired.add(keyOf(one))
    const all = group.proposals.map(({ changes }) =>
      movedBy(
        changedFigures(
          school,
          changes.flatMap(({ item, to }) => {
            const place = placeOf(item)
            return place === null ? [] : [{ ...place, to: numberOf(to) ?? 0 }]
          }),
        ),
      ),
    )
    const moves = headlines.map((_, at) => largest(all, at))
    causes.push({
      findings: own.map((one) => ({ key: keyOf(one), moves })),
      moves,
      cells: new Set(
        group.proposals.flatMap(({ changes }) =>
          changes.flatMap(({ item }) => cellKey(placeOf(item)) ?? []),
        ),
      ),
    })
  }
  for (const finding of findings) {
    if (repaired.has(keyOf(finding))) continue
    const { moves, cells } = alone(finding)
    causes.push({ findings: [{ key: keyOf(finding), moves }], moves, cells })
  }
  return together(causes)

  function alone(finding: Finding): Pick<Cause, 'moves' | 'cells'> {
    const places = finding.items.flatMap((item) =>
      item.lastYear ? [] : (placeOf(item.item) ?? []),
    )
    if (finding.rule === '筛查:空表') {
      const all = [...new Set(places.map(({ form }) => form))].map((form) =>
        movedBy(asLastYear(school, form)),
      )
      const forms = new Set(places.map(({ form }) => form))
      const cells = [...forms].flatMap((form) =>
        form.items.flatMap((_, index) => cellKey({ form, index }) ?? []),
      )
      return { moves: headlines.map((_, at) => largest(all, at)), cells: new Set(cells) }
    }
    const steps = places.map(({ form, index }) => {
      const now = asNumber(school.table(form)?.[index] ?? 0)
      const to = plus(typeof now === 'symbol' ? 0 : now, 1)
      return movedBy(changedFigures(school, [{ form, index, to }]))
    })
    const size = sizeOf(finding)
    const feeding = places.filter((_, place) =>
      (steps[place] ?? []).some(
        ({ numerator, denominator }) =>
          compare(numerator, 0) !== 0 || compare(denominator, 0) !== 0,
      ),
    )
    const cells = new Set(feeding.flatMap((place) => cellKey(place) ?? []))
    const moves = headlines.map((_, at) => {
      const one = largest(steps, at)
      if (compare(one.numerator, 0) === 0 && compare(one.denominator, 0) === 0) return NOTHING
      if (size === null) return null
      return {
        numerator: times(one.numerator, size),
        denominator: times(one.denominator, size),
      }
    })
    return { moves, cells }
  }
}

function cellKey(place: { form: Form; index: number } | null): string | null {
  return place === null ? null : `${place.form.id} ${String(place.index)}`
}

/** Causes whose cells another one has all of become one with it; the larger movement counts. */
function together(causes: readonly Cause[]): Cause[] {
  const kept: Cause[] = []
  for (const cause of causes.toSorted((a, b) => b.cells.size - a.cells.size)) {
    const over = kept.find(
      ({ cells }) => cause.cells.size > 0 && [...cause.cells].every((cell) => cells.has(cell)),
    )
    if (over === undefined) kept.push({ ...cause })
    else {
      over.findings = [...over.findings, ...cause.findings]
      over.moves = over.moves.map((moves, at) => larger(moves, cause.moves[at] ?? null))
    }
  }
  return kept
}

/** What is known counts before what is not. */
function larger(a: Moves | null, b: Moves | null): Moves | null {
  if (a === null || b === null) return a ?? b
  return largest([[a], [b]], 0)
}

/** How repairs name a finding. */
function instanceOf({ rule, row, column }: Finding): string {
  return `${rule}[${row ?? ''},${column ?? ''}]`
}

/** By how much the figures of a finding are off; null where that is no amount of anything. */
function sizeOf({ rule, left, difference }: Finding): Num | null {
  if (rule === '筛查:增减' || rule === '筛查:升级') return numberOf(left ?? '')
  if (rule === '筛查:离群' || left === 'TRUE' || left === 'FALSE') return null
  const size = numberOf(difference ?? '')
  return size === null ? null : absolute(size)
}

function sidesOf({ numerator, denominator }: Headline, school: SchoolFigures): Moves {
  return {
    numerator: addedBy(numerator, school),
    denominator: denominator === null ? 0 : addedBy(denominator, school),
  }
}

function largest(all: readonly Moves[][], at: number): Moves {
  return all.reduce<Moves>((most, moves) => {
    const one = moves[at] ?? NOTHING
    return {
      numerator: compare(one.numerator, most.numerator) > 0 ? one.numerator : most.numerator,
      denominator:
        compare(one.denominator, most.denominator) > 0 ? one.denominator : most.denominator,
    }
  }, NOTHING)
}
