import { branches, putHeadings } from '../block.ts'
import { merge, put, putText } from '../sheet.ts'
import type { Block, MadeSheet, Place } from '../sheet.ts'
import type { OwnTable } from './own-table.ts'

/** Which columns of a table stand in one block of a sheet. */
export interface Page {
  from: number
  to: number
}

/**
 * Writes headings, row labels and places of a table, or of one page of it, from (top, left) on.
 *
 * @returns the first row below and the first column right of it
 */
export function putOwnTable(
  sheet: MadeSheet,
  table: OwnTable,
  top: number,
  left: number,
  page: Page = { from: 0, to: table.columns.length - 1 },
): { below: number; right: number } {
  const columns = table.columns.slice(page.from, page.to + 1)
  const depth = Math.max(...columns.map(({ path }) => path.length))
  const width = table.stubs.length
  const firstColumn = left + width
  table.stubs.forEach((text, i) => {
    putText(sheet, top, left + i, text, { bold: true })
    merge(sheet, top, left + i, top + depth - 1, left + i)
  })
  const paths = columns.map(({ path }) => path)
  putHeadings(sheet, paths, top, firstColumn, depth)
  const firstRow = top + depth
  putStubs(sheet, pathsOf(table), firstRow, left, width)
  table.rows.forEach((_, r) =>
    columns.forEach((__, c) =>
      sheet.places.push({
        table,
        r,
        c: page.from + c,
        row: firstRow + r,
        column: firstColumn + c,
      }),
    ),
  )
  const block: Block = {
    table,
    headRow: top,
    firstRow,
    lastRow: firstRow + table.rows.length - 1,
    left,
    labelColumn: firstColumn - 1,
    firstColumn,
    lastColumn: firstColumn + columns.length - 1,
  }
  sheet.blocks.push(block)
  return { below: block.lastRow + 1, right: block.lastColumn + 1 }
}

/** Row labels as a tree turned on its side: equal neighbours merge downwards, short paths sideways. */
export function putStubs(
  sheet: MadeSheet,
  paths: string[][],
  firstRow: number,
  left: number,
  width: number,
): void {
  for (const { text, from, to, level, lastLevel } of branches(paths, width)) {
    putText(sheet, firstRow + from, left + level, text)
    merge(sheet, firstRow + from, left + level, firstRow + to, left + lastLevel)
  }
}

function pathsOf(table: OwnTable): string[][] {
  return table.rows.map(({ path = [] }) => path)
}

/** The form's own formulas, once all pages of a table stand. */
export function putFormulas(sheet: MadeSheet, table: OwnTable): void {
  const own = new Map<string, Place>()
  for (const place of sheet.places) {
    if (place.table === table) own.set(`${place.r},${place.c}`, place)
  }
  const at = (r: number, c: number) => own.get(`${r},${c}`)
  for (const place of own.values()) {
    const sum = table.formula(place.r, place.c)
    if (sum) {
      const of =
        'rows' in sum
          ? sum.rows.flatMap((r) => at(r, place.c) ?? [])
          : sum.columns.flatMap((c) => at(place.r, c) ?? [])
      sheet.sums.push({ at: place, of })
    }
    const quotient = table.quotients.find(([column]) => column === place.c)
    const [over, under] = quotient
      ? [at(place.r, quotient[1]), at(place.r, quotient[2])]
      : [undefined, undefined]
    if (over && under) sheet.shares.push({ at: place, over, under })
  }
}

/** Dots in a row that is left for more. */
export function putReserved(sheet: MadeSheet, row: number, column: number): void {
  put(sheet, row, column, { kind: 'text', value: '……' })
}
