import type { Form } from '../../shared/model.ts'
import type { CellFigure } from '../rules/value.ts'
import { asCount, remembered } from './county.ts'
import type { Screen, ScreenedSchool, Suspicion } from './county.ts'
import type { ScreeningContext } from './context.ts'

type Side = 'column' | 'row'

/** A column (or row) of a form: its items by the row (or column) they stand in. */
interface Line {
  line: number
  cells: Map<number, number>
}

interface Limits {
  lines: number
  gain: number
  least: number
  apart: number
}

/**
 * 换列: two columns (or two rows) that were exchanged. Put back, the table comes much nearer to last
 * year's: the sum of distances falls to a small part, in several lines at once. Grades, which move
 * up by themselves, and columns that were about as large last year cannot be told from exchanged
 * ones and are left out; one line alone is left to the rules and their repairs, which know swapped
 * cells.
 */
export function swaps(context: ScreeningContext): Screen {
  const limits: Limits = {
    lines: Number(context.threshold('换列', 'rows', '3')),
    gain: Number(context.threshold('换列', 'gain', '5')),
    least: Number(context.threshold('换列', 'least', '20')),
    apart: Number(context.threshold('换列', 'apart', '50')),
  }
  const tables = context.forms.map((form) => {
    const grades = gradesOf(context, form)
    const columns = linesOf(form, 'column').filter(({ line }) => !grades.has(line))
    return { form, columns, rows: linesOf(form, 'row') }
  })
  const own = remembered((one) =>
    tables.flatMap(({ form, columns, rows }) => [
      ...exchanged(one, form, 'column', columns, limits),
      ...exchanged(one, form, 'row', rows, limits),
    ]),
  )
  return (schools) => schools.flatMap(own)
}

function exchanged(
  one: ScreenedSchool,
  form: Form,
  side: Side,
  lines: readonly Line[],
  limits: Limits,
): Suspicion[] {
  const table = one.figures.hasForm(form.id) ? one.figures.table(form) : null
  const last = table === null ? null : one.figures.lastYear(form)
  if (table === null || last === null) return []
  const now = table.map(whole)
  const before = last.map(whole)
  // What is put back must have been far off first.
  const off = lines.map(({ cells }) =>
    [...cells.values()].reduce((sum, at) => sum + distance(now[at], before[at]), 0),
  )
  const found = lines.flatMap((a, i) =>
    lines.slice(i + 1).flatMap((b, j) => {
      if ((off[i] ?? 0) + (off[i + 1 + j] ?? 0) < limits.least) return []
      const pair = compared(a, b, now, before)
      return isClear(pair, limits) ? [{ a: a.line, b: b.line, ...pair }] : []
    }),
  )
  const [best] = found.toSorted((x, y) => y.now - y.put - (x.now - x.put))
  if (best === undefined) return []
  const list = side === 'column' ? form.columns : form.rows
  const code = (line: number): string => list[line]?.code ?? ''
  const name = (line: number): string =>
    side === 'column' ? (form.columns[line]?.path.join('·') ?? '') : (form.rows[line]?.label ?? '')
  const { now: apart, put, moved } = best
  return [
    {
      kind: '换列',
      school: one.school.id,
      subject: `${form.id} ${code(best.a)}↔${code(best.b)}`,
      why: {
        code: side === 'column' ? 'columns-swapped' : 'rows-swapped',
        params: { table: form.id, a: name(best.a), b: name(best.b), now: apart, put, lines: moved },
      },
      check: '',
      left: null,
      right: null,
      cells: best.cells.map((index) => ({ form, index, lastYear: false })),
    },
  ]
}

/** Two lines beside last year's, as they are and put back. */
interface Pair {
  /** Distance from last year as they are, and exchanged. */
  now: number
  put: number
  /** Places in which an exchange would show. */
  moved: number
  /** How far apart last year's lines were, and how large. */
  apart: number
  large: number
  cells: number[]
}

function compared(a: Line, b: Line, now: readonly (number | null)[], before: typeof now): Pair {
  const pair: Pair = { now: 0, put: 0, moved: 0, apart: 0, large: 0, cells: [] }
  for (const [cross, first] of a.cells) {
    const second = b.cells.get(cross)
    if (second === undefined) continue
    const [x, y, lx, ly] = [now[first], now[second], before[first], before[second]]
    if (typeof x !== 'number' || typeof y !== 'number') continue
    if (typeof lx !== 'number' || typeof ly !== 'number') continue
    pair.now += Math.abs(x - lx) + Math.abs(y - ly)
    pair.put += Math.abs(x - ly) + Math.abs(y - lx)
    pair.apart += Math.abs(lx - ly)
    pair.large += Math.max(lx, ly)
    if (x > 0 && y > 0 && x !== y && lx !== ly) pair.moved++
    pair.cells.push(first, second)
  }
  return pair
}

function isClear({ now, put, moved, apart, large }: Pair, limits: Limits): boolean {
  const nearer = now - put >= limits.least && put * limits.gain <= now
  return nearer && moved >= limits.lines && apart * 100 >= large * limits.apart
}

function distance(a: number | null | undefined, b: number | null | undefined): number {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) : 0
}

/** The columns of a form that are grades. */
function gradesOf(context: ScreeningContext, form: Form): Set<number> {
  const settings = context.settings.progression.filter(({ table }) => table.test(form.title))
  return new Set(
    form.columns.flatMap((column, at) =>
      settings.some(({ grades }) => grades.includes(column.path.at(-1) ?? '')) ? [at] : [],
    ),
  )
}

function linesOf(form: Form, side: Side): Line[] {
  const all = new Map<number, Map<number, number>>()
  form.items.forEach((item, index) => {
    if (item.kind !== 'number') return
    const cells = all.get(item[side]) ?? new Map<number, number>()
    cells.set(side === 'column' ? item.row : item.column, index)
    all.set(item[side], cells)
  })
  return [...all].map(([line, cells]) => ({ line, cells }))
}

/** Counts only: areas and money are not exchanged with one another unnoticed. */
function whole(figure: CellFigure): number | null {
  const count = asCount(figure)
  return typeof count === 'number' && Number.isInteger(count) ? count : null
}
