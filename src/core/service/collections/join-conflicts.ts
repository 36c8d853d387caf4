import type { ConflictSide, JoinConflict } from '../../../shared/join.ts'
import { stamp } from '../../collection/cells.ts'
import type { Collection } from '../../collection/collection.ts'
import { endOfChain } from '../../collection/ledger-state.ts'
import { saidOfMatter } from '../../collection/said-entry.ts'
import { isLater } from '../../intake/verdicts.ts'
import type { ActiveEntry, Deed, PayloadOf } from '../../ledger/entry.ts'
import { lastWords } from '../../ledger/join/conflicts.ts'
import type { LastWord } from '../../ledger/join/conflicts.ts'
import { cellKey, splitCellKey } from '../../ledger/state.ts'
import { REGISTRY } from '../../ledger/registry.ts'
import { CallError } from '../../../shared/result.ts'
import { saidAgain } from './join-lines.ts'

type Conflict = PayloadOf<'join'>['conflicts'][number]
type Side = Conflict['sides'][number]

/** How many matters of joined files nobody has decided yet. */
export function openConflicts(collection: Collection): number {
  return askedIn(collection).filter(({ join, conflict }) => !isDecided(collection, join, conflict))
    .length
}

/** What joined files say otherwise, with who said it; what is open first. */
export function conflictsIn(collection: Collection): JoinConflict[] {
  const words = lastWords(collection.ledger.entries)
  const all = askedIn(collection).map(({ join, conflict }): JoinConflict => {
    const { matter, sides } = conflict
    const [first, second] = sides
    return {
      ...{ join, matter },
      sides: [sideOf(collection, matter, first), sideOf(collection, matter, second)],
      holds: holdsOf(collection, conflict, words),
      decided: isDecided(collection, join, conflict),
    }
  })
  return all.toSorted((a, b) => Number(a.decided) - Number(b.decided))
}

/**
 * What has to be written so that one side of a conflict holds.
 *
 * @throws CallError no-such-entry, join-decide-there
 */
export function deedsDeciding(
  collection: Collection,
  join: number,
  matter: string,
  side: 0 | 1,
): Deed[] {
  const entry = joinsIn(collection).find(({ id }) => id === join)
  const conflict = entry?.payload.conflicts.find((one) => one.matter === matter)
  if (conflict === undefined) throw new CallError('no-such-entry', { entry: join })
  const [taken, other] = [conflict.sides[side], conflict.sides[1 - side]]
  if (taken === undefined || other === undefined) throw new TypeError('a conflict has two sides')
  if (matter.startsWith(RETURN)) return takenReturn(collection, taken, other)
  const said = saidBy(collection, matter, taken)
  if (said !== null) return [restated(collection, said, saidBy(collection, matter, other))]
  const against = saidBy(collection, matter, other)
  if (against === null) throw new CallError('no-such-entry', { entry: join })
  return [withoutWord(collection, against)]
}

const RETURN = 'return:'

function joinsIn({ ledger }: Collection): Extract<ActiveEntry, { kind: 'join' }>[] {
  return ledger.entries.filter((entry) => entry.kind === 'join')
}

/** Every matter that joins left, once: what another join names with the same sides was open since the first. */
function askedIn(collection: Collection): { join: number; conflict: Conflict }[] {
  const all = joinsIn(collection).flatMap(({ id, payload }) =>
    payload.conflicts.map((conflict) => ({ join: id, conflict })),
  )
  const keyed = all.map((one): [string, (typeof all)[number]] => [
    JSON.stringify(one.conflict),
    one,
  ])
  return [...new Map(keyed.toReversed()).values()].toReversed()
}

