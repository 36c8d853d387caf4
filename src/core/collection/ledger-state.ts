import type { LedgerEntry } from '../../shared/ledger.ts'
import type { FormEdit } from '../../shared/model.ts'
import type { SaidLink } from './links.ts'
import type { RuleSwitch } from '../../shared/rules.ts'
import { UNDOABLE } from '../../shared/ledger.ts'
import type { StoredEntry } from '../ports.ts'
import type { ExternalFigure } from '../model/external-figure.ts'

/** A correction in force: what to put, and which returned value it corrects. */
export interface Correction {
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

/** What the ledger says now, read from its first line to its last. */
export interface LedgerState {
  entries: LedgerEntry[]
  /** "school|item" → correction, the latest active one. */
  corrections: Map<string, Correction>
  edits: FormEdit[]
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
  /** Texts edited in the workbench (rules, indicators, summary), by what they are. */
  texts: Map<string, string>
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
  /** Last year's values chosen by hand: their hash, and what they were called. */
  lastYear: { sha256: string; source: string } | null
  person: string
}

export const cellKey = (school: string, item: string): string => `${school}|${item}`

/** Works out the current state; entries that were withdrawn do not count, withdrawals that were withdrawn neither. */
export function readLedger(stored: StoredEntry[]): LedgerState {
  const active = new Map(stored.map((entry) => [entry.id, true]))
  for (const entry of [...stored].reverse()) {
    if (entry.kind === 'withdraw' && active.get(entry.id) === true) active.set(entry.target, false)
  }
  const state: LedgerState = {
    entries: [],
    corrections: new Map(),
    edits: [],
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
    lastYear: null,
    person: '',
  }
  for (const entry of stored) {
    const { edit, assign, explain, text, ask, said, external, link, lastYear, ...rest } = entry
    const { switched, signOff: _, ...plain } = rest
    const counts = active.get(entry.id) === true
    state.entries.push({ ...plain, active: counts })
    if (!counts) continue
    if (entry.kind === 'person') state.person = entry.note
    if (edit !== undefined) state.edits.push(edit)
    if (assign?.school === null) state.assigned.delete(assign.file)
    else if (assign !== undefined) state.assigned.set(assign.file, assign.school)
    if (entry.kind === 'adopt') applyChanges(state, entry)
    if (explain !== undefined) applySaid(state, entry, explain.difference)
    for (const { key, text: before } of said ?? []) state.saidLastYear.set(key, before)
    for (const { key, about } of ask ?? []) {
      state.asked.set(key, { person: entry.person, at: entry.at, about })
    }
    if (text !== undefined) state.texts.set(entry.note, text)
    if (external !== undefined) {
      state.externals.set(entry.note, external && { name: entry.note, ...external })
    }
    if (link !== undefined) state.links.push({ ...link, entry: entry.id })
    if (lastYear !== undefined) state.lastYear = { sha256: lastYear, source: entry.note }
    if (entry.kind === 'controls') {
      const { id, note, at, person } = entry
      state.controls.push({ entry: id, asset: note, at, person })
    }
    if (switched !== undefined) {
      const { reason, person, at } = entry
      state.switches.set(switched.rule, { on: switched.on, reason, person, at })
    }
    if (entry.kind === 'hold') state.held.add(Number(entry.note))
    if (entry.kind === 'accept-file') {
      state.held.delete(Number(entry.note))
      state.taken.add(Number(entry.note))
    }
    if (entry.kind === 'withdraw-file') state.withdrawn.set(Number(entry.note), entry.reason)
    if (entry.kind === 'confirm-layout') state.confirmed.add(entry.note)
  }
  return state
}

/** What was said of a finding last holds: that it stands for a reason, or that it is no problem. */
function applySaid(state: LedgerState, entry: StoredEntry, difference: string | null): void {
  const { kind, note, person, at, reason } = entry
  const said = { text: reason, person, at, difference }
  const [here, there] =
    kind === 'withdraw-finding'
      ? [state.dismissed, state.explanations]
      : [state.explanations, state.dismissed]
  here.set(note, said)
  there.delete(note)
}

function applyChanges(state: LedgerState, entry: StoredEntry): void {
  for (const change of entry.changes) {
    const key = cellKey(change.school, change.item)
    if (change.to === null) state.corrections.delete(key)
    else state.corrections.set(key, { to: change.to, returned: change.returned, entry: entry.id })
  }
}

/** The entry that undo would take back: the last one in force that a person made. */
export function undoTarget(entries: LedgerEntry[]): LedgerEntry | null {
  return entries.findLast((entry) => entry.active && UNDOABLE.has(entry.kind)) ?? null
}

/**
 * The withdrawal that redo would take back: the last one in force, unless something new was done
 * after it.
 */
export function redoTarget(entries: LedgerEntry[]): LedgerEntry | null {
  const last = entries.findLastIndex(
    (entry) => entry.active && entry.kind === 'withdraw' && entry.note === 'undo',
  )
  const target = entries[last]
  if (target === undefined) return null
  const since = entries.slice(last + 1).some((entry) => entry.active && UNDOABLE.has(entry.kind))
  return since ? null : target
}
