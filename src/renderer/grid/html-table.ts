import { asText } from '../../shared/formula-text.ts'

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A plain figure as spreadsheets read it; leading zeros make a code of it. */
const FIGURE = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u

/**
 * Cells as an HTML table, as spreadsheets exchange them. What is no figure is marked as text, so that
 * a code keeps its zeros and what a school typed is no formula.
 *
 * @param heads how many of the lines are headings
 */
export function formatHtml(rows: readonly (readonly string[])[], heads: number): string {
  const lines = rows.map((cells, at) => {
    const tag = at < heads ? 'th' : 'td'
    return `<tr>${cells.map((cell) => cellOf(cell, tag)).join('')}</tr>`
  })
  return `<meta charset="utf-8"><table border="1">${lines.join('')}</table>`
}

function cellOf(cell: string, tag: 'td' | 'th'): string {
  if (FIGURE.test(cell)) return `<${tag} align="right">${cell}</${tag}>`
  const text = asText(cell)
    .replace(/[&<>"]/gu, (sign) => ESCAPED[sign] ?? sign)
    .replace(/\r\n|\r|\n/gu, '<br>')
  return `<${tag} style="mso-number-format:'\\@'">${text}</${tag}>`
}
