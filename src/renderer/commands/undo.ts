import { change, notify } from '../state/actions.ts'
import type { Session } from '../state/session.ts'
import { entryWords } from '../words/entry-words.ts'
import { wordsIn } from '../words/words-in.ts'

/** Takes the last change back, and says which. */
export async function undo(session: Session): Promise<void> {
  const { overview, lang, saving } = session.store.get()
  if (saving) return
  const words = wordsIn(lang)
  const entry = overview?.undo
  if (!entry) return notify(session, 'info', words.top.nothingToUndo)
  if (await change(session, () => session.api.undo({})))
    notify(session, 'info', `${words.top.undo}${words.app.colon}${entryWords(words, entry)}`)
}

/** Does again what was last taken back, and says what. */
export async function redo(session: Session): Promise<void> {
  const { overview, lang, saving } = session.store.get()
  if (saving) return
  const words = wordsIn(lang)
  const entry = overview?.redo
  if (!entry) return notify(session, 'info', words.top.nothingToRedo)
  if (await change(session, () => session.api.redo({})))
    notify(session, 'info', `${words.top.redo}${words.app.colon}${entryWords(words, entry)}`)
}
