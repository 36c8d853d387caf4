import { formOf } from '../figures/item-names.ts'
import { attempt, goToCell } from '../state/actions.ts'
import { newReconcileView } from '../state/reconcile-view.ts'
import type { IntakeFilter, Session } from '../state/session.ts'

/** The intake list, with only the schools in that state. */
export function showSchools(session: Session, state: IntakeFilter['state']): void {
  session.store.set({
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
export function showTray(session: Session): void {
  showSchools(session, null)
}

/** All that the checks found and that is not settled. */
export function showFindings({ store }: Session): void {
  store.set({ step: 'reconcile', layer: null, reconcile: newReconcileView() })
}

/** The list of the form changed last, with only the schools that were changed. */
export async function showAdopted(session: Session): Promise<void> {
  const entries = await attempt(session, () => session.api.ledger({ limit: 500 }))
  const last = entries
    ?.filter((entry) => entry.active && entry.kind === 'adopt')
    .toSorted((a, b) => b.id - a.id)
    .flatMap(({ goesTo }) => (goesTo?.kind === 'cell' ? [goesTo] : []))[0]
  session.store.set({
    step: 'data',
    view: 'list',
    basis: 'adopted',
    rowFilter: 'adopted',
    onlyRow: null,
    ...(last ? { form: formOf(last.item) } : {}),
  })
  if (last) goToCell(session, last.school, last.item)
}
