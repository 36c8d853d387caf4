import { CallError } from '../../../shared/result.ts'
import type { JoinResult } from '../../../shared/join.ts'
import { Collection } from '../../collection/collection.ts'
import { readLedger } from '../../collection/ledger-state.ts'
import { rereadAll, settle } from '../../collection/reread.ts'
import type { PayloadOf, StoredEntry } from '../../ledger/entry.ts'
import { joined } from '../../ledger/join/joined.ts'
import type { History, Joined } from '../../ledger/join/joined.ts'
import { conflictsOf, lastWords } from '../../ledger/join/conflicts.ts'
import { touchesOf } from '../../ledger/touches.ts'
import type { AssetRole } from '../../model/asset-role.ts'
import { utf8Bytes } from '../../model/utf8-text.ts'
import type { Ports, Store, StoredFile } from '../../ports.ts'
import { lapsedCells, otherReturns } from './join-returns.ts'
import { mergedEdits } from './join-texts.ts'
import { writtenAfter } from './join-lines.ts'

type JoinPorts = Pick<Ports, 'stores' | 'reader' | 'clock' | 'digest'>

/** One of the two files, with what it is called in sentences. */
export interface Side {
  store: Store
  name: string
}

/**
 * 合并: a new collection of two files that began as one and were worked on apart. Every file, line,
 * correction, explanation and comment of both is in it once; what only one of them settled holds;
 * what both settled otherwise is named in the line that says that they were joined, for a person to
 * decide. Which of the two comes first makes no difference. Both stay as they are.
 *
 * @param target where nothing is yet
 * @returns the new collection, open, and what came together
 * @throws CallError not-one-collection, join-unlike, join-newer; collection-exists, cannot-write
 */
export async function joinedCollection(
  ports: JoinPorts,
  sides: readonly [Side, Side],
  target: string,
): Promise<{ store: Store; found: Omit<JoinResult, 'made'> }> {
  mustFit(sides)
  const [first, second] = sides.map(({ store }) => store)
  if (first === undefined || second === undefined) throw new TypeError('two are joined')
  const history = joined(historyOf(first), historyOf(second), ports.digest)
  const own = ownOf(history)
  const making = ports.stores.making(target)
  const bare = own.findIndex(({ entries, files }) => entries + files === 0)
  if (bare !== -1) {
    // The other has all that it has: nothing is to be joined.
    making.drop()
    const whole = bare === 0 ? second : first
    whole.copyTo(target)
    return {
      store: ports.stores.open(target),
      found: { first: own[0], second: own[1], conflicts: 0, held: 0 },
    }
  }
  try {
    const found = await fill(making.store, [first, second], history, ports)
    return { store: making.finish(), found: { first: own[0], second: own[1], ...found } }
  } catch (error) {
    making.drop()
    throw error
  }
}

/** Two files of one collection, which this program can read to the end. */
function mustFit(sides: readonly [Side, Side]): void {
  const [first, second] = sides
  const names = { first: first.name, second: second.name }
  const [a, b] = sides.map(({ store }) => store.ledgerText()[0]?.seal)
  if (a === undefined || a !== b) throw new CallError('not-one-collection', names)
  for (const { store, name } of sides) {
    const newer = store.ledger().find(isNewer)
    if (newer !== undefined) throw new CallError('join-newer', { path: name, entry: newer.id })
  }
  for (const what of ['config', 'schools', 'forms'] as const) {
    const [one, other] = sides.map(({ store }) => JSON.stringify(store[what]()))
    if (one !== other) throw new CallError('join-unlike', { ...names, what: CALLED[what] })
  }
}

const CALLED = { config: '设置', schools: '名册', forms: '表式' }

const isNewer = (entry: StoredEntry): boolean =>
  entry.kind === 'unreadable' && entry.payload.fault === 'unknown-kind'

function historyOf(store: Store): History {
  return {
    bodies: store.ledgerText().map(({ body }) => body),
    entries: store.ledger(),
    files: store.files(),
    assets: store.assets(),
  }
}

type Own = { entries: number; files: number }

/** How much each has that the other has not. */
function ownOf({ lines, files }: Joined): [Own, Own] {
  const only = (other: 0 | 1): Own => ({
    entries: lines.filter(({ from }) => from[other] === null).length,
    files: files.filter((from) => from[other] === null).length,
  })
  return [only(1), only(0)]
}

