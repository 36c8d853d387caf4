import type { ListCount, ListShape, ListsApi } from '../../../shared/lists.ts'
import { CallError } from '../../../shared/result.ts'
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
    async listRows({ form: id, school, from, to }) {
      const collection = session.current()
      const form = listForm(collection, id)
      const lists = listsOf(collection, form, school)
      const total = lists.reduce((sum, { rows }) => sum + rows.rowAt.length, 0)
      return { total, rows: listRowViews(lists, form, from, Math.min(to, from + MOST_ROWS)) }
    },
    async listPivot({ form: id, school, ...asked }) {
      const collection = session.current()
      const form = listForm(collection, id)
      return listPivotOf(collection, form, listsOf(collection, form, school), asked)
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

/** Throws CallError bad-list-count. */
function mustBeUsable(list: ListShape, count: ListCount): void {
  const fault = faultOf(list, count)
  if (isFitId(count.id) && fault === null) return
  const detail =
    fault === null ? '[ ] , : *' : `${fault.code} ${Object.values(fault.params).join(' ')}`
  throw new CallError('bad-list-count', { id: count.id, detail })
}
