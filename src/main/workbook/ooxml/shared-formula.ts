import { columnName, parseA1 } from '../../../core/model/address.ts'

// A quoted text or sheet name is passed over whole; a reference is not followed by "(" (LOG10) or
// a further name character (A1B).
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<![A-Za-z0-9_.\\$])(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![A-Za-z0-9_.(!])|(?<![A-Za-z0-9_.\\$])(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})(?![A-Za-z0-9_.(!])|(?<![A-Za-z0-9_.\\$:])(\$?)([1-9]\d{0,6}):(\$?)([1-9]\d{0,6})(?![A-Za-z0-9_.(!])/g

/**
 * The formula of a cell that shares the formula of another one: its relative references moved by
 * the distance between the two (ECMA-376 Part 1, 18.3.1.40). A reference moved off the sheet is #REF!.
 *
 * @param formula the formula as written at `from`, without "="
 */
export function moveFormula(
  formula: string,
  from: { row: number; column: number },
  to: { row: number; column: number },
): string {
  const down = to.row - from.row
  const right = to.column - from.column
  const column = (fixed: string, letters: string): string => {
    const at = (parseA1(`${letters}1`)?.column ?? 0) + (fixed === '' ? right : 0)
    return at < 0 || at > 16_383 ? '#REF!' : fixed + columnName(at)
  }
  const row = (fixed: string, digits: string): string => {
    const at = Number(digits) + (fixed === '' ? down : 0)
    return at < 1 || at > 1_048_576 ? '#REF!' : fixed + String(at)
  }
  return formula.replace(TOKEN, (...groups: string[]) => {
    const [whole = '', fc = '', c, fr = '', r, f1 = '', c1, f2 = '', c2, g1 = '', r1, g2 = '', r2] =
      groups
    if (c !== undefined && r !== undefined) return joined([column(fc, c), row(fr, r)], '')
    if (c1 !== undefined && c2 !== undefined) return joined([column(f1, c1), column(f2, c2)], ':')
    if (r1 !== undefined && r2 !== undefined) return joined([row(g1, r1), row(g2, r2)], ':')
    return whole
  })
}

function joined(parts: string[], between: string): string {
  return parts.includes('#REF!') ? '#REF!' : parts.join(between)
}
