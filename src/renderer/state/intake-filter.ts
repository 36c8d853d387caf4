import type { IntakeFilter } from './desk.ts'

/** All schools, or all files. */
export function allOf(tab: IntakeFilter['tab']): IntakeFilter {
  return { tab, state: null, status: null, reason: null, group: null, day: null }
}
