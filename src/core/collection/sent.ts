import { hangsOnOthers } from '../intake/whose.ts'
import type { Verdict } from '../intake/verdicts.ts'

/** School → the file that it sent, of files that say by themselves whose they are; the first by name. */
export function sentBy(verdicts: readonly Verdict[]): Record<string, string> {
  const sent: Record<string, string> = {}
  for (const { file, school, status } of verdicts) {
    const counts = status === 'accepted' || status === 'queried' || status === 'superseded'
    if (school === null || !counts || hangsOnOthers(file.reading)) continue
    const known = Object.hasOwn(sent, school) ? sent[school] : undefined
    if (known === undefined || file.path < known) sent[school] = file.path
  }
  return sent
}
