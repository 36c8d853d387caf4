import type { RegisterNote } from './faults.ts'
import type { GrantedFile } from './grants.ts'
import type { Overview } from './overview.ts'
import type { School } from './model.ts'

/** A school's code in the register; the name of one that has none. */
export function codeOf({ id, code }: Pick<School, 'id' | 'code'>): string {
  return code ?? id
}

/** What a collection is called, and when it is. */
export interface Particulars {
  title: string
  county: string
  schoolYear: string
  /** As written (2026-H1, 2026年6月); "" for a school year's beginning. */
  period: string
  /** ISO date, "" for none; likewise dueDate. */
  referenceDate: string
  dueDate: string
}

/** What a view of the collection says of what it is called and when it is. */
export function particularsOf({
  title,
  county,
  schoolYear,
  period,
  referenceDate,
  dueDate,
}: Particulars): Particulars {
  return { title, county, schoolYear, period, referenceDate, dueDate }
}

/**
 * One change of the register as a person asks for it: a school added, columns of one set anew (the
 * code and the status among them, by their headings), one merged into another or, once merged,
 * standing for itself again.
 */
export type RegisterEdit =
  | { add: Record<string, string> }
  | { school: string; set: Record<string, string> }
  | { school: string; into: string }
  | { school: string; apart: true }

/** A row of a new register beside the register in force. */
export interface RegisterLine {
  /** `gone`: not in the new register; it is proposed that the school is closed. */
  kind: 'added' | 'changed' | 'gone'
  /** The school in the register in force; null for one that is added. */
  school: string | null
  name: string
  code: string
  /** What differs, by column: the old text and the new. */
  cells: { column: string; from: string; to: string }[]
  /** What taking the line over does. */
  edit: RegisterEdit
}

/** A new register beside the one in force. */
export interface RegisterDifference {
  /** Revision of the collection that it was made at. */
  revision: number
  path: string
  /** Schools in the new register, and how many of them stand there as they do here. */
  schools: number
  same: number
  lines: RegisterLine[]
  /** Rows of it that are not as they should be. */
  notes: RegisterNote[]
}

/** What the register is made of besides its schools. */
export interface RegisterView {
  revision: number
  /** Headings, in the order of the register. */
  columns: string[]
  /** The headings under which code, name and so on stand. */
  roles: {
    key: string
    name: string
    shortName: string
    type: string
    status: string
  }
  /** The texts of status for a school that exists and for one that is closed. */
  active: string
  closed: string
  /** 办学类型代码 for which there is a blank workbook, with its name. */
  types: { type: string; workbook: string }[]
  /** Schools that were merged into another. */
  merged: { id: string; code: string; name: string; into: string }[]
  /** What of the register is still not as it should be, by school; of nobody under "". */
  notes: { school: string; note: RegisterNote }[]
}

/** 名册 and what the collection is called. */
export interface RegisterApi {
  register(args: Record<string, never>): Promise<RegisterView>
  /**
   * Changes the register, all of the edits or none.
   *
   * @param args.file the new register.xlsx that the edits were chosen from; null for none
   */
  editRegister(args: {
    edits: RegisterEdit[]
    file: GrantedFile | null
    reason: string
  }): Promise<Overview>
  /** A new register.xlsx beside the register in force; nothing is changed. */
  registerDifference(args: { file: GrantedFile }): Promise<RegisterDifference>
  editParticulars(args: { particulars: Particulars; reason: string }): Promise<Overview>
}
