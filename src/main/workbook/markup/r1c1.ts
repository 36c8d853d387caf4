import { a1, columnName } from '../../../core/model/address.ts'

// A quoted text or sheet name is passed over whole.
const TOKEN =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![A-Za-z0-9_.\\])R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?(?![A-Za-z0-9_.(])/g

/**
 * A formula whose references are written in R1C1 with its references in A1, without the leading "=".
 *
 * @param at the cell that holds it, which relative references count from
 */
export function fromR1C1(formula: string, at: { row: number; column: number }): string {
  return formula.replace(/^=/, '').replace(TOKEN, (whole, row?: string, column?: string) => {
    if (/^["']/.test(whole)) return whole
    const [r, c] = [place(row, at.row), place(column, at.column)]
    if (r.index < 0 || c.index < 0) return '#REF!'
    const name = r.fixed || c.fixed ? (c.fixed ? '$' : '') + columnName(c.index) : null
    return name === null ? a1(r.index, c.index) : `${name}${r.fixed ? '$' : ''}${r.index + 1}`
  })
}

function place(written: string | undefined, from: number): { index: number; fixed: boolean } {
  if (written === undefined) return { index: from, fixed: false }
  if (!written.startsWith('[')) return { index: Number(written) - 1, fixed: true }
  return { index: from + Number(written.slice(1, -1)), fixed: false }
}
