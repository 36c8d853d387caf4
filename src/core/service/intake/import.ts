import type { FileStatus } from '../../../shared/model.ts'
import { isLater } from '../../intake/verdicts.ts'
import type { Spoken } from '../../ledger/kind.ts'
import type { Ports, ReadReturn, SourceFile, StoredFile } from '../../ports.ts'
import type { Collection } from '../../collection/collection.ts'
import { settle } from '../../collection/reread.ts'
import { noteUnread } from './unread.ts'
import type { JobHandle } from '../jobs.ts'

/** Files written to the disk in one go: each go waits until the disk has it. */
const TOGETHER = 16
/** The same in bytes: until then they are in memory. */
const TOGETHER_BYTES = 32 * 2 ** 20

/**
 * Receives files: each is read, stored with its bytes and entered in the ledger in one step, so a
 * stop at any moment leaves whole files only. A file that is in already, under the same name and
 * with the same bytes, is counted as a duplicate and not stored again: dropping the same folder
 * again and again is how returns trickle in.
 *
 * @param hold a later return of a school that has one waits until a person takes it
 */
export async function importReturns(
  collection: Collection,
  files: SourceFile[],
  ports: Pick<Ports, 'reader' | 'clock'>,
  job: JobHandle,
  changed: () => void,
  hold = false,
): Promise<void> {
  const known = new Set(collection.storedFiles().map((file) => `${file.path}\n${file.sha256}`))
  const added: number[] = []
  let again = 0
  let done = 0
  job.update({ total: files.length })
  const waiting: { source: SourceFile; read: ReadReturn }[] = []
  const keep = (): void => {
    const batch = waiting.splice(0)
    const receivedAt = ports.clock.now()
    // All of these or none: a stop in between leaves whole files only, and so does losing power.
    const stored = collection.store.transaction(() =>
      batch.map(({ source, read }) => receive(collection, source, read, receivedAt, hold)),
    )
    for (const file of stored) {
      collection.addFile(file)
      added.push(file.id)
    }
    done += batch.length
    job.update({ done, current: batch.at(-1)?.source.path ?? '' })
  }
  // Until the last one is in, whatever ends the intake leaves files unread.
  noteUnread(collection, files.length)
  await ports.reader.readReturns(
    files,
    // Who else has sent is only known when all are in.
    { ...collection.context(), sent: {} },
    (source, read) => {
      if (known.has(`${source.path}\n${read.sha256}`)) {
        again++
        done++
      } else waiting.push({ source, read })
      const bytes = waiting.reduce((sum, one) => sum + one.read.size, 0)
      if (waiting.length >= TOGETHER || bytes >= TOGETHER_BYTES) keep()
    },
    job.signal,
  )
  keep()
  noteUnread(collection, files.length - done)
  collection.refresh()
  await settle(collection, ports)
  job.update({ verdicts: countVerdicts(collection, added, again) })
  changed()
}

/** One file with its bytes, what was read of it, and its line in the ledger. */
function receive(
  collection: Collection,
  source: SourceFile,
  { sha256, size, reading, bytes }: ReadReturn,
  receivedAt: string,
  hold: boolean,
): StoredFile {
  const { store } = collection
  const stored = store.addFile(
    { path: source.path, sha256, size, receivedAt, modifiedAt: source.modifiedAt, reading },
    bytes,
  )
  const line = { at: receivedAt, person: collection.ledger.person, reason: '' }
  const of: Spoken[] = [{ what: 'bytes', sha256 }]
  const payload = { path: source.path, file: stored.id }
  store.append({ ...line, kind: 'receive', of, payload })
  const [counted] = collection.standing(reading.school ?? '')?.files ?? []
  if (hold && replaces(stored, counted ?? null)) {
    store.append({ ...line, kind: 'hold', of, payload: { file: stored.id } })
  }
  return stored
}

/** Whether a file would take the place of the one that counted for its school before. */
function replaces(file: StoredFile, counted: StoredFile | null): boolean {
  const { school, status } = file.reading
  if (school === null || (status !== 'accepted' && status !== 'queried')) return false
  if (counted === null || counted.id === file.id) return false
  // A reply replaces nothing of itself; the verdicts see to that.
  if (file.reading.reply !== undefined) return false
  return counted.sha256 !== file.sha256 && isLater(file, counted)
}

/**
 * Whether a file that became a school's after it came in (claimed, or opened with its password)
 * has to wait like any later return: the school had one already.
 */
export function waitsFor(collection: Collection, file: StoredFile): boolean {
  const { held, taken, withdrawn } = collection.ledger
  if (held.has(file.id)) return false
  const without = collection.decide({ held: new Set([...held, file.id]), taken, withdrawn })
  const [counted] = without.bySchool.get(file.reading.school ?? '')?.files ?? []
  return replaces(file, counted ?? null)
}

function countVerdicts(
  collection: Collection,
  added: number[],
  again: number,
): Partial<Record<FileStatus, number>> {
  const counts: Partial<Record<FileStatus, number>> = again > 0 ? { duplicate: again } : {}
  for (const id of added) {
    const status = collection.verdict(id)?.status
    if (status !== undefined) counts[status] = (counts[status] ?? 0) + 1
  }
  return counts
}
