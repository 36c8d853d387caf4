import { asText } from '../../shared/formula-text.ts'

/**
 * A field as RFC 4180 writes it: quoted when it holds a comma, a quote or a line break. A text that a
 * spreadsheet would take for a formula gets an apostrophe, which is taken off on reading.
 */
export function csvField(written: string): string {
  const text = asText(written)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
