import { readReturn } from '../intake/read-return.ts'
import { hangsOnOthers, isStale } from '../intake/whose.ts'
import type { Ports, StoredFile } from '../ports.ts'
import type { Collection } from './collection.ts'

type ReadPorts = Pick<Ports, 'reader'>

/** Reads every received file again from its bytes, after a form was corrected. What was received never changes; only how it is understood. */
export async function rereadAll(collection: Collection, ports: ReadPorts): Promise<void> {
  collection.refresh()
  await rereadSome(collection, collection.storedFiles(), ports)
}

/**
 * After the register was changed: whose a file is is weighed again from what stands in it, and only
 * files that are taken for another's now, or whose school fills in another blank, are read again.
 */
export async function rereadRegister(collection: Collection, ports: ReadPorts): Promise<void> {
  const before = blanksOf(collection)
  collection.refresh()
  const now = blanksOf(collection)
  const context = collection.context()
  const stale = collection.storedFiles().filter(({ id, path, reading }) => {
    const { school } = reading
    const otherBlank = school !== null && before.get(school) !== now.get(school)
    const assigned = collection.ledger.assigned.get(id) ?? null
    return otherBlank || isStale(reading, path, context, assigned)
  })
  await rereadSome(collection, stale, ports)
}

/**
 * Weighs files again of which only what others sent could say whose they are. What is known of the
 * others does not hang on these, so one look is enough, and the order in which files came is nothing.
 */
export async function settle(collection: Collection, ports: ReadPorts): Promise<void> {
  const tied = collection
    .storedFiles()
    .filter(({ reading }) => reading.said !== undefined && hangsOnOthers(reading))
  if (tied.length === 0) return
  const { aliases: _, ...context } = collection.context()
  const stale = tied.filter(({ id, path, reading }) =>
    isStale(reading, path, context, collection.ledger.assigned.get(id) ?? null),
  )
  await rereadSome(collection, stale, ports)
}

/** After the collection was called otherwise: a reply says whose questions it answers by that. */
export async function rereadReplies(collection: Collection, ports: ReadPorts): Promise<void> {
  collection.refresh()
  const replies = collection
    .storedFiles()
    .filter(({ reading }) => reading.reasons.some(({ code }) => code === 'other-answers'))
  await rereadSome(collection, replies, ports)
}

/** Reads some of the received files again from their bytes. */
export async function rereadFiles(
  collection: Collection,
  files: readonly StoredFile[],
  ports: ReadPorts,
): Promise<void> {
  collection.refresh()
  await rereadSome(collection, files, ports)
}

function blanksOf(collection: Collection): Map<string, string | undefined> {
  return new Map(collection.everybody.map((one) => [one.id, collection.blanksOf(one)?.join('|')]))
}

async function rereadSome(
  collection: Collection,
  files: readonly StoredFile[],
  ports: ReadPorts,
): Promise<void> {
  const readings: { id: number; reading: StoredFile['reading'] }[] = []
  for (const file of files) {
    const reading = await readAgain(collection, file, ports)
    if (reading !== null) readings.push({ id: file.id, reading })
  }
  if (readings.length === 0) return
  collection.store.transaction(() => {
    for (const { id, reading } of readings) collection.store.setReading(id, reading)
  })
  for (const { id, reading } of readings) collection.replaceReading(id, reading)
  collection.refresh()
}

/** As rereadAll for one file, after a person said whose it is. */
export async function rereadFile(
  collection: Collection,
  id: number,
  ports: ReadPorts,
): Promise<void> {
  collection.refresh()
  const file = collection.file(id)
  const reading = file === null ? null : await readAgain(collection, file, ports)
  if (reading !== null) {
    collection.store.setReading(id, reading)
    collection.replaceReading(id, reading)
  }
  collection.refresh()
}

/** What a received file holds: its bytes, or what came out of them with a password. */
export function contentOf(collection: Collection, file: StoredFile): Uint8Array | null {
  return collection.material('unlocked', file.sha256)?.bytes ?? collection.store.blob(file.sha256)
}

async function readAgain(
  collection: Collection,
  file: StoredFile,
  ports: ReadPorts,
): Promise<StoredFile['reading'] | null> {
  if (file.reading.unopened === true && collection.material('unlocked', file.sha256) === null)
    return null
  const bytes = contentOf(collection, file)
  if (bytes === null) return null
  const outcome = await ports.reader.read(bytes, file.path)
  const assigned = collection.ledger.assigned.get(file.id) ?? null
  return readReturn(outcome, file.path, collection.context(), assigned)
}
