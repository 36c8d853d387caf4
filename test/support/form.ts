import type { Form, FormItem } from '../../src/shared/model.ts'

interface Made {
  id?: string
  /** As the id, where the test does not care. */
  title?: string
  /** "label", or "label@2" for one indented to that level; codes are 01, 02 … */
  rows: string[]
  /** Headings joined with "/"; codes are 1, 2 … */
  columns: string[]
  unit?: string | null
  decimals?: number
  /** Cells marked "*" in the one blank workbook, as "02,3". */
  starred?: string[]
  /** A second blank workbook and the cells it marks. */
  starredElsewhere?: string[]
  /** Formula by cell. */
  formulas?: Record<string, string>
}

/** A form as learned from a blank, by its rows and columns. */
export function madeForm(options: Made): Form {
  const { id = '表', title = id, unit = '人', decimals = 0, starred = [], formulas = {} } = options
  const rows = options.rows.map((text, at) => {
    const [label = '', level] = text.split('@')
    const code = String(at + 1).padStart(2, '0')
    return {
      code,
      label,
      level: level === undefined ? (label.startsWith('其中') ? 1 : 0) : Number(level),
    }
  })
  const columns = options.columns.map((path, at) => ({
    code: String(at + 1),
    path: path.split('/'),
  }))
  const name = (row: number, column: number): string =>
    `${rows[row]?.code ?? ''},${columns[column]?.code ?? ''}`
  const elsewhere = options.starredElsewhere
  const items: FormItem[] = rows.flatMap((_, row) =>
    columns.flatMap((__, column) => {
      const at = name(row, column)
      if (starred.includes(at) && elsewhere?.includes(at) !== false) return []
      const formula = formulas[at] ?? null
      return [{ row, column, kind: 'number', unit, decimals, formula, input: formula === null }]
    }),
  )
  const edition = (workbook: string, without: string[]): Form['editions'][number] => ({
    workbook,
    sheet: id,
    order: 0,
    items: items.flatMap((item, index) =>
      without.includes(name(item.row, item.column)) ? [] : [index],
    ),
    rowAt: rows.map((_, at) => at + 5),
    columnAt: columns.map((_, at) => at + 2),
  })
  const editions = [edition('甲.xlsx', starred)]
  if (elsewhere !== undefined) editions.push(edition('乙.xlsx', elsewhere))
  return { id, title, unit, rows, columns, items, editions }
}
