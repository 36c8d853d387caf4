import type { Form } from '../../shared/model.ts'
import { compare, times } from '../rules/number.ts'
import { asCount, byType, remembered } from './county.ts'
import type { Screen, ScreenedSchool, Suspicion } from './county.ts'
import type { ScreeningContext } from './context.ts'

/**
 * 空表: a table without a single figure other than 0, where last year the school had figures in it
 * or nearly all schools of its kind have; a return without any figure at all is one suspicion.
 */
export function blankTables(context: ScreeningContext): Screen {
  const state = remembered((one) => tablesOf(context, one))
  const share = context.threshold('空表', 'share', '80')
  const least = context.threshold('空表', 'least', '5')
  return (schools) => {
    const found: Suspicion[] = []
    for (const members of byType(schools).values()) {
      const filled = new Map<Form, { with: number; of: number }>()
      for (const { table } of members.flatMap((one) => state(one).map((table) => ({ table })))) {
        const count = filled.get(table.form) ?? { with: 0, of: 0 }
        count.of++
        if (!table.blank) count.with++
        filled.set(table.form, count)
      }
      for (const one of members) {
        const tables = state(one)
        if (tables.length > 0 && tables.every((table) => table.blank)) {
          found.push(
            suspicion(
              one,
              tables.map((table) => table.form),
              '整份报表',
              'blank-return',
              {},
            ),
          )
          continue
        }
        for (const { form, blank, before } of tables) {
          const others = filled.get(form) ?? { with: 0, of: 0 }
          const usual =
            compare(others.of, least) >= 0 &&
            compare(times(others.with, 100), times(others.of, share)) >= 0
          if (!blank || (before === 0 && !usual)) continue
          const params = {
            table: form.id,
            title: form.title,
            before,
            with: others.with,
            of: others.of,
          }
          const code = before > 0 ? 'blank-since-last-year' : 'blank-table'
          found.push(suspicion(one, [form], form.id, code, params))
        }
      }
    }
    return found
  }
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

/** The tables of figures that a school sent: whether all is blank or 0, and how many figures there were last year. */
function tablesOf(
  context: ScreeningContext,
  one: ScreenedSchool,
): { form: Form; blank: boolean; before: number }[] {
  const { figures } = one
  return context.forms.flatMap((form) => {
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
