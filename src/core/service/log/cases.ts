import type { LogApi } from '../../../shared/log.ts'
import type { Log } from '../../ports.ts'

/** The log's use cases: faults of the interface go where all others go. */
export function logCases(log: Log): LogApi {
  return {
    async reportFault({ where, name, stack }) {
      log.write('error', `interface ${where}`, { name, stack })
      return null
    },
    showLog: () => log.show(),
  }
}
