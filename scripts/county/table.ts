import type { Facts } from './facts.ts'
import type { SchoolKind } from './school.ts'

export interface TableRow {
  code: string
  label: string
  /** 0 main, 1 其中, 2 below that. */
  level: 0 | 1 | 2
  /** Left stub label in a form with two stub columns; equal neighbours are merged. */
  group?: string
  /** Labels of all stub columns from the left, in a form with several. */
  path?: string[]
}

export interface TableColumn {
  code: string
  /** Headings from the top down. */
  path: string[]
}

/** Indices of the cells that a total adds up: along its column (rows) or its row (columns). */
export type SumOf = { rows: number[] } | { columns: number[] }

/** A statistical table as a county designs it, and how its figures follow from a school's facts. */
export interface TableSpec {
  /** 表号, or the sheet's name in forms that print none. */
  id: string
  title: string
  unit: string | null
  kind: 'number' | 'text'
  /** Whether a cell of a table of numbers is to hold text. */
  textAt?: (row: number, column: number) => boolean
  rows: TableRow[]
  columns: TableColumn[]
  /** Whether the blank form of this kind of school prints `*` in the cell. */
  starred: (row: number, column: number, kind: SchoolKind) => boolean
  /** Formula that the blank form itself holds. */
  formula: (row: number, column: number) => SumOf | null
  /** Figures by row and column: plain decimals or text. */
  fill: (facts: Facts) => string[][]
}

type Test<P> = (person: P) => boolean

/** Rows written as "总计|其中:女|…"; codes are two-digit ordinals; leading ">" marks the level. */
export function rowsOf(labels: string[]): TableRow[] {
  return labels.map((label, index) => {
    const level = label.startsWith('>>') ? 2 : label.startsWith('>') ? 1 : 0
    return { code: String(index + 1).padStart(2, '0'), label: label.replace(/^>+/, ''), level }
  })
}

/** Columns written as "在校生数/合计"; codes are ordinals. */
export function columnsOf(paths: string[]): TableColumn[] {
  return paths.map((path, index) => ({ code: String(index + 1), path: path.split('/') }))
}

/** How many of `people` meet each pair of a row's and a column's test. */
export function cross<P>(people: P[], rows: Test<P>[], columns: Test<P>[]): string[][] {
  const counts = rows.map(() => columns.map(() => 0))
  for (const person of people) {
    const hits = columns.map((test) => test(person))
    rows.forEach((test, r) => {
      if (!test(person)) return
      const line = counts[r]
      if (line) hits.forEach((hit, c) => (line[c] = (line[c] ?? 0) + (hit ? 1 : 0)))
    })
  }
  return counts.map((line) => line.map(String))
}

/** A decimal string of `units` ÷ 10^`decimals`, without needless zeros. */
export function decimal(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, '0')
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  const whole = digits.slice(0, digits.length - decimals)
  return fraction === '' ? whole : `${whole}.${fraction}`
}

const UNIT = /[(（]([^()（）]+)[)）]\s*$/

/** The unit of a cell: the table's, else its headings', else its row's. */
export function unitAt(table: TableSpec, row: number, column: number): string | null {
  if (table.unit !== null) return table.unit
  for (const text of [...(table.columns[column]?.path ?? [])].reverse()) {
    const unit = UNIT.exec(text)?.[1]
    if (unit !== undefined) return unit
  }
  return UNIT.exec(table.rows[row]?.label ?? '')?.[1] ?? null
}

/** `表号[行代码,列代码]` of a cell. */
export function addressAt(table: TableSpec, row: number, column: number): string {
  return `${table.id}[${table.rows[row]?.code ?? ''},${table.columns[column]?.code ?? ''}]`
}

/** Whether a cell is to hold text. */
export function isText(table: TableSpec, row: number, column: number): boolean {
  return table.kind === 'text' || (table.textAt?.(row, column) ?? false)
}

/** The usual case: numbers, nothing starred, no formula. */
export function table(
  spec: Pick<TableSpec, 'id' | 'title' | 'unit' | 'rows' | 'columns' | 'fill'> & Partial<TableSpec>,
): TableSpec {
  return { kind: 'number', starred: () => false, formula: () => null, ...spec }
}
