import type { Collection } from '../collection/collection.ts'
import type { CollectionConfig } from '../model/collection.ts'
import type { JobHandle } from './jobs.ts'
import type { Session } from './session.ts'

/** What a file is called: what is in it, and whose it is. */
export function nameFor(what: string, { county, title }: CollectionConfig): string {
  return `${what}_${county || title}`
}

/** Starts writing a file that the interface then saves under `name`, of whatever is open. */
export function exportFile(
  session: Session,
  name: string,
  write: (path: string, job: JobHandle) => Promise<void>,
): { job: number } {
  const job = session.jobs.start('export', async (handle) => {
    const output = session.ports.grants.newOutput(name)
    await write(output.path, handle)
    handle.update({ output: { grant: output.grant, name } })
  })
  return { job }
}

/** The same of the open collection. */
export function exportTo(
  session: Session,
  name: string,
  write: (path: string, job: JobHandle, collection: Collection) => Promise<void>,
): { job: number } {
  const collection = session.current()
  return exportFile(session, name, async (path, job) => {
    await write(path, job, collection)
    // Whoever gets it relies on this state.
    session.backups.anchor()
  })
}
