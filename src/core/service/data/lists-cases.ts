import type { ListCount, ListShape, ListsApi } from '../../../shared/lists.ts'
import { syntaxText } from '../../../shared/words/rules.ts'
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
    async listRows({ form: id, scope, from, to }) {
      const collection = session.current()
      const form = listForm(collection, id)
      const lists = listsOf(collection, form, scope)
      const total = lists.reduce((sum, { rows }) => sum + rows.rowAt.length, 0)
      return { total, rows: listRowViews(lists, form, from, Math.min(to, from + MOST_ROWS)) }
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
