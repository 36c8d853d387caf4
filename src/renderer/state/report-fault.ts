import type { Api } from '../../shared/api.ts'
import { FAULT_STACK } from '../../shared/log.ts'
import type { FaultReport } from '../../shared/log.ts'

/** One fault that repeats with every stroke of the mouse must not fill the log. */
const MOST_REPORTS = 50
let sent = 0

/**
 * Tells the program of a fault of the interface, for its log. Never throws; without a connection
 * the fault is lost, as there is nobody to tell.
 *
 * @param components React's list of the components around the fault, "" for none
 */
export function reportFault(
  api: Pick<Api, 'reportFault'>,
  where: FaultReport['where'],
  error: unknown,
  components = '',
): void {
  if (sent >= MOST_REPORTS) return
  sent += 1
  const { name, stack = '' } = error instanceof Error ? error : { name: typeof error }
  const whole = `${stack}\n${components}`.slice(0, FAULT_STACK)
  api.reportFault({ where, name: name.slice(0, 100), stack: whole }).catch(() => undefined)
}
