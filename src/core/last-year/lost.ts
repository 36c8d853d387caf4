import type { Form } from '../../shared/model.ts'
import { perObject } from '../memory/per-object.ts'
import type { LastYear } from './last-year.ts'

/** Item address → the schools whose cell says no number. */
const byAddress = perObject((unreadable: LastYear['unreadable']) => {
  const found = new Map<string, string[]>()
  for (const [school, addresses] of unreadable)
    for (const address of addresses) found.set(address, [...(found.get(address) ?? []), school])
  return found
})

/**
 * Whose figure of an item a list lost: `all` where lines of its table could not be put to a school, so
 * that it may be anybody's.
 */
export function lostIn(
  { unreadable, linesLost }: LastYear,
  form: Form,
  address: string,
): readonly string[] | 'all' {
  return linesLost.has(form.id) ? 'all' : (byAddress(unreadable).get(address) ?? [])
}
