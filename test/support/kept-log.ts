import type { Log, LogLevel } from '../../src/core/ports.ts'

/** A log that keeps in memory what it is told. */
export function keptLog(): Log & { told: { level: LogLevel; where: string; error: unknown }[] } {
  const told: { level: LogLevel; where: string; error: unknown }[] = []
  return {
    told,
    write: (level, where, error) => void told.push({ level, where, error }),
    show: () => Promise.resolve({ folder: '', opened: false }),
  }
}
