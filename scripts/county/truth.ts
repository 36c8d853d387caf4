import type { CellState, FileStatus, ReasonCode } from '../../src/shared/model.ts'
import { ExactSum } from '../../src/shared/exact.ts'

/** What a careful person would take from one cell of a school's return. */
export interface TruthValue {
  school: string
  /** `表号[行,列]` */
  item: string
  /** Plain decimal or text; null for blank, na, unreadable and missing. */
  returned: string | null
  state: CellState
  /** Where it stands in the return that counts; null when missing. */
  file: string | null
  sheet: string | null
  cell: string | null
}

export interface TruthFile {
  /** Place below the collection folder; a member of a zip is `x.zip/member`. */
  file: string
  status: FileStatus
  /** Other verdicts that serve as well. */
  alsoOk: FileStatus[]
  school: string | null
  /** Reasons that must be among those given. */
  reasons: ReasonCode[]
  /** What was done to the file. */
  mess: string[]
  /** Files of the same bytes: which of them counts as the first does not matter. */
  twin: string | null
}

/** The rows of a list in the return that counts. */
export interface TruthList {
  school: string
  /** The list's id. */
  form: string
  file: string
  sheet: string
  /** Headings, without the running number's. */
  columns: string[]
  /** Row of the sheet, from 1, and what stands there below each heading. */
  rows: { row: number; cells: string[] }[]
}

export interface TruthTotal {
  item: string
  returned: string
  /** Schools with a figure. */
  schools: number
}

export interface Truth {
  files: TruthFile[]
  values: TruthValue[]
  lists: TruthList[]
  /** County totals of every numeric item with at least one figure. */
  totals: TruthTotal[]
  /** Schools in state 正常, and those with an accepted or queried return. */
  expected: number
  reported: number
}

/** County totals over what was returned; unreadable and missing cells contribute nothing. */
export class Totals {
  private readonly sums = new Map<string, { sum: ExactSum; schools: number }>()

  add(values: TruthValue[]): void {
    for (const { item, returned, state } of values) {
      if (state !== 'number' || returned === null) continue
      const one = this.sums.get(item) ?? { sum: new ExactSum(), schools: 0 }
      one.sum.add(returned)
      one.schools += 1
      this.sums.set(item, one)
    }
  }

  list(): TruthTotal[] {
    return [...this.sums].map(([item, { sum, schools }]) => ({
      item,
      returned: sum.toString(),
      schools,
    }))
  }
}

export const TRUTH_HEAD = 'school,item,returned,state,file,sheet,cell\n'

/** A line of truth/values.csv. */
export function csvLine(value: TruthValue): string {
  const { school, item, returned, state, file, sheet, cell } = value
  const quoted = [school, item, returned, state, file, sheet, cell].map((text) => {
    const plain = text ?? ''
    return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
  })
  return `${quoted.join(',')}\n`
}
