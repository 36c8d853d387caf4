import type { Overview } from '../../shared/overview.ts'
import { errorText } from '../../shared/words/say.ts'
import { formOf } from '../figures/item-names.ts'
import { CallError } from '../../shared/result.ts'
import { reportFault } from './report-fault.ts'
import { asCallError } from './calls.ts'
import { newConsolidateView } from './consolidate-view.ts'
import { newReconcileView } from './reconcile-view.ts'
import type { Notice, Session, SessionState } from './session.ts'
import { newSummaryScreen } from './summary-view.ts'

let lastNotice = 0

/**
 * Says something at the foot of the window; the same sentence is not said twice.
 *
 * @param stays until it is closed, for what is to be copied
 */
export function notify(
  session: Session,
  intent: Notice['intent'],
  text: string,
  stays = false,
): void {
  const { notices } = session.store.get()
  const rest = notices.filter((notice) => notice.text !== text).slice(-3)
  lastNotice += 1
  session.store.set({ notices: [...rest, { id: lastNotice, intent, text, stays }] })
}

export function dismiss(session: Session, id: number): void {
  session.store.set({ notices: session.store.get().notices.filter((notice) => notice.id !== id) })
}

/** Runs one wish of the person; a refusal is put into words. Gives the value, or null when refused. */
export async function attempt<T>(session: Session, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (reason) {
    // A refusal is in the program's log already; a fault of the interface is known here only.
    if (!(reason instanceof CallError)) reportFault(session.api, 'action', reason)
    notify(session, 'error', errorText(session.store.get().lang, asCallError(reason)))
    return null
  }
}

/** As `attempt`, for changes of the collection: shows that it is being saved and takes over the new overview. */
export async function change(session: Session, work: () => Promise<Overview>): Promise<boolean> {
  session.store.set({ saving: true })
  const overview = await attempt(session, work)
  session.store.set({ saving: false })
  if (overview) takeOverview(session, overview)
  return overview !== null
}

/** Takes over an overview unless a newer one is already there. */
export function takeOverview(session: Session, overview: Overview): void {
  const now = session.store.get().overview
  const other = now !== null && now.title !== overview.title
  if (now && !other && now.revision > overview.revision) return
  session.store.set({ overview })
  if (other) session.calls.forget()
}

/** Goes into a collection that was just opened or made. */
export function enter(session: Session, overview: Overview): void {
  const state = session.store.get()
  const fresh: Partial<SessionState> = {
    overview,
    step: 'overview',
    by: overview.dimensions[0]?.name ?? '',
    // A table of figures is what is wanted first, not the sheet with the school's name and address.
    form: (overview.forms.find((form) => form.unit !== null) ?? overview.forms[0])?.id ?? '',
    onlyRow: null,
    place: { county: true },
    selected: null,
    intakePick: null,
    facts: null,
    goTo: null,
    rowFilter: 'all',
    intake: {
      ...state.intake,
      tab: 'schools',
      state: null,
      status: null,
      reason: null,
      group: null,
    },
    reconcile: newReconcileView(),
    consolidate: newConsolidateView(),
    summary: newSummaryScreen(),
    layer: null,
    reminding: false,
  }
  session.store.set(fresh)
  session.calls.forget()
}

/** Leaves the collection for the first screen. */
export async function leave(session: Session): Promise<void> {
  await attempt(session, () => session.api.closeCollection({}))
  const about = await attempt(session, () => session.api.about({}))
  session.store.set({
    overview: null,
    about,
    selected: null,
    intakePick: null,
    layer: null,
    job: null,
  })
  session.calls.forget()
}

let lastWish = 0

/** Asks the list or form to scroll to a cell and mark it; null leaves the school or the item as it is. */
export function goToCell(session: Session, school: string | null, item: string | null): void {
  lastWish += 1
  session.store.set({ goTo: { school, item, at: lastWish } })
}

/** Shows an item in the list of schools, at a school where one is given; what lies over the list is closed. */
export function showCell(session: Session, school: string | null, item: string): void {
  session.store.set({
    step: 'data',
    view: 'list',
    form: formOf(item),
    onlyRow: null,
    rowFilter: 'all',
    layer: null,
  })
  goToCell(session, school, item)
}
