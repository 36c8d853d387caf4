import type { LakeApi } from '../../../shared/lake.ts'
import { exportTo } from '../export.ts'
import type { Session } from '../session.ts'
import { lakePartition } from './partition.ts'

/** The columnar export of the open collection. */
export function lakeCases(session: Session): LakeApi {
  return {
    async exportLake(said) {
      const { place } = lakePartition(session, said)
      return exportTo(session, `列式数据_${place.county}_${place.year}.zip`, async (path, job) => {
        await session.ports.lake.pack(lakePartition(session, said), path, {
          progress: (done, total, current) => job.update({ done, total, current }),
          signal: job.signal,
        })
      })
    },
  }
}
