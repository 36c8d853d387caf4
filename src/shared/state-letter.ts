import type { CellState } from './model.ts'

/** The letter that stands for a cell's state where there is one for each of a form's items. */
export const STATE_LETTER = {
  number: 'n',
  text: 't',
  blank: 'b',
  na: 'a',
  unreadable: 'u',
  missing: 'm',
} as const satisfies Record<CellState, string>

/** The letter for an item that the school's form does not ask for: it has no state. */
export const NOT_ASKED = 'x'

const STATE_OF = new Map<string, CellState>(
  Object.entries(STATE_LETTER).map(([state, letter]) => [letter, state as CellState]),
)

/** The state a letter stands for; missing for `NOT_ASKED` and anything else. */
export function stateOf(letter: string | undefined): CellState {
  return STATE_OF.get(letter ?? '') ?? 'missing'
}
