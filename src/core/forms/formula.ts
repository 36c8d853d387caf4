import { parseA1, parseItemAddress } from '../model/address.ts'

/** Finds the item at a sheet's cell; null when the cell is no item. */
export type ItemAt = (sheet: string, row: number, column: number) => string | null

const REFERENCE =
  /"(?:[^"]|"")*"|(?:(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!)?(\$?[A-Z]{1,3}\$?[1-9]\d{0,6})(?::(\$?[A-Z]{1,3}\$?[1-9]\d{0,6}))?(?![\p{L}\p{N}_(])/giu

/**
 * A blank form's Excel formula with item addresses in place of cells:
 * "SUM(D8:D19)" → "SUM(教基3112[01:12,1])".
 *
 * @returns null when it refers to anything but items (another cell, a whole column, a name), so
 *   that it cannot be a rule over items
 */
export function translateFormula(formula: string, sheet: string, itemAt: ItemAt): string | null {
  let known = true
  const translated = formula.replace(
    REFERENCE,
    (whole: string, quoted?: string, bare?: string, from?: string, to?: string) => {
      if (from === undefined) return whole
      const name = quoted?.replaceAll("''", "'") ?? bare ?? sheet
      const reference = rangeAddress(name, from, to ?? from, itemAt)
      if (reference === null) known = false
      return reference ?? whole
    },
  )
  return known && !LEFT_OVER.test(formula.replace(REFERENCE, '').replace(FUNCTION, '('))
    ? translated
    : null
}

const FUNCTION = /[\p{L}_][\p{L}\p{N}_.]*\s*\(|\b(?:TRUE|FALSE)\b/giu
/** What no plain formula has besides cells, functions, numbers and signs: names, A:A, #REF!, [book]. */
const LEFT_OVER = /[\p{L}_:!#[]/u

function rangeAddress(sheet: string, from: string, to: string, itemAt: ItemAt): string | null {
  const start = parseA1(from)
  const end = parseA1(to)
  if (start === null || end === null) return null
  const [top, bottom] = [Math.min(start.row, end.row), Math.max(start.row, end.row)]
  const [left, right] = [Math.min(start.column, end.column), Math.max(start.column, end.column)]
  const first = parseItemAddress(itemAt(sheet, top, left) ?? '')
  const last = parseItemAddress(itemAt(sheet, bottom, right) ?? '')
  if (first === null || last === null || first.form !== last.form) return null
  const span = (a: string, b: string): string => (a === b ? a : `${a}:${b}`)
  return `${first.form}[${span(first.row, last.row)},${span(first.column, last.column)}]`
}
