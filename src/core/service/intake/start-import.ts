import type { SourceFile } from '../../ports.ts'
import type { Session } from '../session.ts'
import { importReturns } from './import.ts'

/**
 * Starts receiving files; the job can be watched.
 *
 * @param hold whether later returns wait for a person before they replace earlier ones
 */
export function startImport(session: Session, files: SourceFile[], hold = false): number {
  return session.jobs.start('import', async (job) => {
    const collection = session.current()
    const told = (): void => session.hub.changed(collection.revision)
    await importReturns(collection, files, session.ports, job, told, hold)
  })
}
