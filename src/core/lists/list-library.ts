import { isMap, isSeq } from 'yaml'
import type { ListCount, ListFault, ListRule } from '../../shared/lists.ts'
import { keyProblem } from '../model/known-keys.ts'
import { readYaml } from '../model/yaml-text.ts'

/** What lists.yaml says is to be counted, by list. */
export interface ListLibrary {
  counts: Map<string, ListCount[]>
  /** What may stand in a column, by list and by the column's name in expressions. */
  choices: Map<string, Map<string, string[]>>
  /** What is asked of every row, by list. */
  rules: Map<string, ListRule[]>
  /** Where each entry stands that could be read, in the order of the text. */
  entries: ListEntry[]
  problems: ListFault[]
}

/** An entry of lists.yaml and the line on which it begins. */
export interface ListEntry {
  line: number
  list: string
  /** Id of a count or rule, name of a column of choices. */
  name: string
  kind: 'count' | 'rule' | 'choices'
}

const LIST_FIELDS = ['list', 'id', 'sum', 'value', 'once', 'unit'] as const

/** Ids stand between the brackets of an address. */
export function isFitId(id: string): boolean {
  return /^[^[\],，:：*]+$/u.test(id)
}

/**
 * Reads lists.yaml (docs/contract.md §3): a list of `{list, id, count | sum | value, where?, once?,
 * unit?}`, `{list, column, choices}`, and rules: `{list, id, check, when?, severity}` or `{list, id,
 * same, severity}`. An entry that is wrong is named and left out; the others
 * hold.
 */
export function parseLists(text: string): ListLibrary {
  const library: ListLibrary = {
    counts: new Map(),
    choices: new Map(),
    rules: new Map(),
    entries: [],
    problems: [],
  }
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

const RULE_KEYS = ['list', 'id', 'check', 'when', 'same', 'severity']
const KEYS = ['list', 'id', 'count', 'sum', 'value', 'where', 'once', 'unit']

function take(library: ListLibrary, entry: unknown, line: number): void {
  const fields = new Map<string, unknown>(
    typeof entry === 'object' && entry !== null ? Object.entries(entry) : [],
  )
  const said = (name: string): string | null => {
    const value = fields.get(name)
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
    return text === '' ? null : text
  }
  const [list, id, added, agreed, once, unit] = LIST_FIELDS.map(said)
  const sum = added ?? agreed ?? null
  const condition = [said('count'), said('where')].filter((text) => text !== null)
  const problem = (code: ListFault['code'], params: ListFault['params'] = {}): void => {
    library.problems.push({ line, id: [list, id].filter(Boolean).join(' '), code, params })
  }
  const choosing = fields.has('choices')
  const ruling = fields.has('check') || fields.has('same')
  const strange = choosing
    ? keyProblem(Object.fromEntries(fields), ['list', 'column'], ['choices'])
    : keyProblem(Object.fromEntries(fields), ruling ? RULE_KEYS : KEYS)
  if (strange !== null) return problem(strange.code, strange.params)
  if (choosing) {
    const [column, choices] = [said('column'), choicesIn(fields.get('choices'))]
    if (!list || column === null) return problem('not-a-count')
    if (choices === null) return problem('bad-choices', { column })
    const own = library.choices.get(list) ?? new Map<string, string[]>()
    if (own.has(column)) return problem('double-column', { column })
    library.choices.set(list, own.set(column, choices))
    library.entries.push({ line, list, name: column, kind: 'choices' })
    return
  }
  if (ruling) {
    const [check, same] = [said('check'), said('same')]
    const severity = said('severity') ?? 'error'
    const of = check === null ? same && { same } : { check, when: said('when') }
    const fit = (severity === 'error' || severity === 'query') && (check === null || same === null)
    if (!list || !id || !of || !fit) return problem('not-a-count')
    const rules = library.rules.get(list) ?? []
    if (rules.some((one) => one.id === id)) return problem('double-id')
    library.rules.set(list, [...rules, { id, severity, of }])
    library.entries.push({ line, list, name: id, kind: 'rule' })
    return
  }
  const nothing = condition.length === 0 && !sum && !once
  if (!list || !id || nothing || (added && agreed)) return problem('not-a-count')
  if (!isFitId(id)) return problem('bad-id')
  const counts = library.counts.get(list) ?? []
  if (counts.some((one) => one.id === id)) return problem('double-id')
  const where = condition.length > 1 ? `AND(${condition.join(', ')})` : (condition[0] ?? null)
  const more = { ...(agreed && { agreed: true }), ...(once && { once }) }
  library.counts.set(list, [...counts, { id, where, sum, ...more, unit: unit ?? null }])
  library.entries.push({ line, list, name: id, kind: 'count' })
}

/** What may stand in a column; null where that is no list of texts, or one of them is none. */
function choicesIn(written: unknown): string[] | null {
  if (!Array.isArray(written) || written.length === 0) return null
  const texts = written.map((one) =>
    typeof one === 'string' || typeof one === 'number' ? String(one).trim() : '',
  )
  return texts.includes('') ? null : texts
}
