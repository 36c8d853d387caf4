import { NOT_ASKED, STATE_LETTER } from '../../shared/state-letter.ts'
import type { Words } from '../words/zh.ts'
import { withSeparators } from '../../shared/separators.ts'

/** How states are shown in a cell: never by colour alone, never as a number. */
const UNREADABLE_SIGN = '⚠'
const NOT_APPLICABLE_SIGN = '*'

/** What a cell shows for a value and its state letter (GridRow.states). */
export function shownText(value: string, state: string, words: Words['data']): string {
  switch (state) {
    case STATE_LETTER.unreadable:
      return UNREADABLE_SIGN
    case STATE_LETTER.na:
      return NOT_APPLICABLE_SIGN
    case STATE_LETTER.missing:
      return words.missing
    case STATE_LETTER.number:
      return withSeparators(value)
    case STATE_LETTER.text:
      return value
    default:
      return ''
  }
}

/** As shown, but figures plain, so that a spreadsheet takes them as numbers. */
export function copiedText(value: string, state: string, words: Words['data']): string {
  return state === STATE_LETTER.number ? value : shownText(value, state, words)
}

/** The sentence behind a cell's sign; '' for ordinary figures. */
export function stateHint(state: string, words: Words['data']): string {
  switch (state) {
    case STATE_LETTER.unreadable:
      return words.unreadable
    case STATE_LETTER.na:
      return words.na
    case STATE_LETTER.missing:
      return words.missingHint
    case NOT_ASKED:
      return words.notAsked
    default:
      return ''
  }
}
