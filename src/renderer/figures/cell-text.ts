import type { Words } from '../words/zh.ts'
import { withSeparators } from '../../shared/separators.ts'

/** How states are shown in a cell: never by colour alone, never as a number. */
const UNREADABLE_SIGN = '⚠'
const NOT_APPLICABLE_SIGN = '*'

/** What a cell shows for a value and its state letter (GridRow.states). */
export function shownText(value: string, state: string, words: Words['data']): string {
  switch (state) {
    case 'u':
      return UNREADABLE_SIGN
    case 'a':
      return NOT_APPLICABLE_SIGN
    case 'm':
      return words.missing
    case 'n':
      return withSeparators(value)
    case 't':
      return value
    default:
      return ''
  }
}

/** As shown, but figures plain, so that a spreadsheet takes them as numbers. */
export function copiedText(value: string, state: string, words: Words['data']): string {
  return state === 'n' ? value : shownText(value, state, words)
}

/** The sentence behind a cell's sign; '' for ordinary figures. */
export function stateHint(state: string, words: Words['data']): string {
  switch (state) {
    case 'u':
      return words.unreadable
    case 'a':
      return words.na
    case 'm':
      return words.missingHint
    case 'x':
      return words.notAsked
    default:
      return ''
  }
}
