import type { Facts } from '../facts.ts'
import { columnsOf, table } from '../table.ts'
import type { SumOf, TableSpec } from '../table.ts'

/** A table of the county's own making: rows are known by a path of labels, and there are no codes. */
export interface OwnTable extends TableSpec {
  /** Headings of the stub columns from the left. */
  stubs: string[]
  /** Columns that are the quotient of two others: [column, over, under]. */
  quotients: [number, number, number][]
}

interface OwnSpec {
  id: string
  title: string
  unit?: string
  stubs: string[]
  /** "小学/一年级/男"; a path shorter than the stubs is one label over the rest of them. */
  rows: string[]
  columns: string[]
  /** Which cells hold text; none when absent. */
  textAt?: (row: number, column: number) => boolean
  formula?: (row: number, column: number) => SumOf | null
  quotients?: [number, number, number][]
  fill: (facts: Facts) => string[][]
}

/** Rows and columns with the codes that a form without codes has: their ordinals. */
export function ownTable(spec: OwnSpec): OwnTable {
  const rows = spec.rows.map((text, index) => {
    const path = text.split('/')
    return {
      code: String(index + 1).padStart(2, '0'),
      label: path.at(-1) ?? '',
      level: 0 as const,
      path,
    }
  })
  return {
    ...table({
      id: spec.id,
      title: spec.title,
      unit: spec.unit ?? null,
      rows,
      columns: columnsOf(spec.columns),
      ...(spec.textAt ? { textAt: spec.textAt } : {}),
      formula: spec.formula ?? (() => null),
      fill: spec.fill,
    }),
    stubs: spec.stubs,
    quotients: spec.quotients ?? [],
  }
}

export const added = (lines: string[][]): string[] =>
  (lines[0] ?? []).map((_, c) => {
    const cents = lines.reduce((sum, line) => sum + Math.round(Number(line[c] ?? 0) * 100), 0)
    return String(cents / 100)
  })

export const range = (first: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => first + i)

export const PRIMARY_GRADES = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级']
export const JUNIOR_GRADES = ['七年级', '八年级', '九年级']
