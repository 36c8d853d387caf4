import { NOT_ASKED, STATE_LETTER } from '../../shared/state-letter.ts'
import { typedNumber } from '../figures/typed.ts'
import type { Refused, ShownChange } from '../state/changes.ts'

/** A cell that something is to be put into. */
export interface Target {
  level: 'school' | 'group' | 'county'
  /** School id. */
  key: string
  /** Name of the school or group, for sentences. */
  name: string
  item: string
  text: boolean
  state: string
  /** What copying the cell would give: what waits there, else what stands there. */
  copied: string
  /** What stands there, as copying would give it without what waits. */
  before: string
  value: string
  /** Whether an edit waits there. */
  waits: boolean
}

/** What putting values into cells comes to: changes, and what cannot be taken and why. */
export interface Intended {
  changes: ShownChange[]
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
  const changes: ShownChange[] = []
  const refused: Refused[] = []
  block.forEach((cells, row) => {
    cells.forEach((text, column) => {
      const target = targetAt(row, column)
      if (!target) {
        if (text.trim() !== '') refused.push({ where: '', value: text, why: 'outside' })
        return
      }
      if (text === target.copied) return
      const where = `${target.name} ${target.item}`
      if (target.level !== 'school') refused.push({ where, value: text, why: 'total-row' })
      else if (target.state === NOT_ASKED) {
        if (text.trim() !== '') refused.push({ where, value: text, why: 'not-asked' })
      } else if (target.state === STATE_LETTER.missing)
        refused.push({ where, value: text, why: 'missing-return' })
      else {
        const value = target.text ? text.trim() : typedNumber(text)
        if (value === null) refused.push({ where, value: text, why: 'not-number' })
        else if (target.waits || value !== target.value || isUnnumbered(target.state))
          changes.push({
            school: target.key,
            item: target.item,
            value,
            name: target.name,
            from: target.before,
            ...(!target.text && { was: target.value }),
          })
      }
    })
  })
  return { changes, refused }
}

/** Whether something stands there that is no number, so that an equal value is a change all the same. */
const isUnnumbered = (state: string): boolean =>
  state === STATE_LETTER.unreadable || state === STATE_LETTER.na
