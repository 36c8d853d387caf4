import { isMap, isSeq } from 'yaml'
import type { Document, LineCounter } from 'yaml'
import type { RuleProblem, RuleProblemCode } from '../../shared/rules.ts'
import { keyProblem } from '../model/known-keys.ts'
import { readYaml, yamlProblem } from '../model/yaml-text.ts'
import type { YamlText } from '../model/yaml-text.ts'
import type { Rule } from './rule.ts'

/** Rules as read from rules.yaml, and what was wrong with entries that could not be used. */
export interface RuleLibrary {
  rules: Rule[]
  problems: RuleProblem[]
}

/**
 * Reads a rules.yaml (docs/contract.md §3): a list of `{id, title, check, severity, when?, tolerance?,
 * source?}`. An entry that is wrong is named and left out; the others hold.
 */
export function parseRules(text: string): RuleLibrary {
  const read = readYaml(text)
  if (!read.ok) return { rules: [], problems: [unreadable(read)] }
  return rulesIn(read.document.contents, read.document, read.lines)
}

/** The rules that a list in a YAML document states; nothing for an empty one. */
export function rulesIn(list: unknown, document: Document.Parsed, lines: LineCounter): RuleLibrary {
  if (list === null || list === undefined) return { rules: [], problems: [] }
  if (!isSeq(list)) {
    const problem = { line: 1, entry: null, id: '', code: 'not-a-list' as const, params: {} }
    return { rules: [], problems: [problem] }
  }
  const library: RuleLibrary = { rules: [], problems: [] }
  const seen = new Set<string>()
  list.items.forEach((node, index) => {
    const entry: unknown = isMap(node) ? node.toJS(document) : null
    const read = ruleOf(entry)
    const code = read.rule !== null && seen.has(read.rule.id) ? 'double-id' : read.code
    if (read.rule !== null && code === null) {
      seen.add(read.rule.id)
      library.rules.push(read.rule)
      return
    }
    const at = isMap(node) ? (node.range?.[0] ?? 0) : 0
    const line = isMap(node) ? lines.linePos(at).line : 1
    const problem = { line, entry: index + 1, id: read.id, code: code ?? 'not-a-rule' }
    library.problems.push({ ...problem, params: { ...read.params, id: read.id } })
  })
  return library
}

type Read = { id: string; params?: RuleProblem['params'] } & (
  { rule: Rule; code: null } | { rule: null; code: RuleProblemCode }
)

const KEYS = ['id', 'title', 'check', 'severity', 'when', 'tolerance', 'source']

/** The rule an entry states, or what it lacks. */
function ruleOf(entry: unknown): Read {
  if (typeof entry !== 'object' || entry === null) return { rule: null, code: 'not-a-rule', id: '' }
  const fields = new Map<string, unknown>(Object.entries(entry))
  const text = (name: string): string => {
    const value = fields.get(name)
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  }
  const [id, check, severity] = [text('id'), text('check'), text('severity')]
  if (id === '') return { rule: null, code: 'id-missing', id }
  const strange = keyProblem(entry, KEYS)
  if (strange !== null) return { rule: null, id, ...strange }
  if (check === '') return { rule: null, code: 'check-missing', id }
  if (severity !== 'error' && severity !== 'query') return { rule: null, code: 'bad-severity', id }
  const rule: Rule = {
    id,
    title: text('title') || id,
    check,
    severity,
    ...(text('when') !== '' && { when: text('when') }),
    ...(text('tolerance') !== '' && { tolerance: text('tolerance') }),
    ...(text('source') !== '' && { source: text('source') }),
  }
  return { rule, code: null, id }
}

function unreadable(broken: Extract<YamlText, { ok: false }>): RuleProblem {
  const { line, column } = broken
  return { line, entry: null, id: '', code: yamlProblem(broken), params: { column } }
}
