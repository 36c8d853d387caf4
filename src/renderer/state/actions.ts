import type { Overview } from '../../shared/overview.ts'
import { errorText } from '../../shared/words/say.ts'
import { formOf } from '../figures/item-names.ts'
import { CallError } from '../../shared/result.ts'
import { reportFault } from './report-fault.ts'
import { asCallError } from './calls.ts'
import { newConsolidateView } from './consolidate-view.ts'
import { allOf } from './intake-filter.ts'
import { newCheckView } from './check-view.ts'
import type { Notice, Desk, DeskState } from './desk.ts'
import { keptPending } from './pending-edits.ts'
import { newRegisterScreen } from './register-screen.ts'
import { newSummaryScreen } from './summary-view.ts'

let lastNotice = 0

/**
 * Says something at the foot of the window; the same sentence is not said twice.
 *
 * @param stays until it is closed, for what is to be copied
 */
export function notify(desk: Desk, intent: Notice['intent'], text: string, stays = false): void {
  const { notices } = desk.store.get()
  const rest = notices.filter((notice) => notice.text !== text).slice(-3)
  lastNotice += 1
  desk.store.set({ notices: [...rest, { id: lastNotice, intent, text, stays }] })
}

export function dismiss(desk: Desk, id: number): void {
  desk.store.set({ notices: desk.store.get().notices.filter((notice) => notice.id !== id) })
}

/** Runs one wish of the person; a refusal is put into words. Gives the value, or null when refused. */
export async function attempt<T>(desk: Desk, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (reason) {
    // A refusal is in the program's log already; a fault of the interface is known here only.
    if (!(reason instanceof CallError)) reportFault(desk.api, 'action', reason)
    notify(desk, 'error', errorText(desk.store.get().lang, asCallError(reason)))
    return null
  }
}

/** As `attempt`, for changes of the collection: shows that it is being saved and takes over the new overview. */
export async function change(desk: Desk, work: () => Promise<Overview>): Promise<boolean> {
  desk.store.set({ saving: true })
  const overview = await attempt(desk, work)
  desk.store.set({ saving: false })
  if (overview) takeOverview(desk, overview)
  return overview !== null
}

/** Takes over an overview unless a newer one is already there, or one of the same state that knows more. */
export function takeOverview(desk: Pick<Desk, 'calls' | 'store'>, overview: Overview): void {
  const now = desk.store.get().overview
  const other = now !== null && now.title !== overview.title
  if (now && !other && now.revision > overview.revision) return
  // An answer given while it was being checked may arrive after the one that knows.
  const knew = now?.revision === overview.revision && now.findings !== null
  if (!other && knew && overview.findings === null) return
  if (!other && now && now.revision < overview.revision) desk.calls.hurry(overview.revision)
  desk.store.set({ overview })
  if (other) desk.calls.forget()
}

/** Goes into a collection that was just opened or made. */
export function enter(desk: Desk, overview: Overview): void {
  const fresh: Partial<DeskState> = {
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
    recent: [],
    rowFilter: 'all',
    intake: allOf('schools'),
    check: newCheckView(),
    consolidate: newConsolidateView(),
    summary: newSummaryScreen(),
    register: newRegisterScreen(),
    layer: null,
    reminding: false,
    request: null,
    pending: keptPending(overview),
    droppedEdits: [],
    leaving: false,
    nextYear: false,
    joinList: false,
    lakeExport: false,
  }
  desk.store.set(fresh)
  desk.calls.forget()
  // The counts may have been told before anybody here could listen.
  if (overview.findings === null) void refresh(desk)
}

/** Asks for the overview anew, unless the collection is left meanwhile. */
export async function refresh(desk: Desk): Promise<void> {
  const overview = await attempt(desk, () => desk.api.overview({}))
  if (overview && desk.store.get().overview) takeOverview(desk, overview)
}

/** Leaves the collection for the first screen; asks first where edits wait for their reason. */
export async function leave(desk: Desk): Promise<void> {
  if (desk.store.get().pending.length > 0) {
    desk.store.set({ leaving: true })
    return
  }
  await attempt(desk, () => desk.api.closeCollection({}))
  const about = await attempt(desk, () => desk.api.about({}))
  desk.store.set({
    overview: null,
    about,
    selected: null,
    intakePick: null,
    layer: null,
    job: null,
    request: null,
    droppedEdits: [],
    leaving: false,
  })
  desk.calls.forget()
}

let lastWish = 0

/** Asks the list or form to scroll to a cell and mark it; null leaves the school or the item as it is. */
export function goToCell(desk: Desk, school: string | null, item: string | null): void {
  lastWish += 1
  desk.store.set({ goTo: { school, item, at: lastWish } })
}

/** Shows an item in the list of schools, at a school where one is given; what lies over the list is closed. */
export function showCell(desk: Desk, school: string | null, item: string): void {
  desk.store.set({
    step: 'data',
    view: 'list',
    form: formOf(item),
    onlyRow: null,
    rowFilter: 'all',
    layer: null,
  })
  goToCell(desk, school, item)
}
