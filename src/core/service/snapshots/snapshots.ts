import type { Overview } from '../../../shared/overview.ts'
import type {
  OpenMatters,
  PublishedState,
  SnapshotComparison,
  SnapshotRow,
} from '../../../shared/snapshots.ts'
import { CallError } from '../../../shared/result.ts'
import { STATE_LETTER } from '../../../shared/state-letter.ts'
import type { ActiveEntry } from '../../ledger/entry.ts'
import type { Ports } from '../../ports.ts'
import { utf8Bytes, utf8Text } from '../../model/utf8-text.ts'
import { checked } from '../findings/checking.ts'
import { findingsIn } from '../findings/open-findings.ts'
import { causesAmong } from './causes.ts'
import type { Collection } from '../../collection/collection.ts'
import { saidEntry } from '../../collection/said-entry.ts'
import { differencesOf, publishedState } from './published.ts'
import { yearsOf } from '../summary/quoted.ts'
import type { Session } from '../session.ts'

/** A signed-off state as it is kept: never changed, found by its hash. */
interface Snapshot {
  schema: 1
  open: OpenMatters
  /** Over all adopted values, and school by school. */
  /** How the collection's chain ended then; absent in states of earlier versions. */
  chain?: { links: number; head: string }
  fingerprint: string
  schools: Record<string, string>
  state: PublishedState
}

/** Signs the present state off: its figures become an asset, and the ledger says who, when, and what is open. */
export async function signOff(session: Session, name: string, reason: string): Promise<Overview> {
  await checked(session)
  // From here on at once: what is open and the figures are of the same state.
  const collection = session.current()
  const { schools, fingerprint } = fingerprints(collection, session.ports.digest)
  const snapshot: Snapshot = {
    schema: 1,
    chain: endOf(collection.store.chain()),
    open: openNow(session),
    fingerprint,
    schools,
    state: publishedState(yearsOf(session), 'adopted'),
  }
  const bytes = utf8Bytes(JSON.stringify(snapshot))
  return session.write(() => {
    const label = `${session.ports.clock.now()} ${name}`
    const { sha256 } = collection.store.putAsset('snapshot', label, bytes)
    return [{ kind: 'sign-off', payload: { name, sha256 }, reason }]
  })
}

function endOf({ links, head }: { links: number; head: string }): { links: number; head: string } {
  return { links, head }
}

/** What is still open now, once all schools are checked. */
export async function openMatters(session: Session): Promise<OpenMatters> {
  await checked(session)
  return openNow(session)
}

/** What is still open; works out at once what is not known of the findings. */
function openNow(session: Session): OpenMatters {
  const collection = session.current()
  const findings = findingsIn(session).counts('adopted')
  const { held, unclaimed, unreadable, states } = session.overview()
  const missing = collection.expected.flatMap((school): OpenMatters['missing'] => {
    const state = collection.stateOfSchool(school)
    if (state !== 'missing' && state !== 'rejected') return []
    return [{ school: school.id, name: school.name, state }]
  })
  return { missing, findings, held, unclaimed, queried: states.queried, unreadable }
}

/** The states signed off, the latest first. */
export function snapshotRows(session: Session): SnapshotRow[] {
  const collection = session.current()
  const { fingerprint } = fingerprints(collection, session.ports.digest)
  return signOffs(collection)
    .map((entry) => rowOf(entry, kept(collection, entry), fingerprint))
    .toReversed()
}