async function fill(
  store: Store,
  stores: readonly [Store, Store],
  history: Joined,
  ports: JoinPorts,
): Promise<{ conflicts: number; held: number }> {
  const [first] = stores
  const { stale } = store.transaction(() => {
    store.setConfig(first.config())
    store.setSchools(first.schools())
    store.setForms(first.forms())
    keepAssets(store, stores, history)
    const changed = keepFiles(store, stores, history)
    for (const { body } of history.lines) store.appendText(body)
    return { stale: changed || history.lines.some((_, at) => readsAnew(history, at)) }
  })
  const collection = new Collection(store)
  if (stale) await rereadAll(collection, ports)
  else await settle(collection, ports)
  const there = ({ id }: StoredEntry): [boolean, boolean] => {
    const from = history.lines[id - 1]?.from ?? [null, null]
    return [from[0] !== null, from[1] !== null]
  }
  const counting = (entries: readonly StoredEntry[]) => readLedger(entries).entries
  const { conflicts, again } = conflictsOf(history.entries, there, counting)
  const sides = stores.map((one) => new Collection(one))
  const returns = otherReturns(collection, sides, history)
  const lapsed = lapsedCells(collection, sides, history, returns)
  const parted = lastWords(counting(history.entries.filter((one) => there(one).every(Boolean))))
  const texts = mergedEdits(collection, conflicts, again, parted)
  const all: PayloadOf<'join'>['conflicts'] = [
    ...texts.conflicts,
    ...returns,
    ...lapsed.filter((one) => !conflicts.some(({ matter }) => matter === one.matter)),
  ]
  const held = writtenAfter(collection, {
    sources: sourcesOf(store, stores),
    conflicts: all,
    before: texts.before,
    again: texts.again,
    returns,
    ports,
  })
  return { conflicts: all.length, held }
}

/** Whether a line that only one of them has says how files are read. */
function readsAnew({ lines, entries }: Joined, at: number): boolean {
  const [from, entry] = [lines[at]?.from, entries[at]]
  if (entry === undefined || from === undefined || from.every((one) => one !== null)) return false
  return touchesOf(entries, entry).some(({ touch }) => READS.has(touch.what))
}

const READS: ReadonlySet<string> = new Set(['form', 'register', 'reading', 'particulars'])

function keepAssets(
  store: Store,
  stores: readonly [Store, Store],
  { assets, entries }: Joined,
): void {
  for (const { role, name, sha256, side } of assets) {
    const bytes = stores[side].blob(sha256)
    // Roles come from the stores themselves.
    if (bytes !== null) store.putAsset(role as AssetRole, name, bytes)
  }
  const known = new Set(assets.map(({ sha256 }) => sha256))
  for (const { of } of entries)
    for (const { what, sha256 } of of) {
      if (what !== 'asset' || known.has(sha256)) continue
      known.add(sha256)
      const bytes = stores[0].blob(sha256) ?? stores[1].blob(sha256)
      if (bytes !== null) store.keepBytes(bytes)
    }
}

/** @returns whether the two understood a file differently */
function keepFiles(store: Store, stores: readonly [Store, Store], { files }: Joined): boolean {
  const known = stores.map((one) => new Map(one.files().map((file) => [file.id, file])))
  let differs = false
  for (const from of files) {
    const both = from.flatMap((id, side) => (id === null ? [] : (known[side]?.get(id) ?? [])))
    const file = both.toSorted(byArrival)[0]
    const bytes = file === undefined ? null : bytesOf(stores, file.sha256)
    if (file === undefined || bytes === null) throw new TypeError('a file without its bytes')
    const readings = new Set(both.map(({ reading }) => JSON.stringify(reading)))
    differs ||= readings.size > 1
    const { id: _, ...rest } = file
    store.addFile(rest, bytes)
  }
  return differs
}

const bytesOf = (stores: readonly [Store, Store], sha256: string): Uint8Array | null =>
  stores[0].blob(sha256) ?? stores[1].blob(sha256)

function byArrival(a: StoredFile, b: StoredFile): number {
  const text = (one: StoredFile): string => JSON.stringify([one.receivedAt, one.modifiedAt])
  return text(a) < text(b) ? -1 : 1
}

/** Where the two stood, each kept whole as an asset: lines with their seals, and the chain's end. */
function sourcesOf(store: Store, stores: readonly [Store, Store]): PayloadOf<'join'>['sources'] {
  const sources = stores.map((one) => {
    const lines = one.ledgerText()
    const { collection, links, head } = one.chain()
    const seal = lines.at(-1)?.seal ?? ''
    const bytes = utf8Bytes(JSON.stringify({ collection, links, head, lines }))
    const { sha256 } = store.putAsset('joined', `${head.slice(0, 12)}.json`, bytes)
    const { person } = readLedger(one.ledger())
    return { lines: lines.length, seal, links, head, person, sha256 }
  })
  return sources.toSorted((a, b) => (a.head < b.head ? -1 : 1))
}
