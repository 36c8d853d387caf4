import { parseDocument } from 'yaml'
import type { Rule } from './rule.ts'

/** Rules as read from rules.yaml, and what was wrong with entries that could not be used. */
export interface RuleLibrary {
  rules: Rule[]
  problems: { id: string; line: number; detail: string }[]
}

/**
 * Reads a rules.yaml (contract §3): a list of `{id, title, check, severity, when?, tolerance?,
 * source?}`. An entry that is wrong is named and left out; the others hold.
 */
export function parseRules(text: string): RuleLibrary {
  const document = parseDocument(text)
  const [fault] = document.errors
  if (fault !== undefined) {
    const line = fault.linePos?.[0].line ?? 1
    return { rules: [], problems: [{ id: '', line, detail: fault.message.split('\n')[0] ?? '' }] }
  }
  const list: unknown = document.toJS()
  const library: RuleLibrary = { rules: [], problems: [] }
  if (!Array.isArray(list)) return library
  const seen = new Set<string>()
  list.forEach((entry: unknown, index) => {
    const rule = ruleOf(entry)
    const id = typeof rule === 'string' ? String(index + 1) : rule.id
    const detail = typeof rule === 'string' ? rule : seen.has(id) ? '规则编号重复' : ''
    if (typeof rule !== 'string' && detail === '') {
      seen.add(id)
      library.rules.push(rule)
    } else library.problems.push({ id, line: index + 1, detail })
  })
  return library
}

/** The rule an entry states, or what it lacks. */
function ruleOf(entry: unknown): Rule | string {
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return '应为一条规则'
  const fields = entry as Record<string, unknown>
  const text = (name: string): string => {
    const value = fields[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  }
  const [id, check, severity] = [text('id'), text('check'), text('severity')]
  if (id === '') return '缺少 id'
  if (check === '') return `${id} 缺少 check`
  if (severity !== 'error' && severity !== 'query') return `${id} 的 severity 应为 error 或 query`
  return {
    id,
    title: text('title') || id,
    check,
    severity,
    ...(text('when') !== '' && { when: text('when') }),
    ...(text('tolerance') !== '' && { tolerance: text('tolerance') }),
    ...(text('source') !== '' && { source: text('source') }),
  }
}
