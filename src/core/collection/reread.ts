import { readReturn } from '../intake/read-return.ts'
import type { Ports, StoredFile } from '../ports.ts'
import type { Collection } from './collection.ts'

type ReadPorts = Pick<Ports, 'reader'>

/** Reads every received file again from its bytes, after a form was corrected. What was received never changes; only how it is understood. */
export async function rereadAll(collection: Collection, ports: ReadPorts): Promise<void> {
  collection.refresh()
  const readings: { id: number; reading: StoredFile['reading'] }[] = []
  for (const file of collection.storedFiles()) {
    const reading = await readAgain(collection, file, ports)
    if (reading !== null) readings.push({ id: file.id, reading })
  }
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
