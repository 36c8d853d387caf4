import type { Column, ColumnGroup, GridApi, IRowNode } from 'ag-grid-community'
import type { ShownCell, ShownTable } from '../../shared/shown.ts'
import { CHARACTER } from './size.ts'

/**
 * The lines and columns of a grid as they stand: filtered, sorted, in their order. Title and notes
 * are the screen's.
 *
 * @param waiting what is put behind a figure that waits for its reason
 */
export function tableOfGrid(grid: GridApi, waiting: string): Omit<ShownTable, 'title' | 'notes'> {
  const columns = grid.getAllDisplayedColumns()
  const nodes: IRowNode[] = []
  grid.forEachNodeAfterFilterAndSort((node) => nodes.push(node))
  for (let at = 0; at < grid.getPinnedBottomRowCount(); at += 1) {
    const node = grid.getPinnedBottomRow(at)
    if (node) nodes.push(node)
  }
  const figures = columns.flatMap((column, at) => (isFigures(column) ? [at] : []))
  return {
    widths: columns.map((column) => Math.round(column.getActualWidth() / CHARACTER)),
    names: columns.filter((column) => column.getPinned() === 'left').length,
    figures,
    lines: [
      ...headsOf(grid, columns).map((cells) => ({ kind: 'head' as const, cells })),
      ...nodes.map((node) => ({
        kind: isSum(node) ? ('sum' as const) : ('row' as const),
        cells: columns.map((colKey) => cellOf(grid, node, colKey, waiting)),
      })),
    ],
  }
}

function isFigures(column: Column): boolean {
  const { cellClass, cellClassRules = {} } = column.getColDef()
  const always = typeof cellClass === 'string' ? cellClass.split(' ') : []
  return [...always, ...Object.keys(cellClassRules)].includes('ag-right-aligned-cell')
}

function isSum({ rowPinned, data }: IRowNode<unknown>): boolean {
  const level = typeof data === 'object' && data !== null && 'level' in data ? data.level : null
  return Boolean(rowPinned) || level === 'group' || level === 'county'
}

function cellOf(grid: GridApi, rowNode: IRowNode, colKey: Column, waiting: string): ShownCell {
  const text = String(grid.getCellValue({ rowNode, colKey, useFormatter: true }) ?? '')
  // What waits for its reason does not count yet: it must not be taken for a figure.
  return waits(grid, rowNode.data, colKey) ? { text: `${text}${waiting}`, plain: true } : text
}

function waits(grid: GridApi, row: unknown, column: Column): boolean {
  const context: unknown = grid.getGridOption('context')
  const pending = isObject(context) && 'pending' in context ? context.pending : null
  const key = isObject(row) && 'key' in row ? String(row.key) : ''
  return pending instanceof Map && pending.has(`${key}|${column.getColId()}`)
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** The headings' lines: groups over their columns, a heading without group down to the last line. */
function headsOf(grid: GridApi, columns: readonly Column[]): ShownCell[][] {
  const paths = columns.map((column) => groupsOf(column))
  const depth = Math.max(0, ...paths.map((path) => path.length))
  const lines: ShownCell[][] = []
  for (let level = 0; level <= depth; level += 1) {
    const line: ShownCell[] = []
    columns.forEach((column, at) => {
      const path = paths[at] ?? []
      const group = path[level]
      if (group === undefined) {
        // Its own heading begins below its last group.
        if (level !== path.length) return
        const text = grid.getDisplayNameForColumn(column, 'header')
        line.push({ text, down: depth + 1 - level })
      } else if (at === 0 || paths[at - 1]?.[level] !== group) {
        const rest = paths.slice(at)
        const end = rest.findIndex((one) => one[level] !== group)
        const text = grid.getDisplayNameForColumnGroup(group, 'header')
        line.push({ text, across: end < 0 ? rest.length : end })
      }
    })
    lines.push(line)
  }
  return lines
}

function groupsOf(column: Column): ColumnGroup[] {
  const groups: ColumnGroup[] = []
  for (let group = column.getParent(); group; group = group.getParent())
    // Groups without a name only fill up levels.
    if (!group.isPadding()) groups.unshift(group)
  return groups
}
