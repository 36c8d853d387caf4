import type { Form } from '../../../shared/model.ts'
import type { Rule } from '../rule.ts'
import type { Axis } from './lines.ts'

/** Codes that can stand in an address; others would be read as something else. */
export function plainCode(code: string): boolean {
  return /^[^\s,，:：*[\]]+$/u.test(code)
}

/** `表号[行,列]` with a line's code (or span of codes) and the code across it. */
export function address(form: Form, axis: Axis, line: string, across: string): string {
  return axis === 'rows' ? `${form.id}[${line},${across}]` : `${form.id}[${across},${line}]`
}

/** Codes of lines as an address writes them: neighbours joined to spans ("09:14"). */
export function spans(places: number[], code: (at: number) => string): string[] {
  const found: string[] = []
  const sorted = places.toSorted((a, b) => a - b)
  for (let from = 0; from < sorted.length;) {
    let to = from
    while (sorted[to + 1] === (sorted[to] ?? 0) + 1) to++
    const [first, last] = [code(sorted[from] ?? 0), code(sorted[to] ?? 0)]
    found.push(first === last ? first : `${first}:${last}`)
    from = to + 1
  }
  return found
}

/**
 * A derived rule. Its id is its check, shortened: the same structure gives the same id whenever
 * the collection is opened, and a person sees what it says.
 */
export function derivedRule(
  form: Form,
  check: string,
  more: Pick<Rule, 'title' | 'severity' | 'source' | 'tolerance'>,
): Rule {
  const short = check
    .replaceAll(' ', '')
    .replace(/<=/gu, '≤')
    .replace(/SUM\(([^()]*)\)/gu, (_, parts: string) => parts.replaceAll('],', ']+'))
  // The form's name stands once; further addresses of the same form are shortened to [row,column].
  const [first = '', ...rest] = short.split(`${form.id}[`)
  const id = `派生:${first}${form.id}[${rest.join('[')}`
  return { id, check, ...more }
}
