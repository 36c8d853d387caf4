import type { ShownTable } from '../../shared/shown.ts'

/** Pixels of a character of the width that spreadsheets count in. */
export const CHARACTER = 7.5

/** Bytes that the cells take on their way, marks of the notation with them. */
export function bytesOf(tables: readonly ShownTable[]): number {
  let length = 0
  for (const { lines } of tables)
    for (const { cells } of lines)
      for (const cell of cells)
        length +=
          bytesIn(typeof cell === 'object' ? cell.text : cell) + (typeof cell === 'object' ? 40 : 3)
  return length
}

function bytesIn(text: string): number {
  let bytes = 0
  for (let at = 0; at < text.length; at += 1) bytes += text.charCodeAt(at) < 0x80 ? 1 : 3
  return bytes
}

/** How many places the tables have. */
export function placesOf(tables: readonly ShownTable[]): number {
  return tables.reduce((sum, { lines, widths }) => sum + lines.length * widths.length, 0)
}
