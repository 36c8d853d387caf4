import type { Form } from '../../../shared/model.ts'
import { compare, minus, plus } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import { FormCells } from '../derive/cells.ts'
import { address, plainCode } from '../derive/check-text.ts'
import type { Axis } from '../derive/lines.ts'
import { isZero, numberIn, SCHOOLS, SHARE, supportOf } from './observed.ts'
import type { Judged, Observed, Support, Word } from './observed.ts'

/** A relation that the figures show. */
export interface Found extends Support {
  kind: 'sum' | 'within' | 'equal'
  check: string
  title: string
}

/** One table along a line across: its figures and their sums from the start; null where one is not known. */
interface Row {
  school: string
  /** Number of the observation. */
  at: number
  values: (Num | null)[]
  sums: Num[]
  unknown: number[]
  /** Figures that are not 0, counted from the start. */
  filled: number[]
}

type Verdict = Judged | 'nothing' | 'fails'

/**
 * Relations between the rows (or columns) of one table: a line that is the sum of neighbouring ones, and one that
 * never exceeds another and often reaches it. What holds wherever the table has figures is said for
 * all places at once, else for each place where enough schools speak for it.
 */
export function lineRelations(form: Form, axis: Axis, all: readonly Observed[]): Found[] {
  const cells = new FormCells(form, axis)
  const lines = form[axis]
  if (!lines.every(({ code }) => plainCode(code))) return []
  const places = Array.from({ length: cells.across }, (_, place) => rowsAt(cells, place, all))
  const count = lines.length
  const label = (at: number): string => labelOf(form, axis, at)
  const found: Found[] = []
  /** Where a shorter run already comes to the whole; a longer one around it adds what is 0. */
  const summed = new Map<string, { from: number; to: number }[]>()
  const used = lines.map((_, at) =>
    places.some((rows) => rows.some(({ values }) => isFilled(values[at]))),
  )
  const judged = (
    involved: readonly number[],
    says: (row: Row) => Word,
    tell: (code: string) => Pick<Found, 'kind' | 'check' | 'title'>,
    passes: (support: Support, place: number) => boolean = () => true,
  ): void => {
    const verdicts = places.map((rows, place): Verdict => {
      const there = involved.filter((at) => cells.index({ at }, place) >= 0)
      if (there.length === 0) return 'nothing'
      if (
        there.length < involved.length ||
        !cells.alike(
          involved.map((at) => ({ at })),
          place,
        )
      )
        return 'fails'
      return supportOf(rows, says) ?? 'fails'
    })
    const held = verdicts.flatMap((one, place) =>
      typeof one === 'object' && one.schools >= SCHOOLS && passes(one, place)
        ? [{ place, support: one }]
        : [],
    )
    const [best] = held.toSorted((a, b) => b.support.schools - a.support.schools)
    if (best === undefined) return
    const every = together(verdicts)
    if (every !== null && held.length > 1) {
      found.push({ ...tell('*'), schools: best.support.schools, ...every })
      return
    }
    for (const { place, support } of held) {
      const code = cells.code(place)
      const { schools, held: agree, of } = support
      if (plainCode(code)) found.push({ ...tell(code), schools, held: agree, of })
    }
  }
  const code = (line: number): string => lines[line]?.code ?? ''
  const at = (line: number, across: string): string => address(form, axis, code(line), across)
  for (let whole = 0; whole < count; whole += 1) {
    if (used[whole] !== true) continue
    for (let length = 2; length < count; length += 1)
      for (let from = 0; from + length <= count; from += 1) {
        const to = from + length - 1
        // The ends of a sum are lines that have figures: others would be there by chance.
        if ((whole >= from && whole <= to) || used[from] !== true || used[to] !== true) continue
        const span = Array.from({ length }, (_, at) => from + at)
        const fresh = (place: number): boolean => {
          const key = `${whole} ${place}`
          const known = summed.get(key) ?? []
          if (known.some((one) => one.from >= from && one.to <= to)) return false
          summed.set(key, [...known, { from, to }])
          return true
        }
        judged(
          [whole, ...span],
          (row) => sumSays(row, whole, from, to),
          (across) => ({
            kind: 'sum',
            check: `${at(whole, across)} = SUM(${address(form, axis, `${code(from)}:${code(to)}`, across)})`,
            title: `${label(whole)} = ${label(from)}至${label(to)}之和`,
          }),
          (_, place) => fresh(place),
        )
      }
    for (let part = 0; part < count; part += 1) {
      if (part === whole || used[part] !== true) continue
      const told = (kind: 'equal' | 'within', sign: string) => (across: string) => ({
        kind,
        check: `${at(part, across)} ${sign} ${at(whole, across)}`,
        title: `${label(part)} ${sign === '=' ? '=' : '≤'} ${label(whole)}`,
      })
      if (part < whole)
        judged([part, whole], (row) => equalSays(row, part, whole), told('equal', '='))
      // One that exceeds its whole even once is no part of it.
      judged(
        [part, whole],
        (row) => withinSays(row, part, whole),
        told('within', '<='),
        ({ held, of }) => held === of,
      )
    }
  }
  return found
}

