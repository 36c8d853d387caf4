import type { ListColumn, ListCount, ListShape, ListsApi } from '../../../shared/lists.ts'
import { syntaxText } from '../../../shared/words/rules.ts'
import { CallError } from '../../../shared/result.ts'
import type { Collection } from '../../collection/collection.ts'
import { rowAt } from '../../collection/list-corrections.ts'
import { takeField } from '../../intake/lists/take-field.ts'
import type { PayloadOf } from '../../ledger/entry.ts'
import { columnOf } from '../../model/list-rows.ts'
import { kindOfColumn } from '../../personal/marks.ts'
import { faultOf } from '../../lists/count-rows.ts'
import { withListCounts } from '../../lists/edit-lists.ts'
import { isFitId } from '../../lists/list-library.ts'
import type { Session } from '../session.ts'
import { listForm, listPivotOf, listRowViews, listsOf, listViews } from './list-views.ts'

/** 名单: the rows of lists, what is counted from them, and small tables drawn over them. */
export function listsCases(session: Session): ListsApi {
  return {
    async lists() {
      return listViews(session.current())
    },
    async listRows({ form: id, scope, from, to }) {
      const collection = session.current()
      const form = listForm(collection, id)
      const lists = listsOf(collection, form, scope)
      const total = lists.reduce((sum, { rows }) => sum + rows.rowAt.length, 0)
      return { total, rows: listRowViews(lists, form, from, Math.min(to, from + MOST_ROWS)) }
    },
    async correctRow({ reason, ...asked }) {
      if (reason.trim() === '') throw new CallError('reason-missing')
      const change = changedRow(session.current(), asked)
      const payload = { changes: [change] }
      return session.write({ kind: 'adopt-row', payload, reason: reason.trim() })
    },
    async listPivot({ form: id, scope, ...asked }) {
      const collection = session.current()
      const form = listForm(collection, id)
      return listPivotOf(collection, form, listsOf(collection, form, scope), asked)
    },
    async keepCounts({ form, counts, reason }) {
      const { list } = listForm(session.current(), form)
      for (const count of counts) mustBeUsable(list, count)
      const text = withListCounts(session.current().text('lists'), form, counts)
      return session.write({ kind: 'edit-text', payload: { role: 'lists', text }, reason })
    },
    async dropCounts({ form, ids, reason }) {
      const text = withListCounts(session.current().text('lists'), form, [], ids)
      return session.write({ kind: 'edit-text', payload: { role: 'lists', text }, reason })
    },
  }
}

/** Rows given at once. */
const MOST_ROWS = 1_000

/** Throws CallError bad-list-count: also for a name that already stands for something else. */
function mustBeUsable(list: ListShape, count: ListCount): void {
  const fault = faultOf(list, count)
  const before = list.counts.find(({ id }) => id === count.id)
  const other = before !== undefined && (before.where !== count.where || before.sum !== count.sum)
  const detail = !isFitId(count.id)
    ? '名称中有 [ ] , ： *'
    : fault !== null
      ? syntaxText('zh', fault)
      : other
        ? '已有同名的项目，条件不同'
        : null
  if (detail !== null) throw new CallError('bad-list-count', { id: count.id, detail })
}

/** A correction of one cell as the ledger keeps it. Throws as `ListsApi.correctRow`. */
function changedRow(
  collection: Collection,
  asked: Omit<Parameters<ListsApi['correctRow']>[0], 'reason'>,
): PayloadOf<'adopt-row'>['changes'][number] {
  const { school, sheet, row, column: at, value } = asked
  const form = listForm(collection, asked.form)
  collection.school(school)
  const source = collection.tableSource(school, form.id)
  const rows = source?.table.list
  const column = form.list.columns[at]
  const index = rows === undefined ? -1 : rowAt(rows, source?.table.sheet ?? '', sheet, row)
  if (source === null || rows === undefined || column === undefined || index < 0)
    throw new CallError('no-such-item', { item: `${form.id} ${sheet} ${String(row)}` })
  const { heading } = column
  if (kindOfColumn(column) !== null) throw new CallError('personal-column', { heading })
  const returned = columnOf(rows, at)[index] ?? ''
  const put = collection.adoptedSource(school, form.id)?.table.list ?? rows
  const from = columnOf(put, at)[index] ?? ''
  const typed = value === null ? returned : fieldFor(column, value)
  if (typed === from) throw new CallError('nothing-changed')
  const to = value === null || typed === returned ? null : typed
  const file = source.file.sha256
  return { school, form: form.id, file, sheet, row, heading, from, to, returned }
}

/** What was typed as the column holds it. */
function fieldFor(column: ListColumn, value: string): string {
  const { value: taken, unread } = takeField({ kind: 'text', value }, column)
  const { heading, choices } = column
  const open = taken !== '' && choices !== undefined && !choices.includes(taken)
  if (unread || open) throw new CallError('bad-list-value', { value, heading })
  return taken
}
