import type { CellStory } from './cell-story.ts'
import type { Basis } from './model.ts'
import type { FormFigures, Scope, TotalRow } from './totals.ts'

/** A cell as the grid needs it: two parallel strings per row keep 1,000 schools × 200 items light. */
export interface GridRow {
  /** School id, or the group's name, or "" for the county. */
  key: string
  level: 'school' | 'group' | 'county'
  /** One figure per item of GridData.items; "" where there is none. Text items carry the text. */
  values: string[]
  /** One letter per item: n number, t text, b blank, a not applicable, u unreadable, m missing, x not in its form. */
  states: string
  /** Indices (into items) where adopted differs from returned. */
  adopted: number[]
  /** Schools that contribute (1 for a school with a return). */
  schools: number
  expected: number
}

/** One form over all schools, row by row. */
export interface GridData {
  form: string
  basis: Basis
  /** Dimension by which the rows are grouped. */
  by: string
  revision: number
  /** Which opening of which collection it is of: revisions of another one say nothing. */
  opened: string
  /** Rows are only those that changed since that revision; null: all of them. */
  since: number | null
  /** Indices into Form.items, in the form's order. */
  items: number[]
  /** Schools in group order, each group followed by its subtotal; the county last. */
  rows: GridRow[]
}

/** 数据: the figures, where each comes from, and the consolidated workbook. */
export interface FiguresApi {
  /** @param args.known what of the same table is there already: where it still serves, only changed rows come */
  grid(args: {
    form: string
    basis: Basis
    by: string
    known?: { opened: string; revision: number } | undefined
  }): Promise<GridData>
  figures(args: { form: string; basis: Basis; scope: Scope }): Promise<FormFigures>
  cell(args: { school: string; item: string }): Promise<CellStory>
  totals(args: { form: string; by: string | null }): Promise<TotalRow[]>
  /** 汇总表.xlsx. Identity numbers in its lists are masked unless `identities` asks for them. */
  exportWorkbook(args: {
    basis: Basis
    lang: 'zh' | 'en'
    identities?: boolean
  }): Promise<{ job: number }>
}
