import type { FormDoubt } from '../../../shared/form-doubts.ts'
import type { ListColumn } from '../../../shared/lists.ts'
import type { Form } from '../../../shared/model.ts'
import { continues } from '../join-forms.ts'
import { namesOneByOne } from '../lists/list-column.ts'
import type { SheetGrid } from '../sheet-grid.ts'
import { sureOf } from './of-items.ts'

/**
 * What is unsure about a form as a whole: whether it is a list, a page of another table, or a table
 * of the same number as another.
 *
 * @param before the form before it in its blank workbook
 * @param asList its columns if it is a list; null where it cannot be one
 */
export function doubtsOfWhole(
  form: Form,
  before: Form | undefined,
  grid: SheetGrid,
  asList: ListColumn[] | null,
): FormDoubt[] {
  return [
    ...listGuessed(form),
    ...schoolOrList(form, grid, asList),
    ...oneTable(form, before),
    ...numberTwice(form),
  ]
}

function listGuessed(form: Form): FormDoubt[] {
  if (form.list === undefined || form.list.columns.some((one) => namesOneByOne(one.heading)))
    return []
  const key = 'list-guessed'
  return [
    {
      code: 'list-guessed',
      key,
      params: { title: form.title },
      places: [],
      remedies: [
        sureOf(form, key),
        { says: 'no-table', of: '', edit: { form: form.id, is: 'none' } },
      ],
    },
  ]
}

/** Rows numbered 1, 2, 3 below a heading are room for several persons or things. */
function schoolOrList(form: Form, grid: SheetGrid, asList: ListColumn[] | null): FormDoubt[] {
  const [edition] = form.editions
  const top = edition?.rowAt[0] ?? -1
  if (form.shape !== 'school' || asList === null || top < 0) return []
  const numbered = [0, 1, 2].every((at) => {
    const first = grid.anchors(top + at)[0]
    return first !== undefined && grid.text(top + at, first) === String(at + 1)
  })
  if (!numbered) return []
  const key = 'school-or-list'
  return [
    {
      code: 'school-or-list',
      key,
      params: {},
      places: [],
      remedies: [
        { says: 'list', of: '', edit: { form: form.id, is: 'list', columns: asList } },
        sureOf(form, key),
      ],
    },
  ]
}

const CONTINUED = /续|接上[页表]/u

/** The same rows with other columns, or a sheet or title that says 续. */
function oneTable(form: Form, before: Form | undefined): FormDoubt[] {
  const how = before === undefined ? null : continues(before, form)
  if (before === undefined || how === null) return []
  const [own, other] = [form.editions[0]?.sheet ?? '', before.editions[0]?.sheet ?? '']
  const says = CONTINUED.test(form.title) || CONTINUED.test(own)
  if (how === 'rows' && !says) return []
  const key = `one-table ${before.id}`
  return [
    {
      code: 'one-table',
      key,
      params: { other: before.id, how, sheet: own === other ? '' : own },
      places: [],
      remedies: [
        {
          says: 'one-table',
          of: before.id,
          edit: { form: form.id, is: 'part', of: before.id },
        },
        sureOf(form, key),
      ],
    },
  ]
}

function numberTwice(form: Form): FormDoubt[] {
  if (form.number === undefined) return []
  const key = 'number-twice'
  return [
    {
      code: 'number-twice',
      key,
      params: { number: form.number, workbook: form.editions[0]?.workbook ?? '' },
      places: [],
      remedies: [sureOf(form, key)],
    },
  ]
}
