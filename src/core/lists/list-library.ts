import { isMap, isSeq } from 'yaml'
import type { ListCount, ListFault } from '../../shared/lists.ts'
import { keyProblem } from '../model/known-keys.ts'
import { readYaml } from '../model/yaml-text.ts'

/** What lists.yaml says is to be counted, by list. */
export interface ListLibrary {
  counts: Map<string, ListCount[]>
  problems: ListFault[]
}

/** Ids stand between the brackets of an address. */
export function isFitId(id: string): boolean {
  return /^[^[\],，:：*]+$/u.test(id)
}

/**
 * Reads lists.yaml (docs/contract.md §3): a list of `{list, id, count | sum, where?, unit?}`. An
 * entry that is wrong is named and left out; the others hold.
 */
export function parseLists(text: string): ListLibrary {
  const library: ListLibrary = { counts: new Map(), problems: [] }
  if (text.trim() === '') return library
  const read = readYaml(text)
  if (!read.ok) {
    library.problems.push({ line: read.line, id: '', code: 'not-yaml', params: {} })
    return library
  }
  const { contents } = read.document
  if (contents === null) return library
  if (!isSeq(contents)) {
    library.problems.push({ line: 1, id: '', code: 'not-a-list', params: {} })
    return library
  }
  for (const node of contents.items) {
    const entry: unknown = isMap(node) ? node.toJS(read.document) : null
    const at = isMap(node) ? (node.range?.[0] ?? 0) : 0
    take(library, entry, isMap(node) ? read.lines.linePos(at).line : 1)
  }
  return library
}

const KEYS = ['list', 'id', 'count', 'sum', 'where', 'unit']

function take(library: ListLibrary, entry: unknown, line: number): void {
  const fields = new Map<string, unknown>(
    typeof entry === 'object' && entry !== null ? Object.entries(entry) : [],
  )
  const said = (name: string): string | null => {
    const value = fields.get(name)
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
    return text === '' ? null : text
  }
  const [list, id, sum, unit] = ['list', 'id', 'sum', 'unit'].map(said)
  const condition = [said('count'), said('where')].filter((text) => text !== null)
  const problem = (code: ListFault['code'], params: ListFault['params'] = {}): void => {
    library.problems.push({ line, id: [list, id].filter(Boolean).join(' '), code, params })
  }
  const strange = keyProblem(Object.fromEntries(fields), KEYS)
  if (strange !== null) return problem(strange.code, strange.params)
  if (!list || !id || (condition.length === 0 && !sum)) return problem('not-a-count')
  if (!isFitId(id)) return problem('bad-id')
  const counts = library.counts.get(list) ?? []
  if (counts.some((one) => one.id === id)) return problem('double-id')
  const where = condition.length > 1 ? `AND(${condition.join(', ')})` : (condition[0] ?? null)
  library.counts.set(list, [...counts, { id, where, sum: sum ?? null, unit: unit ?? null }])
}
