import type { ListFault } from '../../shared/lists.ts'
import type { Form } from '../../shared/model.ts'
import { fieldName } from '../forms/lists/list-column.ts'
import { faultOf } from './count-rows.ts'
import type { ListEntry, ListLibrary } from './list-library.ts'
import { faultOfRule } from './row-rules.ts'
import { rowsCount } from './with-counts.ts'

/**
 * Everything of lists.yaml that is not used: entries that could not be read, and those that name a
 * list or a column which the collection does not have. Without them a rule would look kept, and a
 * count as if nobody had asked for it.
 */
export function listFaults(library: ListLibrary, forms: readonly Form[]): ListFault[] {
  const byId = new Map(forms.map((form) => [form.id, form]))
  const told = new Set<string>()
  const missing = library.entries.flatMap((entry): ListFault[] => {
    const form = byId.get(entry.list)
    if (form?.list !== undefined) return [...faultOfEntry(library, entry, form)]
    if (told.has(entry.list)) return []
    told.add(entry.list)
    const code = form === undefined ? 'no-such-list' : 'no-list'
    return [{ line: entry.line, id: entry.list, code, params: {} }]
  })
  return [...library.problems, ...missing]
}

function* faultOfEntry(
  library: ListLibrary,
  { line, list, name, kind }: ListEntry,
  form: Form,
): Generator<ListFault> {
  const id = `${list} ${name}`
  if (form.list === undefined) return
  if (kind === 'choices') {
    const columns = form.list.columns.map(({ heading }) => fieldName(heading))
    if (!columns.includes(name)) {
      const params = { column: name, columns: columns.join('、') }
      yield { line, id: list, code: 'no-such-column', params }
    }
    return
  }
  if (kind === 'count' && name === rowsCount(form).id) {
    yield { line, id, code: 'taken-id', params: {} }
    return
  }
  const count = library.counts.get(list)?.find((one) => one.id === name)
  const rule = library.rules.get(list)?.find((one) => one.id === name)
  const fault =
    kind === 'count' ? count && faultOf(form.list, count) : rule && faultOfRule(form.list, rule)
  if (fault) {
    const { at, code, params } = fault
    yield { line, id, code: 'text', params: { ...params, at: at + 1, syntax: code } }
  }
}
