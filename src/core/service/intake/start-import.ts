import type { GrantedFile } from '../../../shared/grants.ts'
import { CallError } from '../../../shared/result.ts'
import type { SourceFile } from '../../ports.ts'
import type { Session } from '../session.ts'
import { importReturns } from './import.ts'
import { noteUnread } from './unread.ts'

/**
 * Starts receiving files: opening their zips is part of the job, so that it can be watched and
 * cancelled from the start.
 *
 * @param hold whether later returns wait for a person before they replace earlier ones
 */
export function startImport(session: Session, files: GrantedFile[], hold = false): number {
  return received(session, files.length, (signal) => session.sources(files, signal), hold)
}

/** The same for files whose zips are open already. */
export function startImportOf(session: Session, files: SourceFile[]): number {
  return received(session, files.length, async () => files, false)
}

function received(
  session: Session,
  given: number,
  open: (signal: { cancelled: boolean }) => Promise<SourceFile[]>,
  hold: boolean,
): number {
  return session.jobs.start('import', async (job) => {
    const collection = session.current()
    const told = (): void => session.hub.changed(collection.revision)
    // Until their zips are open, a zip is one file that was not read.
    noteUnread(collection, given)
    const files = await open(job.signal)
    if (job.signal.cancelled) throw new CallError('cancelled')
    await importReturns(collection, files, session.ports, job, told, hold)
  })
}
