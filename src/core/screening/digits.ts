import type { Form } from '../../shared/model.ts'
import { compare, times } from '../model/number.ts'
import { asCount, byType, remembered } from './county.ts'
import type { Screen, ScreenedSchool, Suspicion } from './county.ts'
import type { ScreeningContext } from './context.ts'

/** A pattern that a table shows, and the items that show it. */
interface Pattern {
  code: 'rounded' | 'repeated'
  form: Form
  cells: number[]
  value: number
}

/**
 * 尾数: figures that look made up. All figures of a long table end in 0 or 5 (by chance one in five
 * does; fifteen of fifteen is one in thirty thousand million), or one value of two digits or more is
 * repeated down a column. A test of leading digits (Benford) is no use here: counts of one school
 * span one or two orders of magnitude, and tables have too few figures for it. Patterns that many
 * schools of the kind show are a habit of the form, not of the school.
 */
export function digits(context: ScreeningContext): Screen {
  const least = Number(context.threshold('尾数', 'figures', '15'))
  const repeats = Number(context.threshold('尾数', 'repeats', '6'))
  const share = context.threshold('尾数', 'share', '10')
  const own = remembered((one) =>
    context.forms.flatMap((form) => patternsOf(one, form, least, repeats)),
  )
  return (schools) =>
    [...byType(schools).values()].flatMap((members) => {
      const counts = new Map<string, number>()
      const key = (pattern: Pattern): string => `${pattern.code} ${pattern.form.id}`
      for (const pattern of members.flatMap(own)) {
        counts.set(key(pattern), (counts.get(key(pattern)) ?? 0) + 1)
      }
      return members.flatMap((one) =>
        own(one).flatMap((pattern): Suspicion[] => {
          const same = counts.get(key(pattern)) ?? 0
          const rare = same <= 1 || compare(times(same, 100), times(members.length, share)) <= 0
          return rare ? [suspicion(one, pattern)] : []
        }),
      )
    })
}

function suspicion(one: ScreenedSchool, { code, form, cells, value }: Pattern): Suspicion {
  const [first = 0] = cells
  const column = form.columns[form.items[first]?.column ?? 0]
  const heading = column?.path.join('·') ?? ''
  return {
    kind: '尾数',
    school: one.school.id,
    subject: code === 'rounded' ? form.id : `${form.id} ${column?.code ?? ''}`,
    why: {
      code,
      params: { table: form.id, title: form.title, figures: cells.length, column: heading, value },
    },
    check: '',
    left: null,
    right: null,
    cells: cells.map((index) => ({ form, index, lastYear: false })),
  }
}

function patternsOf(one: ScreenedSchool, form: Form, least: number, repeats: number): Pattern[] {
  const table = one.figures.hasForm(form.id) ? one.figures.table(form) : null
  if (table === null) return []
  const counts = form.items.flatMap((item, index) => {
    const figure = item.kind === 'number' ? asCount(table[index]) : null
    return typeof figure === 'number' && figure >= 10 ? [{ index, item, figure }] : []
  })
  const rounded = counts.filter(({ figure }) => figure % 5 === 0)
  const patterns: Pattern[] = []
  if (counts.length >= least && rounded.length === counts.length) {
    patterns.push({ code: 'rounded', form, cells: counts.map(({ index }) => index), value: 0 })
  }
  form.columns.forEach((_, column) => {
    let run: typeof counts = []
    const own = counts.filter(({ item }) => item.column === column)
    const close = (): void => {
      const [first] = run
      if (first !== undefined && run.length >= repeats) {
        const cells = run.map(({ index }) => index)
        patterns.push({ code: 'repeated', form, cells, value: first.figure })
      }
    }
    for (const cell of own) {
      const last = run.at(-1)
      const goesOn = last?.figure === cell.figure && cell.item.row === last.item.row + 1
      if (!goesOn) close()
      run = goesOn ? [...run, cell] : [cell]
    }
    close()
  })
  return patterns
}
