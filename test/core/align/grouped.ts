import type { RawCell, SheetData } from '../../../src/core/model/sheet.ts'

/** A row or column of a drawn table: group, own label. */
export interface Lined {
  group: string
  label: string
}

/** How the labels of groups stand: in merged cells, on each line, or on the first line of the group only. */
export type Grouping = 'merged' | 'repeated' | 'first'

export interface Drawn {
  rows: Lined[]
  columns: Lined[]
  grouping: Grouping
  /** Figure of a row and a column; none in a blank. */
  figure?: (row: Lined, column: Lined) => string
  /** Without the column of groups. */
  bare?: boolean
}

/** A sheet with a title, headings of two levels, a stub of groups and labels, and a signature. */
export function grouped(name: string, table: Drawn): SheetData {
  const { rows, columns, grouping, figure, bare = false } = table
  const stub = bare ? 1 : 2
  const cells: (RawCell | undefined)[][] = [[], [], []]
  const merges: SheetData['merges'] = []
  const put = (row: number, column: number, value: string): void => {
    const line = (cells[row] ??= [])
    line[column] = { kind: /^\d+$/.test(value) ? 'number' : 'text', value }
  }
  put(0, 0, `${name}统计表`)
  merges.push({ top: 0, left: 0, bottom: 0, right: stub + columns.length - 1 })
  const heads = bare ? ['项目'] : ['类别', '项目']
  heads.forEach((text, at) => {
    put(1, at, text)
    merges.push({ top: 1, left: at, bottom: 2, right: at })
  })
  columns.forEach(({ group, label }, at) => {
    put(2, stub + at, label)
    const begins = columns[at - 1]?.group !== group
    if (begins || grouping === 'repeated') put(1, stub + at, group)
    const size = columns.slice(at).findIndex((other) => other.group !== group)
    const last = size < 0 ? columns.length - 1 : at + size - 1
    if (begins && grouping === 'merged' && last > at) {
      merges.push({ top: 1, left: stub + at, bottom: 1, right: stub + last })
    }
  })
  rows.forEach(({ group, label }, at) => {
    const row = 3 + at
    put(row, stub - 1, label)
    const begins = rows[at - 1]?.group !== group
    if (!bare && (begins || grouping === 'repeated')) put(row, 0, group)
    const size = rows.slice(at).findIndex((other) => other.group !== group)
    const last = size < 0 ? rows.length - 1 : at + size - 1
    if (!bare && begins && grouping === 'merged' && last > at) {
      merges.push({ top: row, left: 0, bottom: 3 + last, right: 0 })
    }
    const line = rows[at]
    columns.forEach((column, c) => {
      const value = line === undefined ? '' : (figure?.(line, column) ?? '')
      if (value !== '') put(row, stub + c, value)
    })
  })
  put(3 + rows.length, 0, '填表人：')
  const columnCount = stub + columns.length
  return {
    name,
    hidden: false,
    rowCount: cells.length,
    columnCount,
    cells: Array.from(cells, (line) => line ?? []),
    merges,
    hiddenRows: [],
    hiddenColumns: [],
  }
}
