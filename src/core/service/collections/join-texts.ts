import type { Collection } from '../../collection/collection.ts'
import type { StoredEntry } from '../../ledger/entry.ts'
import type { Conflict, LastWord } from '../../ledger/join/conflicts.ts'
import { mergedTexts } from '../../ledger/join/merge-texts.ts'
import type { SaidBy } from './join-lines.ts'

interface MergedEdits {
  /** Those that are left, of texts speaking of the lines in `before`. */
  conflicts: Conflict[]
  /** Lines to be written before the one that says that the two were joined. */
  before: SaidBy[]
  /** Words that hold, said once more. */
  again: LastWord[]
}

/**
 * Texts that both edited, brought together: whole texts are written down, but a rule that one clerk changed is
 * no matter of the other's rule. What does not clash is in both sides of what is left to decide, so whichever
 * is taken, nothing else of the other is lost.
 *
 * @param collection the joined one, before anything is written after it
 * @param before what was settled when the two parted
 */
export function mergedEdits(
  collection: Collection,
  conflicts: readonly Conflict[],
  again: readonly LastWord[],
  before: ReadonlyMap<string, LastWord>,
): MergedEdits {
  const { entries } = collection.ledger
  const found: MergedEdits = { conflicts: [], before: [], again: [...again] }
  const next = (): number => (entries.at(-1)?.id ?? 0) + found.before.length + 1
  for (const one of conflicts) {
    const [first, second] = one.sides.map(({ entry }) => entries.find(({ id }) => id === entry))
    if (first?.kind !== 'edit-text' || second?.kind !== 'edit-text') {
      found.conflicts.push(one)
      continue
    }
    const { role } = first.payload
    const base = before.get(one.matter)?.value ?? collection.shippedText(role) ?? ''
    const merged = mergedTexts(base, first.payload.text, second.payload.text)
    if (merged === null) found.conflicts.push(one)
    else if (merged.clashes.length === 0) {
      const alone = { role, text: merged.first }
      const entry: StoredEntry = { ...second, reason: '两份统计库合并：两边改的地方不同，都保留' }
      found.again.push({ matter: one.matter, value: merged.first, alone, entry })
    } else {
      const side = (said: typeof first, text: string): { entry: number } => {
        const entry = next()
        const both = `两边都改了：${merged.clashes.join('、')}`
        const reason = said.reason === '' ? both : `${said.reason}（${both}）`
        const writing = { at: said.at, person: said.person }
        found.before.push({
          deed: { kind: 'edit-text', payload: { role, text }, reason },
          writing,
        })
        return { entry }
      }
      const sides: Conflict['sides'] = [side(first, merged.first), side(second, merged.second)]
      found.conflicts.push({ matter: one.matter, sides })
    }
  }
  return found
}
