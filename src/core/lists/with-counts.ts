import type { ListColumn, ListCount } from '../../shared/lists.ts'
import type { Form, FormItem } from '../../shared/model.ts'
import { fieldName } from '../forms/lists/list-column.ts'
import { usualDecimals } from '../forms/units.ts'
import { keptForTexts } from '../memory/kept-for-text.ts'
import { faultOf } from './count-rows.ts'
import { faultOfRule } from './row-rules.ts'
import type { ListLibrary } from './list-library.ts'

/** What every list is counted for without being told: its rows. */
export function rowsCount(form: Form): ListCount {
  return form.list?.columns.some(namesItsRow) === true
    ? { id: '人数', where: null, sum: null, unit: '人' }
    : { id: '条数', where: null, sum: null, unit: null }
}

/** Whether a column says whom the row is of: 姓名 under 驾驶人 is one person of a vehicle's row. */
function namesItsRow({ identity, heading }: ListColumn): boolean {
  const [first = '', ...inner] = heading.split('·')
  if (inner.length > 0 && OF_A_THING.test(first)) return false
  return identity || /姓名/u.test(heading)
}

/** A group of columns about somebody who belongs to the row's thing. */
const OF_A_THING =
  /^(?:驾驶|司机|照管|随车|负责|责任|联系|管理|保管|维护|承办|经办|监护|家长|父亲|母亲|法定代表|产权|使用|带队|指导)/u

/** The columns with what may stand in them. */
function withChoices(
  columns: readonly ListColumn[],
  choices: ReadonlyMap<string, string[]> | undefined,
): ListColumn[] {
  return columns.map((column) => {
    const own = choices?.get(fieldName(column.heading))
    return own === undefined ? column : { ...column, choices: own }
  })
}

/** Forms are read anew at every change; columns that are as before are the same object, so that what was worked out for them holds. */
function sameColumns(columns: ListColumn[]): ListColumn[] {
  return columnsOf(JSON.stringify(columns))
}

const columnsOf = keptForTexts((text) => JSON.parse(text) as ListColumn[], 1_000, 100_000)

/**
 * The forms with the items of their lists: a row for each figure that is counted, one column.
 * Counts whose expressions cannot be used are left out, so that nobody takes 0 for them.
 */
export function withCounts(
  forms: readonly Form[],
  { counts, choices, rules }: ListLibrary,
): Form[] {
  return forms.map((form) => {
    if (form.list === undefined) return form
    const columns = withChoices(form.list.columns, choices.get(form.id))
    const list = { ...form.list, columns: sameColumns(columns) }
    const own = counts.get(form.id) ?? []
    const first = rowsCount(form)
    const usable = [first, ...own.filter(({ id }) => id !== first.id)].filter(
      (count) => faultOf(list, count) === null,
    )
    const asked = (rules.get(form.id) ?? []).filter((rule) => faultOfRule(list, rule) === null)
    const items = usable.map(({ unit, agreed }, row): FormItem => ({
      row,
      column: 0,
      kind: 'number',
      unit,
      decimals: usualDecimals(unit),
      formula: null,
      input: false,
      // A rank or a target that two report is no sum of both.
      ...(agreed === true && { adds: 'no' as const }),
    }))
    const all = items.map((_, index) => index)
    return {
      ...form,
      list: { ...list, counts: usable, ...(asked.length > 0 && { rules: asked }) },
      rows: usable.map(({ id }) => ({ code: id, label: id, level: 0 })),
      columns: [{ code: '1', path: ['名单计数'] }],
      items,
      editions: form.editions.map((edition) => ({
        ...edition,
        items: all,
        rowAt: usable.map(() => -1),
        columnAt: [-1],
      })),
    }
  })
}
