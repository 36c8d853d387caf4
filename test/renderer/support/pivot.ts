import type { PivotCell, PivotView } from '../../../src/shared/consolidate.ts'

/** A cell of a group table that says this. */
export function pivotCell(value: string | null, change: Partial<PivotCell> = {}): PivotCell {
  return {
    value,
    before: null,
    change: null,
    growth: null,
    shares: { row: null, column: null, all: null },
    reported: 1,
    expected: 1,
    uncounted: 0,
    missing: [],
    ...change,
  }
}

/** A group table of these rows; the last one is the total. */
export function pivotView(rows: string[], cells: PivotCell[][], columns: string[] = []): PivotView {
  return {
    revision: 1,
    title: '在校生',
    unit: '人',
    decimals: null,
    additive: true,
    rows: { dimensions: ['乡镇'], keys: rows.map((name) => [name]) },
    columns: {
      dimensions: columns.length === 0 ? [] : ['学段'],
      keys: columns.map((name) => [name]),
    },
    cells,
    hasLastYear: true,
    lacksLastYear: false,
  }
}
