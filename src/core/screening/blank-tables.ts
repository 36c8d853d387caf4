import type { Form } from '../../shared/model.ts'
import { compare, times } from '../model/number.ts'
import { asCount, byType, remembered } from './county.ts'
import type { Screen, ScreenedSchool, Suspicion } from './county.ts'
import type { ScreeningContext } from './context.ts'

/** How many of the schools that sent a table have figures in it. */
type Filled = Map<Form, { with: number; of: number }>

/**
 * 空表: a table without a single figure other than 0, although nearly all schools of its kind have
 * figures in it (or most have, and this school had last year). A return without any figure at all
 * is one suspicion. Kinds with few schools are held against all schools that send the table.
 */
export function blankTables(context: ScreeningContext): Screen {
  const state = remembered((one) => tablesOf(context, one))
  const share = context.threshold('空表', 'share', '95')
  const since = context.threshold('空表', 'since', '80')
  const least = context.threshold('空表', 'least', '5')
  return (schools) => {
    const everywhere = filledIn(schools, state)
    return [...byType(schools).values()].flatMap((members) => {
      const filled = filledIn(members, state)
      return members.flatMap((one): Suspicion[] => {
        const tables = state(one)
        if (!tables.some(({ blank }) => blank)) return []
        if (tables.every(({ blank }) => blank)) {
          const forms = tables.map((table) => table.form)
          return [suspicion(one, forms, '整份报表', 'blank-return', {})]
        }
        return tables.flatMap(({ form, blank, before }) => {
          if (!blank) return []
          const own = filled.get(form) ?? { with: 0, of: 0 }
          const others = compare(own.of, least) >= 0 ? own : (everywhere.get(form) ?? own)
          const wanted = before > 0 && compare(since, share) < 0 ? since : share
          const usual = compare(times(others.with, 100), times(others.of, wanted)) >= 0
          if (!usual) return []
          const params = { table: form.id, title: form.title, before, ...others }
          const code = before > 0 ? 'blank-since-last-year' : 'blank-table'
          return [suspicion(one, [form], form.id, code, params)]
        })
      })
    })
  }
}

function filledIn(
  schools: readonly ScreenedSchool[],
  state: (one: ScreenedSchool) => Table[],
): Filled {
  const filled: Filled = new Map()
  for (const one of schools) {
    for (const { form, blank } of state(one)) {
      const count = filled.get(form) ?? { with: 0, of: 0 }
      count.of++
      if (!blank) count.with++
      filled.set(form, count)
    }
  }
  return filled
}

function suspicion(
  one: ScreenedSchool,
  forms: Form[],
  subject: string,
  code: string,
  params: Record<string, string | number>,
): Suspicion {
  const cells = forms.flatMap((form) =>
    form.items.slice(0, 1).map((_, index) => ({ form, index, lastYear: false })),
  )
  const why = { code, params }
  return {
    kind: '空表',
    school: one.school.id,
    subject,
    why,
    check: '',
    left: null,
    right: null,
    cells,
  }
}

/** A table of figures that a school sent: whether all is blank or 0, and how many figures there were last year. */
interface Table {
  form: Form
  blank: boolean
  before: number
}

function tablesOf(context: ScreeningContext, one: ScreenedSchool): Table[] {
  const { figures } = one
  return context.forms.flatMap((form): Table[] => {
    const table = figures.hasForm(form.id) ? figures.table(form) : null
    if (table === null) return []
    const asked = [...context.asked(one, form)].filter((at) => form.items[at]?.kind === 'number')
    if (asked.length === 0) return []
    const before = figures.lastYear(form)
    const some = (figure: ReturnType<typeof asCount>): boolean => figure === null || figure !== 0
    return [
      {
        form,
        blank: !asked.some((at) => some(asCount(table[at]))),
        before: before === null ? 0 : asked.filter((at) => some(asCount(before[at]))).length,
      },
    ]
  })
}