/** Whether something that a person did since the files were joined settles a matter. */
function isDecided({ ledger }: Collection, join: number, { matter, sides }: Conflict): boolean {
  const files = sides.flatMap((side) => ('file' in side ? [side.file] : []))
  const entries = sides.flatMap((side) => ('entry' in side ? [side.entry] : []))
  return ledger.entries.some((entry) => {
    if (!entry.active || entry.id <= join) return false
    if (entry.kind === 'withdraw') return entries.includes(endOfChain(ledger.entries, entry).id)
    if (matter.startsWith(RETURN))
      return (
        (entry.kind === 'accept-file' || entry.kind === 'withdraw-file') &&
        files.includes(entry.payload.file)
      )
    return saidIn(entry).some((one) => one.matter === matter)
  })
}

const saidIn = (entry: ActiveEntry): readonly { matter: string }[] =>
  REGISTRY.get(entry.kind)?.settles?.(entry.payload, entry.reason) ?? []

/** What the line of a side says of the matter; null for a return, or where all was taken back. */
function saidBy(collection: Collection, matter: string, side: Side): LastWord | null {
  const { ledger } = collection
  const entry = 'entry' in side ? ledger.entries.find(({ id }) => id === side.entry) : undefined
  if (entry === undefined) return null
  const words = lastWords([{ ...entry, active: true }])
  // Of a school that was merged since, or after what another said of a wider matter: that is the word.
  return (
    words.get(matter) ?? followedIn(collection, words, matter) ?? [...words.values()][0] ?? null
  )
}

/** The word on a cell whose school stands for itself no more, under the one that stands for it. */
function followedIn(
  collection: Collection,
  words: ReadonlyMap<string, LastWord>,
  matter: string,
): LastWord | undefined {
  if (!matter.startsWith(CELL)) return undefined
  return [...words.values()].find((one) => {
    if (!one.matter.startsWith(CELL)) return false
    const [school, item] = cellIn(one.matter)
    return `${CELL}${cellKey(collection.standsFor(school), item)}` === matter
  })
}

function sideOf(collection: Collection, matter: string, side: Side): ConflictSide {
  if ('file' in side) {
    const file = collection.file(side.file)
    const received = collection.ledger.entries.find(
      (entry) => entry.kind === 'receive' && entry.payload.file === side.file,
    )
    const says = { key: 'receive', params: { file: file?.path.split('/').at(-1) ?? '' } }
    return {
      ...{ kind: 'file', says, person: received?.person ?? '' },
      ...{ at: file?.receivedAt ?? '', reason: '' },
    }
  }
  const entry = collection.ledger.entries.find(({ id }) => id === side.entry)
  const said = saidBy(collection, matter, side)
  if (entry === undefined || said === null)
    return {
      kind: 'taken-back',
      says: { key: 'join.none', params: {} },
      person: '',
      at: '',
      reason: '',
    }
  const { person, at, reason } = entry
  return { kind: 'entry', says: saidOfMatter(collection, entry, said.alone), person, at, reason }
}

function holdsOf(
  collection: Collection,
  { matter, sides }: Conflict,
  words: ReadonlyMap<string, LastWord>,
): 0 | 1 | null {
  const holds = sides.map((side) => {
    if ('file' in side)
      return matter.startsWith(RETURN)
        ? (collection.standing(matter.slice(RETURN.length))?.files ?? []).some(
            ({ id }) => id === side.file,
          )
        : !isCorrected(collection, matter)
    const said = saidBy(collection, matter, side)
    const now = words.get(said?.matter ?? matter)
    const corrects =
      !matter.startsWith(CELL) || said?.value === 'returned' || isCorrected(collection, matter)
    const merge = mergeIn(said)
    const stands = merge === null || isMerged(collection, merge)
    return now?.value === said?.value && stands && (corrects || said === null)
  })
  return holds[0] === true && holds[1] !== true
    ? 0
    : holds[1] === true && holds[0] !== true
      ? 1
      : null
}

const CELL = 'cell:'

/** Whether a correction of the cell is in force: the school's figure is the one that it corrects. */
function isCorrected(collection: Collection, matter: string): boolean {
  const [school, item] = cellIn(matter)
  return collection.corrections().some((one) => one.school === school && one.address === item)
}

