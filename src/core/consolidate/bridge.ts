import type { BridgeKind, BridgeLine, BridgeView } from '../../shared/consolidate.ts'
import { compare, minus, plus, showNumber } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { Unit } from '../collection/links.ts'
import { isComparable } from './comparable.ts'
import type { Past } from './measured.ts'
import { percent } from './percent.ts'

/** What a school gives to a total, and whether it is in. */
export interface Given {
  /** As the school returned it. */
  returned: Num
  /** On the basis looked at. */
  now: Num
  /** Whether everything asked of it for this total is in and readable. */
  known: boolean
  /** Whether it is asked for it at all. */
  asked: boolean
  /** The item to look at first; null for a count of schools. */
  item: string | null
}

export interface BridgeInput {
  units: readonly Unit[]
  before: (school: string) => Num | null
  /** What last year's data say of the school: an unreadable figure is none, and not 0. */
  past: (school: string) => Past
  now: (school: string) => Given | null
  /** External figures in the total, in both years. */
  external: { before: Num; now: Num }
  nameBefore: (school: string) => string
  nameNow: (school: string) => string
}

/** Order of the steps from last year's total to this year's. */
const ORDER: BridgeKind[] = [
  'opened',
  'closed',
  'linked',
  'grown',
  'fallen',
  'unreported',
  'unknown-before',
  'corrected',
  'external',
]

/**
 * What moved a total since last year: every school's change once, under what it came about by.
 * The lines add up to the difference of the totals exactly, because each unit's change is split
 * into what the schools returned less last year and what was adopted less returned.
 */
export function bridgeOf(
  input: BridgeInput,
): Pick<BridgeView, 'from' | 'to' | 'steps' | 'lines' | 'comparable'> {
  const moves = input.units.flatMap((unit) => movesOf(unit, input))
  const { external } = input
  const outside = minus(external.now, external.before)
  if (compare(outside, 0) !== 0) {
    moves.push({ ...NOBODY, from: external.before, to: external.now, moved: outside })
  }
  const from = plus(sum(input.units.map(({ before }) => lastOf(before, input))), external.before)
  const to = plus(sum(input.units.map(({ now }) => nowOf(now, input, 'now'))), external.now)
  return {
    from: exact(from),
    to: exact(to),
    steps: ORDER.flatMap((kind) => {
      const own = moves.filter((move) => move.kind === kind)
      if (own.length === 0) return []
      return [{ kind, moved: exact(sum(own.map(({ moved }) => moved))), schools: own.length }]
    }),
    lines: moves
      .sort((a, b) => compare(size(b.moved), size(a.moved)))
      .map((move) => lineOf(move, input)),
    comparable: comparableOf(input),
  }
}

interface Move {
  kind: BridgeKind
  unit: Pick<Unit, 'before' | 'now'>
  from: Num
  to: Num
  moved: Num
}

const NOBODY = { kind: 'external' as const, unit: { before: [], now: [] } }

function movesOf(unit: Unit, input: BridgeInput): Move[] {
  const from = lastOf(unit.before, input)
  const returned = nowOf(unit.now, input, 'returned')
  const to = nowOf(unit.now, input, 'now')
  const moved = minus(returned, from)
  const corrected = minus(to, returned)
  const moves: Move[] = []
  if (compare(moved, 0) !== 0) {
    moves.push({ kind: kindOfMove(unit, moved, input), unit, from, to: returned, moved })
  }
  if (compare(corrected, 0) !== 0) {
    moves.push({ kind: 'corrected', unit, from: returned, to, moved: corrected })
  }
  return moves
}

function kindOfMove(unit: Unit, moved: Num, input: BridgeInput): BridgeKind {
  if (unit.now.length === 0) return 'closed'
  const asked = unit.now.flatMap((id) => input.now(id) ?? []).filter((given) => given.asked)
  if (unit.before.length === 0) return 'opened'
  if (asked.length > 0 && asked.every(({ known }) => !known)) return 'unreported'
  if (unit.before.some((id) => input.past(id) === 'unknown')) return 'unknown-before'
  if (unit.before.length > 1 || unit.now.length > 1) return 'linked'
  return compare(moved, 0) > 0 ? 'grown' : 'fallen'
}

/** The same schools in both years: those that were there, are there, and whose figures are in. */
function comparableOf(input: BridgeInput): BridgeView['comparable'] {
  const units = input.units.filter((unit) => isComparable(unit, input.past, input.now))
  const before = sum(units.map((unit) => lastOf(unit.before, input)))
  const now = sum(units.map((unit) => nowOf(unit.now, input, 'now')))
  const change = minus(now, before)
  return {
    before: exact(before),
    now: exact(now),
    change: exact(change),
    growth: percent(change, before),
    schools: units.reduce((count, unit) => count + unit.now.length, 0),
  }
}

function lineOf({ kind, unit, from, to, moved }: Move, input: BridgeInput): BridgeLine {
  return {
    kind,
    before: unit.before.map((id) => ({ id, name: input.nameBefore(id) })),
    now: unit.now.map((id) => ({
      id,
      name: input.nameNow(id),
      item: input.now(id)?.item ?? null,
    })),
    from: exact(from),
    to: exact(to),
    moved: exact(moved),
  }
}

function lastOf(ids: readonly string[], { before }: BridgeInput): Num {
  return sum(ids.map((id) => before(id) ?? 0))
}

function nowOf(ids: readonly string[], { now }: BridgeInput, which: 'returned' | 'now'): Num {
  return sum(ids.map((id) => now(id)?.[which] ?? 0))
}

function sum(values: readonly Num[]): Num {
  return values.reduce(plus, 0)
}

function size(value: Num): Num {
  return compare(value, 0) < 0 ? minus(0, value) : value
}

const exact = (value: Num): string => showNumber(value, 20)
