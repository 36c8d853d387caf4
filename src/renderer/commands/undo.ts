import type { LedgerEntry } from '../../shared/ledger.ts'
import type { Overview } from '../../shared/overview.ts'
import { entryText } from '../../shared/words/entries.ts'
import { change, notify } from '../state/actions.ts'
import type { Desk } from '../state/desk.ts'
import { showPlace } from '../state/show-place.ts'
import { wordsIn } from '../words/words-in.ts'

/** Takes the last change back, says which, and goes there. */
export function undo(desk: Desk): Promise<void> {
  const { top } = wordsIn(desk.store.get().lang)
  const { overview } = desk.store.get()
  const work = (): Promise<Overview> => desk.api.undo({})
  return step(desk, overview?.undo ?? null, work, top.undo, top.nothingToUndo)
}

/** Does again what was last taken back, says what, and goes there. */
export function redo(desk: Desk): Promise<void> {
  const { top } = wordsIn(desk.store.get().lang)
  const { overview } = desk.store.get()
  const work = (): Promise<Overview> => desk.api.redo({})
  return step(desk, overview?.redo ?? null, work, top.redo, top.nothingToRedo)
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
