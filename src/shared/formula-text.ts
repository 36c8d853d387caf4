const FORMULA = /^'*(?:[=@\t\r]|[+-].)/u
const NUMBER = /^[+-]?\d+(?:\.\d+)?%?$/u

/**
 * A text that a spreadsheet would take for a formula gets the sign that makes it text; figures do
 * not. `fromText` takes the sign off again: what comes back is what went out.
 */
export function asText(cell: string): string {
  return FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell
}

/** The text without that sign, as it was before it was written out. */
export function fromText(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell
}
