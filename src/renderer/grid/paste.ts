import type { CellChange } from '../../shared/corrections.ts'
import { typedNumber } from '../figures/typed.ts'
import type { Refused } from '../state/changes.ts'

/** A cell that something is to be put into. */
export interface Target {
  level: 'school' | 'group' | 'county'
  /** School id. */
  key: string
  /** "县二小 教基3112[01,7]", for sentences. */
  where: string
  item: string
  text: boolean
  state: string
  /** What copying the cell would give. */
  copied: string
  value: string
}

/** What putting values into cells comes to: changes, and what cannot be taken and why. */
export interface Intended {
  changes: CellChange[]
  refused: Refused[]
}

/**
 * A block of text put into cells, the upper left one at (0, 0). A value that is already there is no
 * change; one that cannot be taken is named, never dropped and never made 0.
 *
 * @param targetAt the cell at that offset; null outside the figures
 */
export function intend(
  block: readonly (readonly string[])[],
  targetAt: (row: number, column: number) => Target | null,
): Intended {
  const changes: CellChange[] = []
  const refused: Refused[] = []
  block.forEach((cells, row) => {
    cells.forEach((text, column) => {
      const target = targetAt(row, column)
      if (!target) {
        if (text.trim() !== '') refused.push({ where: '', value: text, why: 'outside' })
        return
      }
      if (text === target.copied) return
      const { where } = target
      if (target.level !== 'school') refused.push({ where, value: text, why: 'total-row' })
      else if (target.state === 'x') {
        if (text.trim() !== '') refused.push({ where, value: text, why: 'not-asked' })
      } else if (target.state === 'm') refused.push({ where, value: text, why: 'missing-return' })
      else {
        const value = target.text ? text.trim() : typedNumber(text)
        if (value === null) refused.push({ where, value: text, why: 'not-number' })
        else if (value !== target.value || 'ua'.includes(target.state))
          changes.push({ school: target.key, item: target.item, value })
      }
    })
  })
  return { changes, refused }
}
