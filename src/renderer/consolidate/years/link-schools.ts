import { change, notify } from '../../state/actions.ts'
import type { Desk } from '../../state/desk.ts'
import type { Words } from '../../words/zh.ts'

/** Writes down who is who, and says so. */
export async function linkSchools(
  desk: Desk,
  words: Words,
  said: { before: string[]; now: string[]; reason: string },
): Promise<boolean> {
  const ok = await change(desk, () => desk.api.linkSchools(said))
  if (ok) notify(desk, 'success', words.years.confirmed)
  return ok
}