const cellIn = (matter: string): [school: string, item: string] =>
  splitCellKey(matter.slice(CELL.length))

/** Of two returns: the later one is taken, or the other one counts no more. */
function takenReturn(collection: Collection, taken: Side, other: Side): Deed[] {
  const [file, against] = [taken, other].map((one) =>
    'file' in one ? collection.file(one.file) : null,
  )
  if (!file || !against) throw new CallError('no-such-file', { path: '' })
  const { withdrawn } = collection.ledger
  const withdrawal = collection.ledger.entries.findLast(
    (entry) => entry.active && entry.kind === 'withdraw-file' && entry.payload.file === file.id,
  )
  const back: Deed[] =
    withdrawal === undefined || !withdrawn.has(file.id)
      ? []
      : [{ kind: 'withdraw', payload: { entry: withdrawal.id, by: 'number' } }]
  if (isLater(file, against)) return [...back, { kind: 'accept-file', payload: { file: file.id } }]
  const reason = '两份统计库合并，采用另一份报表'
  return [...back, { kind: 'withdraw-file', payload: { file: against.id }, reason }]
}

/** A line once more; a correction holds over the figure that the school's return has now. */
function restated(collection: Collection, said: LastWord, against: LastWord | null): Deed {
  const { entry } = said
  if (entry.kind === 'edit-register') return mergedSo(collection, said, against)
  if (entry.kind !== 'adopt') return saidAgain(said)
  const change = entry.payload.changes.find(
    ({ school, item }) => `${CELL}${school}|${item}` === said.matter,
  )
  return putCell(collection, said.matter, change?.to ?? null, entry.reason)
}

/**
 * Of schools merged in a circle, as each into the other, the one that the other side merged stands for itself
 * again first.
 */
function mergedSo(collection: Collection, said: LastWord, against: LastWord | null): Deed {
  const [merge, other] = [mergeIn(said), mergeIn(against)]
  if (merge === null || other === null || isMerged(collection, merge)) return saidAgain(said)
  if (other.school === merge.school) return saidAgain(said)
  const apart = { school: other.school, name: other.name, apart: true } as const
  const payload = { changes: [apart, merge], file: null }
  return { kind: 'edit-register', payload, reason: said.entry.reason }
}

type Merge = Extract<PayloadOf<'edit-register'>['changes'][number], { into: string }>

/** The merging of schools that a word is; null for anything else. */
function mergeIn(said: LastWord | null): Merge | null {
  if (said?.entry.kind !== 'edit-register') return null
  const merges = said.entry.payload.changes.flatMap((one) => ('into' in one ? [one] : []))
  return merges.find((one) => mattersOf(one).includes(said.matter)) ?? null
}

function mattersOf({ school, into }: Merge): string[] {
  return [`register:${school}|→`, `register-pair:${[school, into].toSorted().join('|')}`]
}

const isMerged = (collection: Collection, { school, into }: Merge): boolean =>
  collection.standsFor(school) === collection.standsFor(into)

function withoutWord(collection: Collection, against: LastWord): Deed {
  const { entry, matter } = against
  if (entry.kind === 'adopt') return putCell(collection, matter, null, entry.reason)
  if (saidIn({ ...entry, active: true }).length > 1) throw new CallError('join-decide-there')
  return { kind: 'withdraw', payload: { entry: entry.id, by: 'number' } }
}

function putCell(collection: Collection, matter: string, to: string | null, reason: string): Deed {
  const [own, item] = cellIn(matter)
  const school = collection.standsFor(own)
  const place = collection.index.place(item)
  if (place === null) throw new CallError('no-such-item', { item })
  const from = collection.adopted(school, place.form, place.index).value
  const returned = stamp(collection.returned(school, place.form, place.index))
  return { kind: 'adopt', payload: { changes: [{ school, item, from, to, returned }] }, reason }
}
