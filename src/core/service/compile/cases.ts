import type { ResultsApi } from '../../../shared/results.ts'
import { exportTo, nameFor } from '../export.ts'
import type { Session } from '../session.ts'
import { writeEvidence } from './evidence.ts'
import { writeResults } from './results.ts'
import type { CompileJob } from './results.ts'

/** What the command line's `compile` writes, from the open collection. */
export function resultsCases(session: Session): ResultsApi {
  return {
    async exportEvidence({ lang }) {
      const { ports } = session
      const file = nameFor('依据包', session.current().config)
      return exportTo(session, `${file}.zip`, (path, job, collection) =>
        writeEvidence(collection, ports, lang, path, job),
      )
    },
    async exportResults({ lang, identities = false }) {
      const { config } = session.current()
      const { ports } = session
      return exportTo(session, `${nameFor('全部成果', config)}.zip`, (path, handle, collection) =>
        ports.writer.packed(async (folder) => {
          const left: string[] = []
          const job: CompileJob = {
            signal: handle.signal,
            update: (change) => handle.update(change),
            // What could not be used stands on the overview already.
            faults: () => undefined,
            notWritten(school) {
              left.push(school)
              handle.update({ left })
            },
          }
          collection.store.copyTo(folder.path(`${config.title}.huishu`))
          await writeResults(collection, ports, lang, folder, job, identities)
        }, path),
      )
    },
  }
}
