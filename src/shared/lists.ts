import type { Overview } from './overview.ts'
import type { Scope } from './totals.ts'
import type { SyntaxFault } from './syntax-fault.ts'

/** What a column of a list holds. */
export type ListColumnKind = 'text' | 'number' | 'date' | 'code' | 'choice'

/** One column of a list (花名册), as learned from its heading. */
export interface ListColumn {
  /** Headings from the top down joined with "·", as printed. */
  heading: string
  kind: ListColumnKind
  unit: string | null
  /** Whether it holds identity numbers, which are shown and written masked. */
  identity: boolean
  /** Whether every row must have something in it. */
  required: boolean
  /** What may stand in it, where lists.yaml says so; anything else is not understood. */
  choices?: readonly string[]
}

/**
 * A figure that the collection counts from a list; with `list` it is an entry of lists.yaml. Its
 * item is `list[id,1]`.
 */
export interface ListCount {
  /** Code and name of the item. */
  id: string
  /** Condition that the counted rows meet, or with `sum` those that are added up; null for all rows. */
  where: string | null
  /** What is added up over the rows; null where the rows themselves are counted. */
  sum: string | null
  /** Whether the rows are not added up but must agree: a rank, a target, the day of a plan. */
  agreed?: boolean
  /**
   * What tells one thing from another (a project's number): rows of all returns for which it comes
   * to the same are one thing, which counts where it stands first. Absent where every row counts.
   */
  once?: string
  unit: string | null
}

/**
 * What every row of a list must meet; with `list` an entry of lists.yaml. A row that does not is a
 * finding. With `same` instead, rows of all returns for which that comes to the same (a project's
 * number) report one thing and must say the same of it.
 */
export interface ListRule {
  /** What is asked for, in words: the title of the finding. */
  id: string
  severity: 'error' | 'query'
  of: { check: string; when: string | null } | { same: string }
}

/** What makes a form a list: a row for each person or thing, any number of them. */
export interface ListShape {
  columns: ListColumn[]
  /** What is asked of every row; absent in a form as it was learned. */
  rules?: ListRule[]
  /** What is counted, parallel to the form's rows; empty in a form as it was learned. */
  counts: ListCount[]
}

/** What is looked for in the rows of a list; a finding's rule is `名单:` and the check. */
export type ListCheck = '身份证号' | '不符' | '两校' | '重复' | '同行' | '空缺' | '不明'

/** A list of the collection: what it asks for, what is counted from it, and how much of it is in. */
export interface ListView {
  form: string
  title: string
  columns: ListColumn[]
  /** What expressions may name behind `名单.`; those told in figures can be cut into bands. */
  fields: { name: string; number: boolean }[]
  counts: ListCount[]
  /** Rows of all schools, and n of m schools. */
  rows: number
  schools: number
  expected: number
}

/** An entry of lists.yaml that is not used, and why. */
export interface ListFault {
  line: number
  id: string
  code:
    | 'not-yaml'
    | 'not-a-list'
    | 'not-a-count'
    | 'double-id'
    | 'bad-id'
    | 'no-such-list'
    | 'no-list'
    | 'no-such-column'
    | 'bad-choices'
    | 'double-column'
    | 'taken-id'
    | 'text'
    | 'meant-key'
    | 'unknown-key'
    | 'bad-value'
  params: Record<string, string | number>
}

/** One row of a list for people to see: identity numbers are masked. */
export interface ListRowView {
  school: string
  schoolName: string
  sheet: string
  /** Row of the sheet, from 1. */
  row: number
  cells: string[]
  /** Cells that are not what was returned, with what was. */
  corrected: { column: number; returned: string }[]
  /** Columns whose cell is not what it should be. */
  unread: number[]
}

/** What one side of a small table over a list goes by. */
export interface PivotSide {
  /** Name as in `ListView.fields`. */
  field: string
  /** Where bands begin, for a field of numbers; empty for a group for each value. */
  bounds: number[]
}

/** A row or column of such a table, and the condition for it; null for all. */
export interface PivotGroup {
  label: string
  where: string | null
}

export interface ListPivot {
  rows: PivotGroup[]
  columns: PivotGroup[]
  /** Rows counted, by row and column. */
  values: number[][]
  /** How often a row could not be told to be in or out; such schools are left out of that cell. */
  open: number
  /** What is wrong with the condition; null for nothing. */
  fault: SyntaxFault | null
}

/** 名单: the rows of lists, and what is counted from them. */
export interface ListsApi {
  lists(args: Record<string, never>): Promise<{ lists: ListView[]; faults: ListFault[] }>
  /** Rows `from` up to `to` (not included) of a school's list, or of several schools' under one another. */
  listRows(args: {
    form: string
    scope: Scope
    from: number
    to: number
  }): Promise<{ total: number; rows: ListRowView[] }>
  /**
   * Puts another value into a cell of a school's list (null: back to what was returned), for the file
   * that counts now; what is counted follows on the adopted basis. Throws no-such-item, reason-missing,
   * personal-column for numbers, names and telephones of persons, bad-list-value for what is not what
   * the column asks for, nothing-changed.
   *
   * @param row of the sheet, from 1
   */
  correctRow(args: {
    form: string
    school: string
    sheet: string
    row: number
    column: number
    value: string | null
    reason: string
  }): Promise<Overview>
  /** The rows of a list counted by one or two of its columns. */
  listPivot(args: {
    form: string
    scope: Scope
    rows: PivotSide | null
    columns: PivotSide | null
    where: string
  }): Promise<ListPivot>
  /**
   * Writes counts into lists.yaml; one entry of the ledger. Throws bad-list-count for a name or an
   * expression that cannot be used, and for a name that stands for something else.
   */
  keepCounts(args: { form: string; counts: ListCount[]; reason: string }): Promise<Overview>
  /** Takes counts out of lists.yaml. */
  dropCounts(args: { form: string; ids: string[]; reason: string }): Promise<Overview>
}

/** Between the parts of one difference, and between differences: neither stands in a cell of a list. */
const [PART, LINE] = ['\t', '\n']

/**
 * Differences between two reports as one text: of each the thing, the column, what the one says, who
 * else reports it, and what that one says.
 *
 * @param more whether there are others
 */
export function differencesKept(
  differences: readonly (readonly string[])[],
  more: boolean,
): string {
  const plain = (text: string): string => text.replaceAll(/[\t\n]/gu, ' ')
  return [...differences.map((one) => one.map(plain).join(PART)), ...(more ? ['…'] : [])].join(LINE)
}

/** What `differencesKept` wrote, part by part; a single “…” for others. */
export function differencesIn(text: string): string[][] {
  return text.split(LINE).map((line) => line.split(PART))
}
