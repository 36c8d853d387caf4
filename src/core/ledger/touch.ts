import type { TextRole } from '../../shared/texts.ts'

/**
 * What an entry changes, and so what is to be derived again after it was written or taken back.
 * The same says which entries can have moved a published figure.
 */
export type Touch =
  /** Adopted figures of these cells. */
  | { what: 'cells'; cells: { school: string; item: string }[] }
  /** Adopted rows of a school's list, and what is counted from them. */
  | { what: 'rows'; school: string; form: string }
  /** Whether a file counts. */
  | { what: 'file'; file: number }
  /** A file came in; null: an earlier version did not write its number down. */
  | { what: 'received'; file: number | null; path: string }
  /** A file waits from now: which files count is decided again, and nothing moves by it. */
  | { what: 'waiting'; file: number }
  /** How one file is read, and with it which files count. */
  | { what: 'reading'; file: number }
  /** How a form's tables are read, in every file. */
  | { what: 'form'; form: string }
  /** Who ought to report, and what is said of them: whose a file is is weighed again. */
  | { what: 'register'; schools: string[] }
  /** What the collection is called, and its dates. */
  | { what: 'particulars' }
  | { what: 'text'; role: TextRole }
  | { what: 'external'; name: string }
  | { what: 'last-year' }
  /** Who of last year is who, and where series break: what is compared, not what is published. */
  | { what: 'links' }
  /** Figures of years before the last, who is who in them, and where a series breaks. */
  | { what: 'earlier-years' }
  /** What is said of findings, by their keys. */
  | { what: 'findings'; keys: string[] }
  /** Which rules are run. */
  | { what: 'rules' }
  | { what: 'controls' }
  | { what: 'snapshots' }
  /** The drafted text, and what is said of its figures. */
  | { what: 'draft' }
  | { what: 'person' }
  /** Whatever another entry touches: a withdrawal. */
  | { what: 'entry'; entry: number }
