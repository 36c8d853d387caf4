import type { LedgerEntry } from '../../shared/ledger.ts'
import type { Overview } from '../../shared/overview.ts'
import { entryText } from '../../shared/words/entries.ts'
import { change, notify } from '../state/actions.ts'
import type { Desk } from '../state/desk.ts'
import { dropPending, takeBackDropped } from '../state/pending-edits.ts'
import { showPlace } from '../state/show-place.ts'
import { wordsIn } from '../words/words-in.ts'

/** Whether there is something to take back: an edit that waits for its reason, or a change. */
export function canUndo({ store }: Desk): boolean {
  const { pending, overview } = store.get()
  return pending.length > 0 || (overview?.undo ?? null) !== null
}

/** Whether there is something to do again. */
export function canRedo({ store }: Desk): boolean {
  const { droppedEdits, overview } = store.get()
  return droppedEdits.length > 0 || (overview?.redo ?? null) !== null
}

/** Takes the last edit or change back, says which, and goes there. */
export async function undo(desk: Desk): Promise<void> {
  const last = desk.store.get().pending.at(-1)
  if (last) {
    dropPending(desk, [last])
    const { change: words } = wordsIn(desk.store.get().lang)
    notify(desk, 'info', words.tookBack(`${last.name} ${last.item} ${last.value ?? ''}`))
    return
  }
  const { top } = wordsIn(desk.store.get().lang)
  const { overview } = desk.store.get()
  const work = (): Promise<Overview> => desk.api.undo({})
  await step(desk, overview?.undo ?? null, work, top.undo, top.nothingToUndo)
}

/** Does again what was last taken back, says what, and goes there. */
export async function redo(desk: Desk): Promise<void> {
  if (takeBackDropped(desk)) return
  const { top } = wordsIn(desk.store.get().lang)
  const { overview } = desk.store.get()
  const work = (): Promise<Overview> => desk.api.redo({})
  await step(desk, overview?.redo ?? null, work, top.redo, top.nothingToRedo)
}

async function step(
  desk: Desk,
  entry: LedgerEntry | null,
  work: () => Promise<Overview>,
  did: string,
  nothing: string,
): Promise<void> {
  const { lang, saving } = desk.store.get()
  if (saving) return
  if (entry === null) return notify(desk, 'info', nothing)
  if (!(await change(desk, work))) return
  const { colon } = wordsIn(lang).app
  notify(desk, 'info', `${did}${colon}${entryText(lang, entry.says)}`)
  if (entry.goesTo !== null) showPlace(desk, entry.goesTo)
}
