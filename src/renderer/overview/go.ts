import { formOf } from '../figures/item-names.ts'
import { attempt, goToCell } from '../state/actions.ts'
import { newCheckView } from '../state/check-view.ts'
import type { CheckView } from '../state/check-view.ts'
import { allOf } from '../state/intake-filter.ts'
import type { IntakeFilter, Desk } from '../state/desk.ts'

/** The intake list, with only the schools in that state. */
export function showSchools(desk: Desk, state: IntakeFilter['state']): void {
  showIntake(desk, { ...allOf(state === 'unclaimed' ? 'files' : 'schools'), state })
}

/** The intake list under a filter and nothing else: what was searched for before is gone. */
export function showIntake(desk: Desk, intake: IntakeFilter): void {
  desk.store.set({ step: 'intake', layer: null, intakePick: null, intakeText: '', intake })
}

/** The intake screen with everything in its list; what waits stands above it. */
export function showTray(desk: Desk): void {
  showSchools(desk, null)
}

/** All that the checks found and that is not settled; of one severity where one is given. */
export function showFindings({ store }: Desk, severity: CheckView['severity'] = null): void {
  store.set({ step: 'check', layer: null, check: { ...newCheckView(), severity } })
}

/** So many entries are looked through for the tables that were changed. */
const LOOKED_THROUGH = 100_000

/**
 * What was corrected: in the list, with only the schools concerned, where it is all of one table;
 * else the schools, each with how many of its cells were.
 */
export async function showAdopted(desk: Desk): Promise<void> {
  const entries = await attempt(desk, () => desk.api.ledger({ limit: LOOKED_THROUGH }))
  const cells = (entries ?? [])
    .filter((entry) => entry.active && entry.kind === 'adopt')
    .toSorted((a, b) => b.id - a.id)
    .flatMap(({ goesTo }) => (goesTo?.kind === 'cell' ? [goesTo] : []))
  const [last] = cells
  if (last === undefined || new Set(cells.map(({ item }) => formOf(item))).size > 1) {
    showSchools(desk, 'adopted')
    return
  }
  desk.store.set({
    step: 'data',
    layer: null,
    view: 'list',
    basis: 'adopted',
    rowFilter: 'adopted',
    onlyRow: null,
    form: formOf(last.item),
  })
  goToCell(desk, last.school, last.item)
}
