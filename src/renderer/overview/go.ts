import { formOf } from '../figures/item-names.ts'
import { attempt, goToCell } from '../state/actions.ts'
import { newCheckView } from '../state/check-view.ts'
import type { IntakeFilter, Desk } from '../state/desk.ts'

/** The intake list, with only the schools in that state. */
export function showSchools(desk: Desk, state: IntakeFilter['state']): void {
  desk.store.set({
    step: 'intake',
    intakePick: null,
    intake: {
      tab: state === 'unclaimed' ? 'files' : 'schools',
      state,
      status: null,
      reason: null,
      group: null,
    },
  })
}

/** The intake screen with everything in its list; what waits stands above it. */
export function showTray(desk: Desk): void {
  showSchools(desk, null)
}

/** All that the checks found and that is not settled. */
export function showFindings({ store }: Desk): void {
  store.set({ step: 'check', layer: null, check: newCheckView() })
}

/** The list of the form changed last, with only the schools that were changed. */
export async function showAdopted(desk: Desk): Promise<void> {
  const entries = await attempt(desk, () => desk.api.ledger({ limit: 500 }))
  const last = entries
    ?.filter((entry) => entry.active && entry.kind === 'adopt')
    .toSorted((a, b) => b.id - a.id)
    .flatMap(({ goesTo }) => (goesTo?.kind === 'cell' ? [goesTo] : []))[0]
  desk.store.set({
    step: 'data',
    view: 'list',
    basis: 'adopted',
    rowFilter: 'adopted',
    onlyRow: null,
    ...(last ? { form: formOf(last.item) } : {}),
  })
  if (last) goToCell(desk, last.school, last.item)
}
