import { compareExact, parseExact } from '../../shared/exact.ts'
import type { Exact } from '../../shared/exact.ts'
import type { Value } from './formula-value.ts'

/** Whether a cell's value is one that SUMIF or COUNTIF looks for; null where that cannot be told here. */
export type Criterion = (value: Value) => boolean | null

/**
 * What SUMIF and COUNTIF look for, as Excel reads it: a number, a text with * and ?, or either behind
 * a relation (">5", "<>无"). A text that is written as a number is that number. Null for what cannot
 * be told: which of two texts comes first depends on the machine's language.
 */
export function criterionOf(wanted: Value): Criterion | null {
  if (wanted.kind === 'error' || wanted.kind === 'logical') return null
  if (wanted.kind === 'number') return equalTo(wanted.number)
  const text = wanted.kind === 'text' ? wanted.text : '0'
  const [, relation = '', rest = ''] = /^(<=|>=|<>|=|<|>)?(.*)$/su.exec(text) ?? []
  const number = parseExact(rest.trim())
  if (relation === '<>') {
    const same = rest === '' ? isEmpty : number === null ? like(rest) : equalTo(number)
    return (value) => negated(same(value))
  }
  if (relation === '' || relation === '=') {
    if (rest === '') return relation === '=' ? isEmpty : (value) => textOf(value) === ''
    return number === null ? like(rest) : equalTo(number)
  }
  if (number === null) return null
  return (value) => {
    if (value.kind !== 'number') return false
    const order = compareExact(value.number, number)
    if (relation === '<') return order < 0
    if (relation === '>') return order > 0
    return relation === '<=' ? order <= 0 : order >= 0
  }
}

const negated = (holds: boolean | null): boolean | null => (holds === null ? null : !holds)

const isEmpty = (value: Value): boolean => value.kind === 'blank'

const textOf = (value: Value): string | null =>
  value.kind === 'blank' ? '' : value.kind === 'text' ? value.text : null

/** A number, also where it is written as a text; one that only might be written so cannot be told. */
function equalTo(number: Exact): Criterion {
  return (value) => {
    if (value.kind === 'number') return compareExact(value.number, number) === 0
    if (value.kind !== 'text') return false
    const written = parseExact(value.text.trim())
    if (written !== null) return compareExact(written, number) === 0
    return /\p{N}/u.test(value.text.normalize('NFKC')) && !/\p{L}/u.test(value.text) ? null : false
  }
}

/** A text with * for anything and ? for one character, as a whole; ~ before them means themselves. */
function like(pattern: string): Criterion {
  const parts = pattern.match(/~[*?~]|[*?]|[^*?~]+|~/gu) ?? []
  const source = parts.map((part) => {
    if (part === '*') return '.*'
    if (part === '?') return '.'
    return (/^~./u.test(part) ? part.slice(1) : part).replaceAll(
      /[\\^$.|+*?()[\]{}/]/gu,
      String.raw`\$&`,
    )
  })
  const matcher = new RegExp(`^${source.join('')}$`, 'isu')
  return (value) => value.kind === 'text' && matcher.test(value.text)
}
