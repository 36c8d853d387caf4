import { joinLines } from '../../shared/words/join.ts'
import { attempt, enter, notify } from './actions.ts'
import type { Desk } from './desk.ts'

/** Joins the open collection with another file of it, which the person picks, and goes into what came of it. */
export async function joinOther(desk: Desk): Promise<void> {
  const done = await attempt(desk, async () => {
    const [file] = await desk.host.pick({ kind: 'collection' })
    if (!file) return null
    desk.store.set({ saving: true })
    return desk.api.joinCollection({ grant: file.grant })
  })
  desk.store.set({ saving: false })
  if (!done) return
  enter(desk, done.overview)
  const { lang } = desk.store.get()
  const said = [done.found.made.title, ...joinLines(lang, done.found)].join('\n')
  notify(desk, 'success', said, true)
  if (done.found.conflicts > 0) desk.store.set({ joinList: true })
}
