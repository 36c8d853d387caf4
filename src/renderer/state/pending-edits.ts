import type { Overview } from '../../shared/overview.ts'
import type { PendingEdits, ShownChange } from './changes.ts'
import type { Desk } from './desk.ts'
import { sameCell, withEdits } from './edits.ts'

/** Adds edits to those that wait. What was dropped before cannot be taken back any more. */
export function putPending(desk: Desk, edits: PendingEdits): void {
  const news = edits.map((one) => upToDate(desk, one))
  keep(desk, { pending: withEdits(desk.store.get().pending, news), droppedEdits: [] })
}

/** An edit of a cell whose last figure this window adopted itself, and whose table has not come anew. */
function upToDate(desk: Desk, edit: ShownChange): ShownChange {
  const { adoptedLast, overview } = desk.store.get()
  if (adoptedLast === null || adoptedLast.revision !== overview?.revision) return edit
  const own = adoptedLast.edits.find((one) => sameCell(one, edit))
  return own === undefined || edit.was === undefined ? edit : { ...edit, was: own.value ?? '' }
}

/** Puts what stands in the cells now beside edits that wait. */
export function renewPending(desk: Desk, edits: PendingEdits): void {
  const { pending, droppedEdits } = desk.store.get()
  const news = pending.map((one) => edits.find((other) => sameCell(one, other)) ?? one)
  keep(desk, { pending: news, droppedEdits })
}

/** Drops edits of these cells; they can be taken back as long as nothing else is typed. */
export function dropPending(desk: Desk, edits: PendingEdits): void {
  const { pending, droppedEdits } = desk.store.get()
  const rest = pending.filter((one) => !edits.some((other) => sameCell(one, other)))
  keep(desk, { pending: rest, droppedEdits: [...droppedEdits, edits] })
}

/** Takes back what was dropped last; gives those edits, null where there are none. */
export function takeBackDropped(desk: Desk): PendingEdits | null {
  const { pending, droppedEdits } = desk.store.get()
  const last = droppedEdits.at(-1)
  if (!last) return null
  keep(desk, { pending: withEdits(pending, last), droppedEdits: droppedEdits.slice(0, -1) })
  return last
}

/** Edits that were adopted wait no more; one that was typed anew meanwhile still does. */
export function settlePending(desk: Desk, adopted: PendingEdits): void {
  const rest = desk.store
    .get()
    .pending.filter(
      (one) => !adopted.some((other) => sameCell(one, other) && one.value === other.value),
    )
  const revision = desk.store.get().overview?.revision ?? 0
  desk.store.set({ adoptedLast: { edits: adopted, revision } })
  keep(desk, { pending: rest, droppedEdits: [] })
}

function keep(desk: Desk, next: { pending: PendingEdits; droppedEdits: readonly PendingEdits[] }) {
  desk.store.set(next)
  const { overview } = desk.store.get()
  if (!overview) return
  if (next.pending.length === 0) sessionStorage.removeItem(placeOf(overview))
  else sessionStorage.setItem(placeOf(overview), JSON.stringify(next.pending))
}

/**
 * Edits of a collection that waited when the window was loaded anew. They are kept as long as the
 * window is there and no longer: figures of schools do not stay behind on the machine.
 */
export function keptPending(overview: Overview): PendingEdits {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(placeOf(overview)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isEdit) : []
  } catch {
    return []
  }
}

/** Edits that wait go on waiting when the collection is called otherwise. */
export function keepUnderNewName(before: Overview, now: Overview): void {
  const kept = sessionStorage.getItem(placeOf(before))
  if (kept === null || placeOf(before) === placeOf(now)) return
  sessionStorage.removeItem(placeOf(before))
  sessionStorage.setItem(placeOf(now), kept)
}

const FIELDS = ['school', 'item', 'value', 'name', 'from']

function isEdit(kept: unknown): kept is ShownChange {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    FIELDS.every((field) => typeof Reflect.get(kept, field) === 'string')
  )
}

function placeOf({ county, title, schoolYear }: Overview): string {
  return JSON.stringify(['pending', county, title, schoolYear])
}
