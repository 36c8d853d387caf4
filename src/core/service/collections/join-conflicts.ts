import type { ConflictSide, JoinConflict } from '../../../shared/join.ts'
import { stamp } from '../../collection/cells.ts'
import type { Collection } from '../../collection/collection.ts'
import { endOfChain } from '../../collection/ledger-state.ts'
import { saidOfMatter } from '../../collection/said-entry.ts'
import { isLater } from '../../intake/verdicts.ts'
import type { ActiveEntry, Deed, PayloadOf } from '../../ledger/entry.ts'
import { lastWords } from '../../ledger/join/conflicts.ts'
import type { LastWord } from '../../ledger/join/conflicts.ts'
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
  if (said !== null) return [restated(collection, said)]
  const against = saidBy(collection, matter, other)
  if (against === null) throw new CallError('no-such-entry', { entry: join })
  return [withoutWord(collection, against)]
}

const RETURN = 'return:'

function joinsIn({ ledger }: Collection): Extract<ActiveEntry, { kind: 'join' }>[] {
  return ledger.entries.filter((entry) => entry.kind === 'join')
}

/** Every matter that joins left, once: what a later join names again with the same sides is that one's. */
function askedIn(collection: Collection): { join: number; conflict: Conflict }[] {
  const all = joinsIn(collection).flatMap(({ id, payload }) =>
    payload.conflicts.map((conflict) => ({ join: id, conflict })),
  )
  const keyed = all.map((one): [string, (typeof all)[number]] => [
    JSON.stringify(one.conflict),
    one,
  ])
  return [...new Map(keyed).values()]
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
function saidBy({ ledger }: Collection, matter: string, side: Side): LastWord | null {
  const entry = 'entry' in side ? ledger.entries.find(({ id }) => id === side.entry) : undefined
  if (entry === undefined) return null
  const words = lastWords([{ ...entry, active: true }])
  // After what another said of a wider matter, the wider one is the word.
  return words.get(matter) ?? [...words.values()][0] ?? null
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
    return now?.value === said?.value && (corrects || said === null)
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

function cellIn(matter: string): [school: string, item: string] {
  const key = matter.slice(CELL.length)
  const at = key.indexOf('|')
  return [key.slice(0, at), key.slice(at + 1)]
}

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
function restated(collection: Collection, said: LastWord): Deed {
  const { entry } = said
  if (entry.kind === 'edit-register') return mergedSo(said, entry.payload.changes)
  if (entry.kind !== 'adopt') return saidAgain(said)
  const change = entry.payload.changes.find(
    ({ school, item }) => `${CELL}${school}|${item}` === said.matter,
  )
  return putCell(collection, said.matter, change?.to ?? null, entry.reason)
}

/** Of two schools merged each into the other, the one that takes the other in stands for itself again first. */
function mergedSo(said: LastWord, changes: PayloadOf<'edit-register'>['changes']): Deed {
  const merge = changes.find(
    (one) =>
      'into' in one && said.matter === `${PAIR}${[one.school, one.into].toSorted().join('|')}`,
  )
  if (merge === undefined || !('into' in merge)) return saidAgain(said)
  const apart = { school: merge.into, name: merge.intoName, apart: true } as const
  const payload = { changes: [apart, merge], file: null }
  return { kind: 'edit-register', payload, reason: said.entry.reason }
}

const PAIR = 'register-pair:'

function withoutWord(collection: Collection, against: LastWord): Deed {
  const { entry, matter } = against
  if (entry.kind === 'adopt') return putCell(collection, matter, null, entry.reason)
  if (saidIn({ ...entry, active: true }).length > 1) throw new CallError('join-decide-there')
  return { kind: 'withdraw', payload: { entry: entry.id, by: 'number' } }
}

function putCell(collection: Collection, matter: string, to: string | null, reason: string): Deed {
  const [school, item] = cellIn(matter)
  const place = collection.index.place(item)
  if (place === null) throw new CallError('no-such-item', { item })
  const from = collection.adopted(school, place.form, place.index).value
  const returned = stamp(collection.returned(school, place.form, place.index))
  return { kind: 'adopt', payload: { changes: [{ school, item, from, to, returned }] }, reason }
}
