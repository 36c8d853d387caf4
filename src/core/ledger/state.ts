import type { Comment } from '../../shared/comments.ts'
import type { Incomplete } from '../../shared/overview.ts'
import type { RegisterNote } from '../../shared/faults.ts'
import type { Earlier } from '../../shared/last-year.ts'
import type { FormEdit } from '../../shared/model.ts'
import type { Particulars } from '../../shared/register.ts'
import type { RuleSwitch } from '../../shared/rules.ts'
import type { TextRole } from '../../shared/texts.ts'
import type { ExternalFigure } from '../model/external-figure.ts'

/** A correction in force: what to put, and which returned value it corrects. */
export interface Correction {
  to: string
  returned: string
  entry: number
}

/** A correction of a cell of a list in force: where it stands in which file, what to put, what was returned. */
export interface ListCorrection {
  school: string
  form: string
  file: string
  sheet: string
  /** Row of the sheet, from 1. */
  row: number
  heading: string
  to: string
  returned: string
  entry: number
}

/** What was said of a violation, and how large it was then. */
export interface Explanation {
  text: string
  person: string
  at: string
  difference: string | null
}

/** A question to a school: when, by whom, and what the figures were. */
export interface Asked {
  person: string
  at: string
  about: string
}

/** Schools of the year before that are one with schools of a year, as a person said. */
export interface SaidLink {
  before: string[]
  now: string[]
  entry: number
  /** The year from which it is so; absent: this collection's. */
  year?: number
}

/** The kept figures of an earlier year: their hash, what they were called, and who gave them. */
export interface KeptYear {
  sha256: string
  source: string
  entry: number
}

/** Whether an item or indicator is another thing from a year on, as a person said. */
export interface SaidBreak {
  about: string
  year: number
  breaks: boolean
  reason: string
  entry: number
}

/**
 * One change of the register. A school is named by its id, which it keeps whatever its code and name
 * become; `name` is what it was called when the change was made.
 */
export type RegisterChange =
  | { add: string; name: string; attributes: Record<string, string> }
  | { school: string; name: string; set: Record<string, string>; was: Record<string, string> }
  | { school: string; name: string; into: string; intoName: string }
  | { school: string; name: string; apart: true }

/** A version of the drafted text: the entry that took it in, what it was called, and its bytes' hash. */
export interface KeptDraft {
  entry: number
  name: string
  sha256: string
  at: string
  person: string
}

/** Why a doubt of the draft stands, and how its figures read then. */
export interface Ignored {
  entry: number
  figures: string[]
  reason: string
  person: string
  at: string
}

/** A line that could not be read: nothing of it is in the state. */
export interface LineFault {
  entry: number
  /** As written in the line; "" when it says none. */
  kind: string
  /** `unknown-kind`: written by a newer version; `broken`: its content is not what its kind says. */
  fault: 'unknown-kind' | 'broken'
  /** Which part of it, for whoever looks into the file. */
  detail: string
}

/** Values of an earlier period as chosen: their hash, and what they were called; null: taken out. */
export interface ChosenEarlier {
  sha256: string | null
  source: string
}

/** A blank workbook that came into the open collection: its bytes, what was learned of it, and who fills it in. */
export interface KeptBlank {
  sha256: string
  learned: string
  concerns: string[] | null
}

/** What the entries of the ledger that count amount to; each kind says what it does to it. */
export interface LedgerState {
  /** "school|item" → correction, the latest active one. */
  corrections: Map<string, Correction>
  /** Cells of lists, by where they stand. */
  listCorrections: Map<string, ListCorrection>
  edits: FormEdit[]
  /** Blank workbooks that came since the collection was made, by name. */
  blanks: Map<string, KeptBlank>
  /** Changes of the register, one after the other. */
  register: RegisterChange[]
  /** What was noted of the new register taken over last; null: none was. */
  registerNotes: RegisterNote[] | null
  /** What of the collection's name and dates was set anew. */
  particulars: Partial<Particulars>
  /** File id → school assigned by hand. */
  assigned: Map<number, string>
  /** Later returns that wait to be taken, files taken out of the counting (with the reason). */
  held: Set<number>
  taken: Set<number>
  withdrawn: Map<number, string>
  /** Finding key → what was said of it last. */
  explanations: Map<string, Explanation>
  /** Finding key → why a person withdrew it last. */
  dismissed: Map<string, Explanation>
  /** Finding key → when the school was asked about it last, and on which figures. */
  asked: Map<string, Asked>
  /** Finding key → what explained it last year, as taken over. */
  saidLastYear: Map<string, string>
  /** Texts edited in the workbench, by what they are. */
  texts: Map<TextRole, string>
  /** Sources of control totals in force, in the order they came. */
  controls: { entry: number; asset: string; at: string; person: string }[]
  /** Rules that a person switched, by id, as decided last. */
  switches: Map<string, RuleSwitch>
  /** Layouts that a person found right. */
  confirmed: Set<string>
  /** Figures of other offices entered or changed by hand; null: taken out. */
  externals: Map<string, ExternalFigure | null>
  /** Who of last year is who of this year, as said, the latest last. */
  links: SaidLink[]
  /** Values of earlier periods chosen by hand, or taken out. */
  earlier: Map<Earlier, ChosenEarlier>
  /** Figures of earlier years, by year. */
  earlierYears: Map<number, KeptYear>
  /** Where series break, or do not, as said last. */
  breaks: Map<string, SaidBreak>
  /** Tables of lists in force whose codes a person found to fit this year's, by `codesKey`. */
  fittingCodes: Set<string>
  /** Versions of the drafted text, in the order they came. */
  drafts: KeptDraft[]
  /** Key of a figure of the draft → key of what it quotes; null: nothing of the collection. */
  ties: Map<string, string | null>
  /** Key of a doubt of the draft → why it stands. */
  ignored: Map<string, Ignored>
  /** What was noted at cells and schools, by entry. */
  comments: Map<number, Comment>
  /** What the copy that a person checked might have lacked. */
  checkedCopy: Incomplete | null
  /** Hashes of bytes that were removed for good. */
  removed: Set<string>
  person: string
  faults: LineFault[]
}

/** The state before anything was done. */
export function emptyState(): LedgerState {
  return {
    corrections: new Map(),
    listCorrections: new Map(),
    edits: [],
    blanks: new Map(),
    register: [],
    registerNotes: null,
    particulars: {},
    assigned: new Map(),
    held: new Set(),
    taken: new Set(),
    withdrawn: new Map(),
    explanations: new Map(),
    dismissed: new Map(),
    asked: new Map(),
    saidLastYear: new Map(),
    texts: new Map(),
    controls: [],
    switches: new Map(),
    confirmed: new Set(),
    externals: new Map(),
    links: [],
    earlier: new Map(),
    earlierYears: new Map(),
    breaks: new Map(),
    fittingCodes: new Set(),
    comments: new Map(),
    checkedCopy: null,
    drafts: [],
    ties: new Map(),
    ignored: new Map(),
    removed: new Set(),
    person: '',
    faults: [],
  }
}

/** By what a correction is found: the school and the item's address. */
export const cellKey = (school: string, item: string): string => `${school}|${item}`

/** The school and the address in such a key. */
export function splitCellKey(key: string): [school: string, item: string] {
  const at = key.indexOf('|')
  return [key.slice(0, at), key.slice(at + 1)]
}

/** By what a table of an earlier period's list is found whose codes fit. */
export const codesKey = (of: Earlier, form: string): string => `${of} ${form}`
