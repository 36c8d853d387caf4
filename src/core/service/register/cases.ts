import { parsePeriod } from '../../../shared/period.ts'
import type { Overview } from '../../../shared/overview.ts'
import type { Particulars, RegisterApi, RegisterEdit } from '../../../shared/register.ts'
import { CallError } from '../../../shared/result.ts'
import type { Collection } from '../../collection/collection.ts'
import { isoDateIn } from '../../intake/dates.ts'
import type { PayloadOf } from '../../ledger/entry.ts'
import type { RegisterChange } from '../../ledger/state.ts'
import { changesWanted } from '../../register/wanted.ts'
import { waitsFor } from '../intake/import.ts'
import type { Session } from '../session.ts'
import { besideRegister, newRegister } from './new-register.ts'
import type { NewRegister } from './new-register.ts'
import { registerView } from './register-view.ts'

/** 名册 and what the collection is called: changed through the ledger, taken back like all else. */
export function registerCases(session: Session): RegisterApi {
  return {
    async register() {
      return registerView(session.current())
    },
    async registerDifference({ file }) {
      return besideRegister(session, await newRegister(session, file))
    },
    async editRegister({ edits, file, reason }) {
      if (reason.trim() === '') throw new CallError('reason-missing')
      const found = file === null ? null : await newRegister(session, file)
      const collection = session.current()
      const changes = changesOf(collection, edits)
      if (changes.length === 0 && found === null) throw new CallError('nothing-changed')
      const before = sendersOf(collection)
      await session.write(() => [
        {
          kind: 'edit-register',
          payload: { changes, file: found === null ? null : kept(collection, found) },
          reason: reason.trim(),
        },
      ])
      return holdMoved(session, before)
    },
    async editParticulars({ particulars, reason }) {
      if (reason.trim() === '') throw new CallError('reason-missing')
      const { config } = session.current()
      const set = changed({ ...config, period: config.period ?? '' }, particulars)
      if (set.title === '') throw new CallError('untitled')
      if (Object.keys(set).length === 0) throw new CallError('nothing-changed')
      return session.write({ kind: 'edit-particulars', payload: { set }, reason: reason.trim() })
    },
  }
}

/** Edits as the ledger keeps them. Schools that came from their returns are a register from then on. */
function changesOf(collection: Collection, edits: readonly RegisterEdit[]): RegisterChange[] {
  const { schools, config, hasRegister, ledger, store } = collection
  if (hasRegister) return changesWanted(edits, store.schools(), ledger.register, config)
  const changes = changesWanted(edits, schools, [], config)
  if (changes.length === 0) return []
  const found = schools.map(({ id, name, attributes }) => ({ add: id, name, attributes }))
  return [...found, ...changes]
}

function kept({ store }: Collection, found: NewRegister): PayloadOf<'edit-register'>['file'] {
  const count = store.assets().filter(({ role }) => role === 'register').length
  const asset = `${String(count + 1)}/${found.name}`
  store.putAsset('register', asset, found.bytes)
  return { asset, notes: found.notes }
}

function sendersOf(collection: Collection): Map<number, string | null> {
  return new Map(collection.storedFiles().map(({ id, reading }) => [id, reading.school]))
}

/** A file that became a school's by the change waits where it would take another one's place. */
function holdMoved(
  session: Session,
  before: ReadonlyMap<number, string | null>,
): Overview | Promise<Overview> {
  const collection = session.current()
  const moved = collection
    .storedFiles()
    .filter((file) => file.reading.school !== before.get(file.id) && waitsFor(collection, file))
  if (moved.length === 0) return session.overview()
  return session.write(() => moved.map(({ id }) => ({ kind: 'hold', payload: { file: id } })))
}

const FIELDS = ['title', 'county', 'schoolYear', 'period', 'referenceDate', 'dueDate'] as const

const DATES: ReadonlySet<keyof Particulars> = new Set<keyof Particulars>([
  'referenceDate',
  'dueDate',
])

/** What is compared with days (returns by day, questions that are overdue) must be one. */
function dateOf(text: string): string {
  if (text === '') return ''
  const date = isoDateIn(text)
  if (date === null) throw new CallError('bad-date', { text })
  return date
}

/** A period that nobody can read would be a year in silence. */
function periodOf(text: string): string {
  if (text !== '' && parsePeriod(text) === null) throw new CallError('bad-period', { text })
  return text
}

function changed(now: Particulars, wanted: Particulars): Partial<Particulars> {
  const set: Partial<Particulars> = {}
  for (const field of FIELDS) {
    const typed = wanted[field].trim()
    if (typed === now[field]) continue
    const text = DATES.has(field) ? dateOf(typed) : field === 'period' ? periodOf(typed) : typed
    if (text !== now[field]) set[field] = text
  }
  return set
}
