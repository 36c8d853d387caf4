import type { SchoolKind } from './school.ts'
import { merge, putText } from './sheet.ts'
import type { MadeSheet, Place } from './sheet.ts'
import type { TableSpec } from './table.ts'

/** How a style prints a table's frame. */
export interface BlockStyle {
  /** Headings of the stub columns from the left: ["指标名称"] or ["学段", "年级"]. */
  stub: string[]
  /** Whether a 代码 column and a 甲 乙 1 2 3 row are printed. */
  codes: boolean
  /** Least number of heading rows. */
  depth: number
  label: (text: string, level: number) => { text: string; indent?: number }
}

/**
 * Writes a table's headings, codes, labels and `*` cells from (top, left) on and notes its places.
 *
 * @returns the first row below the table
 */
export function putTable(
  sheet: MadeSheet,
  table: TableSpec,
  kind: SchoolKind,
  top: number,
  left: number,
  style: BlockStyle,
): number {
  const depth = Math.max(style.depth, ...table.columns.map((column) => column.path.length))
  const stubWidth = style.stub.length
  const codeColumn = left + stubWidth
  const firstColumn = codeColumn + (style.codes ? 1 : 0)
  const headings = style.codes ? [...style.stub, '代码'] : style.stub
  headings.forEach((text, i) => {
    putText(sheet, top, left + i, text, { bold: true })
    merge(sheet, top, left + i, top + depth - 1, left + i)
  })
  const paths = table.columns.map((column) => column.path)
  putHeadings(sheet, paths, top, firstColumn, depth)
  let row = top + depth
  if (style.codes) {
    const signs = ['甲', '乙', '丙', '丁']
    for (let i = 0; i <= stubWidth; i++) putText(sheet, row, left + i, signs[i] ?? '')
    table.columns.forEach((column, i) => putText(sheet, row, firstColumn + i, column.code))
    row++
  }
  const firstRow = row
  const places = new Map<string, Place>()
  table.rows.forEach((line, r) => {
    const at = firstRow + r
    const { text, indent } = style.label(line.label, line.level)
    const wide = stubWidth > 1 && line.group === undefined
    putText(sheet, at, wide ? left : left + stubWidth - 1, text, indent ? { indent } : {})
    if (wide) merge(sheet, at, left, at, left + stubWidth - 1)
    if (line.group !== undefined && table.rows[r - 1]?.group !== line.group) {
      const size = table.rows.filter((one) => one.group === line.group).length
      putText(sheet, at, left, line.group)
      merge(sheet, at, left, at + size - 1, left)
    }
    if (style.codes) putText(sheet, at, codeColumn, line.code)
    table.columns.forEach((_, c) => {
      if (table.starred(r, c, kind)) return putText(sheet, at, firstColumn + c, '*')
      const place = { table, r, c, row: at, column: firstColumn + c }
      places.set(`${r},${c}`, place)
      sheet.places.push(place)
    })
  })
  for (const place of places.values()) {
    const sum = table.formula(place.r, place.c)
    if (!sum) continue
    const keys =
      'rows' in sum
        ? sum.rows.map((r) => `${r},${place.c}`)
        : sum.columns.map((c) => `${place.r},${c}`)
    sheet.sums.push({ at: place, of: keys.flatMap((key) => places.get(key) ?? []) })
  }
  sheet.blocks.push({
    table,
    headRow: top,
    firstRow,
    lastRow: firstRow + table.rows.length - 1,
    left,
    labelColumn: left + stubWidth - 1,
    firstColumn,
    lastColumn: firstColumn + table.columns.length - 1,
  })
  return firstRow + table.rows.length
}

/** One label of a tree of labels: which paths it stands for, and how many levels it reaches over. */
export interface Branch {
  text: string
  from: number
  to: number
  level: number
  lastLevel: number
}

/** Paths as a tree: equal neighbours are one branch, the last label of a short path reaches to the end. */
export function branches(paths: string[][], depth: number): Branch[] {
  const found: Branch[] = []
  const prefix = (path: string[], level: number) => path.slice(0, level + 1).join('\n')
  for (let level = 0; level < depth; level++) {
    let from = 0
    while (from < paths.length) {
      const path = paths[from] ?? []
      const text = path[level]
      let to = from
      if (text !== undefined) {
        const last = level === path.length - 1
        while (
          !last &&
          (paths[to + 1]?.length ?? 0) > level + 1 &&
          prefix(paths[to + 1] ?? [], level) === prefix(path, level)
        ) {
          to++
        }
        found.push({ text, from, to, level, lastLevel: last ? depth - 1 : level })
      }
      from = to + 1
    }
  }
  return found
}

/** Headings from the top down over the columns of a table. */
export function putHeadings(
  sheet: MadeSheet,
  paths: string[][],
  top: number,
  left: number,
  depth: number,
): void {
  for (const { text, from, to, level, lastLevel } of branches(paths, depth)) {
    putText(sheet, top + level, left + from, text, { bold: true })
    merge(sheet, top + level, left + from, top + lastLevel, left + to)
  }
}
