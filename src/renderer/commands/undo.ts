import type { LedgerEntry } from '../../shared/ledger.ts'
import type { Overview } from '../../shared/overview.ts'
import { entryText } from '../../shared/words/entries.ts'
import { change, notify } from '../state/actions.ts'
import type { Session } from '../state/session.ts'
import { showPlace } from '../state/show-place.ts'
import { wordsIn } from '../words/words-in.ts'

/** Takes the last change back, says which, and goes there. */
export function undo(session: Session): Promise<void> {
  const { top } = wordsIn(session.store.get().lang)
  const { overview } = session.store.get()
  const work = (): Promise<Overview> => session.api.undo({})
  return step(session, overview?.undo ?? null, work, top.undo, top.nothingToUndo)
}

/** Does again what was last taken back, says what, and goes there. */
export function redo(session: Session): Promise<void> {
  const { top } = wordsIn(session.store.get().lang)
  const { overview } = session.store.get()
  const work = (): Promise<Overview> => session.api.redo({})
  return step(session, overview?.redo ?? null, work, top.redo, top.nothingToRedo)
}

async function step(
  session: Session,
  entry: LedgerEntry | null,
  work: () => Promise<Overview>,
  did: string,
  nothing: string,
): Promise<void> {
  const { lang, saving } = session.store.get()
  if (saving) return
  if (entry === null) return notify(session, 'info', nothing)
  if (!(await change(session, work))) return
  const { colon } = wordsIn(lang).app
  notify(session, 'info', `${did}${colon}${entryText(lang, entry.says)}`)
  if (entry.goesTo !== null) showPlace(session, entry.goesTo)
}