/** Two signed-off states compared, or one with the present. Throws CallError no-such-entry. */
export function compareSnapshots(
  session: Session,
  from: number,
  to: number | null,
): SnapshotComparison {
  const collection = session.current()
  const present = fingerprints(collection, session.ports.digest)
  const entryOf = (id: number): SignOff => {
    const found = signOffs(collection).find((entry) => entry.id === id)
    if (found === undefined) throw new CallError('no-such-entry', { entry: id })
    return found
  }
  const first = entryOf(from)
  const last = to === null ? null : entryOf(to)
  const before = kept(collection, first)
  const after = last === null ? null : kept(collection, last)
  const then = after?.schools ?? present.schools
  const end = last?.id ?? Infinity
  const [low, high] = first.id <= end ? [first.id, end] : [end, first.id]
  const between = collection.ledger.entries.filter(({ id }) => id > low && id < high)
  const differences = differencesOf(
    before.state,
    after?.state ?? publishedState(yearsOf(session), 'adopted'),
    causesAmong(collection, between),
  )
  const causes = new Set(
    [...differences.totals, ...differences.indicators, ...differences.sentences].flatMap(
      (one) => one.causes,
    ),
  )
  const ids = new Set([...Object.keys(before.schools), ...Object.keys(then)])
  const names = new Map(collection.everybody.map((school) => [school.id, school.name]))
  return {
    ...differences,
    from: rowOf(first, before, present.fingerprint),
    to: last === null || after === null ? null : rowOf(last, after, present.fingerprint),
    schools: [...ids]
      .filter((id) => before.schools[id] !== then[id])
      .map((school) => ({ school, name: names.get(school) ?? school })),
    entries: collection.ledger.entries
      .filter(({ id }) => causes.has(id))
      .map((entry) => saidEntry(collection, entry))
      .toReversed(),
  }
}

type SignOff = Extract<ActiveEntry, { kind: 'sign-off' }>

function signOffs({ ledger }: Collection): SignOff[] {
  return ledger.entries.filter((entry) => entry.kind === 'sign-off')
}

/** The figures kept with a sign-off. Throws CallError damaged-collection when they are gone. */
function kept(collection: Collection, entry: SignOff): Snapshot {
  const bytes = collection.store.blob(entry.payload.sha256)
  if (bytes === null) {
    throw new CallError('damaged-collection', {
      path: collection.config.title,
      detail: `snapshot ${String(entry.id)}`,
    })
  }
  const snapshot: unknown = JSON.parse(utf8Text(bytes))
  if (!isSnapshot(snapshot)) {
    throw new CallError('newer-version', { path: collection.config.title, version: entry.id })
  }
  return snapshot
}

/** Found by the hash of bytes that signOff wrote, so its form is known by its number. */
function isSnapshot(value: unknown): value is Snapshot {
  return typeof value === 'object' && value !== null && 'schema' in value && value.schema === 1
}

function rowOf(entry: SignOff, snapshot: Snapshot, present: string): SnapshotRow {
  const { id, payload, at, person, reason, active } = entry
  return {
    entry: id,
    name: payload.name,
    at,
    person,
    reason,
    active,
    coverage: snapshot.state.coverage,
    open: snapshot.open,
    fingerprint: snapshot.fingerprint,
    same: snapshot.fingerprint === present,
  }
}

/** The adopted values of all schools in one hash: the same figures give the same one. */
export function adoptedFingerprint(collection: Collection, digest: Ports['digest']): string {
  return fingerprints(collection, digest).fingerprint
}

/** The adopted values of every school in a few letters, and of all together. */
function fingerprints(
  collection: Collection,
  digest: Ports['digest'],
): { schools: Record<string, string>; fingerprint: string } {
  const { forms } = collection
  const schools: Record<string, string> = {}
  for (const school of collection.expected) {
    const lines = forms.flatMap((form) => {
      const items = collection.itemsOf(school, form)
      if (items.length === 0) return []
      const cells = items.map((index) => {
        const { value, state } = collection.adopted(school.id, form, index)
        return `${STATE_LETTER[state]}${value}`
      })
      return [`${form.id}:${cells.join(',')}`]
    })
    schools[school.id] = digest(lines.join('\n')).slice(0, 16)
  }
  const all = Object.entries(schools).sort(([a], [b]) => (a < b ? -1 : 1))
  return { schools, fingerprint: digest(JSON.stringify(all)) }
}
