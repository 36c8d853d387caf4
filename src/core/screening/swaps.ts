import type { Form } from '../../shared/model.ts'
import { remembered } from './county.ts'
import type { Screen, ScreenedSchool, Suspicion } from './county.ts'
import type { ScreeningContext } from './context.ts'

type Side = 'column' | 'row'

/**
 * 换列: two columns (or two rows) that were exchanged. Put back, the table comes much nearer to last
 * year's: the sum of distances falls to a small part, in several lines at once. One line alone is
 * left to the rules and their repairs, which know swapped cells.
 */
export function swaps(context: ScreeningContext): Screen {
  const lines = Number(context.threshold('换列', 'rows', '2'))
  const gain = Number(context.threshold('换列', 'gain', '5'))
  const least = Number(context.threshold('换列', 'least', '20'))
  const own = remembered((one) =>
    context.forms.flatMap((form) =>
      (['column', 'row'] as const).flatMap((side) =>
        exchanged(one, form, side, { lines, gain, least }),
      ),
    ),
  )
  return (schools) => schools.flatMap(own)
}

function exchanged(
  one: ScreenedSchool,
  form: Form,
  side: Side,
  allow: { lines: number; gain: number; least: number },
): Suspicion[] {
  const { figures, school } = one
  const table = figures.hasForm(form.id) ? figures.table(form) : null
  const last = table === null ? null : figures.lastYear(form)
  if (table === null || last === null) return []
  const across: Side = side === 'column' ? 'row' : 'column'
  const lines = linesOf(form, side)
  const best = lines.flatMap((a, at) =>
    lines.slice(at + 1).flatMap((b) => {
      let [now, put, moved] = [0, 0, 0]
      const cells: number[] = []
      for (const [cross, first] of a.cells) {
        const second = b.cells.get(cross)
        if (second === undefined) continue
        const [x, y, lx, ly] = [table[first], table[second], last[first], last[second]].map(whole)
        if (x === undefined || y === undefined || lx === undefined || ly === undefined) continue
        now += Math.abs(x - lx) + Math.abs(y - ly)
        put += Math.abs(x - ly) + Math.abs(y - lx)
        if (x > 0 && y > 0 && x !== y && lx !== ly) moved++
        cells.push(first, second)
      }
      const clear = now - put >= allow.least && put * allow.gain <= now && moved >= allow.lines
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

  function codeOf(of: Form, by: Side, line: number): string {
    return (by === 'column' ? of.columns : of.rows)[line]?.code ?? ''
  }

  function linesOf(of: Form, by: Side): { line: number; cells: Map<number, number> }[] {
    const all = new Map<number, Map<number, number>>()
    of.items.forEach((item, index) => {
      if (item.kind !== 'number') return
      const cells = all.get(item[by]) ?? new Map<number, number>()
      cells.set(item[across], index)
      all.set(item[by], cells)
    })
    return [...all].map(([line, cells]) => ({ line, cells }))
  }
}

/** Counts only: areas and money are never exchanged with one another unnoticed. */
function whole(figure: unknown): number | undefined {
  if (typeof figure === 'symbol') return figure.description === 'blank' ? 0 : undefined
  return typeof figure === 'number' && Number.isInteger(figure) ? figure : undefined
}
