import { CallError } from '../../shared/result.ts'
import { STATE_LETTER } from '../../shared/state-letter.ts'
import { copiedText } from '../figures/cell-text.ts'
import { wordsIn } from '../words/words-in.ts'
import { change } from './actions.ts'
import type { PendingEdits, ShownChange } from './changes.ts'
import type { Desk } from './desk.ts'

/**
 * Adopts edits that wait or are shown. Where a figure was changed elsewhere since (another window, another
 * person), nothing is adopted; what stands there by now is put beside the edits.
 *
 * @returns null where they were adopted, else the edits as they stand now
 */
export async function adoptEdits(
  desk: Desk,
  edits: PendingEdits,
  reason: string,
): Promise<PendingEdits | null> {
  let now = edits
  const changes = edits.map(({ school, item, value, was }) => ({
    ...{ school, item, value },
    ...(was !== undefined && { was }),
  }))
  const done = await change(desk, async () => {
    try {
      return await desk.api.adopt({ changes, reason })
    } catch (error) {
      if (error instanceof CallError && error.code === 'cell-changed')
        now = await asTheyStand(desk, edits)
      throw error
    }
  })
  return done ? null : now
}

/** Edits beside what stands in their cells now. */
async function asTheyStand(desk: Desk, edits: PendingEdits): Promise<PendingEdits> {
  const words = wordsIn(desk.store.get().lang).data
  const found: ShownChange[] = []
  for (const edit of edits) {
    const { adopted } = await desk.api.cell({ school: edit.school, item: edit.item })
    const from = copiedText(adopted.value, STATE_LETTER[adopted.state], words)
    found.push(edit.was === undefined ? edit : { ...edit, from, was: adopted.value })
  }
  return found
}
