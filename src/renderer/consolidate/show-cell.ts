import { formOf } from '../figures/item-names.ts'
import { goToCell } from '../state/actions.ts'
import type { Session } from '../state/session.ts'

/** Goes to a school's cell in the list of the data screen. */
export function showCell(session: Session, school: string, item: string): void {
  session.store.set({
    step: 'data',
    view: 'list',
    form: formOf(item),
    onlyRow: null,
    rowFilter: 'all',
  })
  goToCell(session, school, item)
}