/** How the tables agree at all places together: one is against it where it is at any; null where it does not hold so. */
function together(verdicts: readonly Verdict[]): Pick<Support, 'held' | 'of'> | null {
  if (verdicts.includes('fails')) return null
  const judged = verdicts.flatMap((one) => (typeof one === 'object' ? [one] : []))
  const of = new Set(judged.flatMap(({ about }) => about)).size
  const held = of - new Set(judged.flatMap(({ against }) => against)).size
  return held < SHARE * of ? null : { held, of }
}

function rowsAt(cells: FormCells, place: number, all: readonly Observed[]): Row[] {
  const { form, axis } = cells
  const indices = form[axis].map((_, at) => cells.index({ at }, place))
  return all.flatMap(({ school, table }, at) => {
    const figures = table(form)
    if (figures === null) return []
    const values = indices.map((index) => (index < 0 ? 0 : numberIn(figures, index)))
    const row: Row = { school, at, values, sums: [0], unknown: [0], filled: [0] }
    values.forEach((value, line) => {
      row.sums.push(plus(row.sums[line] ?? 0, value ?? 0))
      row.unknown.push((row.unknown[line] ?? 0) + (value === null ? 1 : 0))
      row.filled.push((row.filled[line] ?? 0) + (isFilled(value) ? 1 : 0))
    })
    return [row]
  })
}

const isFilled = (value: Num | null | undefined): boolean =>
  value !== null && value !== undefined && !isZero(value)

/** Two parts and more have to be there: one alone is the whole by chance as well. */
function sumSays(row: Row, whole: number, from: number, to: number): Word {
  const between = (list: readonly number[]): number => (list[to + 1] ?? 0) - (list[from] ?? 0)
  const total = row.values[whole] ?? null
  if (total === null || between(row.unknown) > 0) return 'nothing'
  const filled = between(row.filled)
  if (filled === 0 && isZero(total)) return 'nothing'
  const sum = minus(row.sums[to + 1] ?? 0, row.sums[from] ?? 0)
  if (compare(sum, total) !== 0) return 'fails'
  return filled > 1 ? total : 'holds'
}

function equalSays(row: Row, one: number, other: number): Word {
  const [a = null, b = null] = [row.values[one], row.values[other]]
  if (a === null || b === null || (isZero(a) && isZero(b))) return 'nothing'
  return compare(a, b) === 0 ? a : 'fails'
}

/** A part speaks for its whole where it reaches it: what is merely smaller may be so by chance. */
function withinSays(row: Row, part: number, whole: number): Word {
  const [less = null, more = null] = [row.values[part], row.values[whole]]
  if (less === null || more === null || isZero(less)) return 'nothing'
  const order = compare(less, more)
  return order > 0 ? 'fails' : order === 0 ? more : 'holds'
}

/** What a row or column is called. */
export function labelOf(form: Form, axis: Axis, at: number): string {
  return (
    (axis === 'rows' ? form.rows[at]?.label : form.columns[at]?.path.join('·')) ??
    form[axis][at]?.code ??
    ''
  )
}
