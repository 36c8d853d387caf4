import { isMap, isSeq, parseDocument, YAMLSeq } from 'yaml'
import type { ListCount, ListRule } from '../../shared/lists.ts'

/**
 * lists.yaml with counts of a list put in, in place of those of the same name, or taken out. Other
 * entries and comments stay as they are.
 *
 * @param choices what may stand in columns, to be added
 * @param rules what is asked of every row, to be added
 */
export function withListCounts(
  text: string | null,
  form: string,
  put: readonly ListCount[],
  drop: readonly string[] = [],
  choices: readonly (readonly [column: string, choices: readonly string[]])[] = [],
  rules: readonly ListRule[] = [],
): string {
  const document = parseDocument(text ?? '')
  const list = isSeq(document.contents) ? document.contents : new YAMLSeq()
  const open = new Map(put.map((count) => [count.id, count]))
  const gone = new Set(drop)
  // A comment stands before its entry, and stays where that goes.
  let comment = ''
  list.items = list.items.flatMap((node) => {
    const entry: unknown = isMap(node) ? node.toJS(document) : null
    const counts =
      isFields(entry) && entry['list'] === form && !('check' in entry || 'same' in entry)
    const id = counts ? String(entry['id']) : null
    const count = id === null ? undefined : open.get(id)
    const said = isMap(node) ? (node.commentBefore ?? '') : ''
    if (id !== null && (count !== undefined || gone.has(id))) {
      open.delete(id)
      comment = [comment, said].filter(Boolean).join('\n')
      if (count === undefined) return []
    }
    const kept = count === undefined ? node : document.createNode(entryOf(form, count))
    if (comment !== '' && isMap(kept)) {
      kept.commentBefore =
        count === undefined ? [comment, said].filter(Boolean).join('\n') : comment
      comment = ''
    }
    return [kept]
  })
  for (const [column, all] of choices) {
    list.items.push(document.createNode({ list: form, column, choices: all }))
  }
  for (const count of open.values()) list.items.push(document.createNode(entryOf(form, count)))
  for (const { id, severity, of } of rules) {
    const asked = 'same' in of || of.when !== null ? of : { check: of.check }
    list.items.push(document.createNode({ list: form, id, ...asked, severity }))
  }
  // Written anew where there was nothing, or nothing that is a list.
  if (document.contents !== list) document.contents = list as typeof document.contents
  return list.items.length === 0 ? '' : document.toString({ lineWidth: 0 })
}

function entryOf(form: string, count: ListCount): Record<string, string> {
  const { id, where, sum, agreed, once, unit } = count
  const added = agreed === true ? 'value' : 'sum'
  return {
    list: form,
    id,
    ...(sum === null
      ? { count: where ?? '1 = 1' }
      : { [added]: sum, ...(where === null ? {} : { where }) }),
    ...(once === undefined ? {} : { once }),
    ...(unit === null ? {} : { unit }),
  }
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
