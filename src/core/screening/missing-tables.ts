import type { Screen, Suspicion } from './county.ts'
import { remembered } from './county.ts'
import type { ScreeningContext } from './context.ts'

/**
 * 缺表: tables that the school's own blank workbook has and that no return of it brought. One whose
 * sheet came but was not recognised is not missing; the return itself says what of it was not found.
 */
export function missingTables(context: ScreeningContext): Screen {
  const own = remembered((one): Suspicion[] => {
    const { school, figures } = one
    const due = context.forms.filter((form) => figures.hasForm(form.id))
    const missing = due.filter((form) => figures.table(form) === null)
    return missing
      .filter((form) => !context.unread(one, form))
      .map((form) => ({
        kind: '缺表',
        school: school.id,
        subject: form.id,
        why: {
          code: 'missing-table',
          params: {
            table: form.id,
            title: form.title,
            sent: due.length - missing.length,
            due: due.length,
          },
        },
        check: '',
        left: null,
        right: null,
        cells: form.items.slice(0, 1).map((_, index) => ({ form, index, lastYear: false })),
      }))
  })
  return (schools) => schools.flatMap(own)
}
