import { change, notify } from '../../state/actions.ts'
import type { Session } from '../../state/session.ts'
import type { Words } from '../../words/zh.ts'

/** Writes down who is who, and says so. */
export async function linkSchools(
  session: Session,
  words: Words,
  said: { before: string[]; now: string[]; reason: string },
): Promise<boolean> {
  const ok = await change(session, () => session.api.linkSchools(said))
  if (ok) notify(session, 'success', words.years.confirmed)
  return ok
}
