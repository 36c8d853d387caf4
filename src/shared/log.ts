/** A fault of the interface, as the interface tells it. The program keeps of it what its log may hold. */
export interface FaultReport {
  /** Which net it fell into. */
  where: 'screen' | 'page' | 'promise' | 'action'
  /** Kind of error ("TypeError"). */
  name: string
  /** As the browser gives it, cut at FAULT_STACK characters. */
  stack: string
}

/** Most characters of a stack that the interface sends. */
export const FAULT_STACK = 8_000

/** The program's log. */
export interface LogApi {
  /** Writes a fault of the interface into the log. */
  reportFault(args: FaultReport): Promise<null>
  /** Opens the log's folder where the host can; its path, for display, where it cannot. */
  showLog(args: Record<string, never>): Promise<{ folder: string; opened: boolean }>
}
