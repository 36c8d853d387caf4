import type { Form } from '../../shared/model.ts'
import { remembered } from './county.ts'
import type { Screen, ScreenedSchool, Suspicion } from './county.ts'
import type { ScreeningContext } from './context.ts'

type Side = 'column' | 'row'

/**
 * 换列: two columns (or two rows) that were exchanged. Put back, the table comes much nearer to last
 * year's: the sum of distances falls to a small part, in several lines at once. Grades, which
 * move up by themselves, and columns that were about as large last year cannot be told from
 * exchanged ones and are left out; one line alone is left to the rules and their repairs, which
 * know swapped cells.
 */
export function swaps(context: ScreeningContext): Screen {
  const lines = Number(context.threshold('换列', 'rows', '2'))
  const gain = Number(context.threshold('换列', 'gain', '5'))
  const least = Number(context.threshold('换列', 'least', '20'))
  const apart = Number(context.threshold('换列', 'apart', '50'))
  const grades = new Map(context.forms.map((form) => [form, gradesOf(context, form)]))
  const own = remembered((one) =>
    context.forms.flatMap((form) =>
      (['column', 'row'] as const).flatMap((side) =>
        exchanged(one, form, side, grades.get(form) ?? new Set(), { lines, gain, least, apart }),
      ),
    ),
  )
  return (schools) => schools.flatMap(own)
}

function exchanged(
  one: ScreenedSchool,
  form: Form,
  side: Side,
  grades: ReadonlySet<number>,
  allow: { lines: number; gain: number; least: number; apart: number },
): Suspicion[] {
  const { figures, school } = one
  const table = figures.hasForm(form.id) ? figures.table(form) : null
  const last = table === null ? null : figures.lastYear(form)
  if (table === null || last === null) return []
  const lines = linesOf(form, side).filter(({ line }) => side === 'row' || !grades.has(line))
  const best = lines.flatMap((a, at) =>
    lines.slice(at + 1).flatMap((b) => {
      let [now, put, moved, apart, large] = [0, 0, 0, 0, 0]
      const cells: number[] = []
      for (const [cross, first] of a.cells) {
        const second = b.cells.get(cross)
        if (second === undefined) continue
        const [x, y, lx, ly] = [table[first], table[second], last[first], last[second]].map(whole)
        if (x === undefined || y === undefined || lx === undefined || ly === undefined) continue
        now += Math.abs(x - lx) + Math.abs(y - ly)
        put += Math.abs(x - ly) + Math.abs(y - lx)
        apart += Math.abs(lx - ly)
        large += Math.max(lx, ly)
        if (x > 0 && y > 0 && x !== y && lx !== ly) moved++
        cells.push(first, second)
      }
      const nearer = now - put >= allow.least && put * allow.gain <= now
      const clear = nearer && moved >= allow.lines && apart * 100 >= large * allow.apart
      return clear ? [{ a: a.line, b: b.line, now, put, moved, cells }] : []
    }),
  )
  const [first] = best.toSorted((x, y) => y.now - y.put - (x.now - x.put))
  if (first === undefined) return []
  const name = (line: number): string =>
    side === 'column' ? (form.columns[line]?.path.join('·') ?? '') : (form.rows[line]?.label ?? '')
  return [
    {
      kind: '换列',
      school: school.id,
      subject: `${form.id} ${codeOf(form, side, first.a)}↔${codeOf(form, side, first.b)}`,
      why: {
        code: side === 'column' ? 'columns-swapped' : 'rows-swapped',
        params: {
          table: form.id,
          a: name(first.a),
          b: name(first.b),
          now: first.now,
          put: first.put,
          lines: first.moved,
        },
      },
      check: '',
      left: null,
      right: null,
      cells: first.cells.map((index) => ({ form, index, lastYear: false })),
    },
  ]
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

function codeOf(form: Form, side: Side, line: number): string {
  return (side === 'column' ? form.columns : form.rows)[line]?.code ?? ''
}

/** The columns (or rows) of a form, each with its items by the row (or column) they stand in. */
function linesOf(form: Form, side: Side): { line: number; cells: Map<number, number> }[] {
  const all = new Map<number, Map<number, number>>()
  form.items.forEach((item, index) => {
    if (item.kind !== 'number') return
    const cells = all.get(item[side]) ?? new Map<number, number>()
    cells.set(side === 'column' ? item.row : item.column, index)
    all.set(item[side], cells)
  })
  return [...all].map(([line, cells]) => ({ line, cells }))
}

/** Counts only: areas and money are never exchanged with one another unnoticed. */
function whole(figure: unknown): number | undefined {
  if (typeof figure === 'symbol') return figure.description === 'blank' ? 0 : undefined
  return typeof figure === 'number' && Number.isInteger(figure) ? figure : undefined
}
