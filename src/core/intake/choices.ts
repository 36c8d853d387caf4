import type { FormItem } from '../../shared/model.ts'
import { compareExact, parseExact } from '../../shared/exact.ts'
import type { TakenValue } from '../cells/value.ts'
import { normalLabel } from '../forms/label.ts'

/** Other signs for the words of a choice. */
const SAID_OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['√', '是'],
  ['✓', '是'],
  ['☑', '是'],
  ['×', '否'],
  ['✗', '否'],
])
/** Nothing is chosen. */
const NONE_CHOSEN = /^(?:[-—–/／\\]+|无)$/u

/** What the blank lets a school choose from; anything else is taken as it stands, and asked about. */
export function notAChoice(value: string, { choices }: FormItem): TakenValue['reason'] {
  if (choices === undefined || NONE_CHOSEN.test(value)) return null
  const said = normalLabel(SAID_OTHERWISE.get(value) ?? value)
  if (choices.some((choice) => normalLabel(choice) === said || sameNumber(choice, value)))
    return null
  const listed =
    choices.slice(0, CHOICES_LISTED).join('、') + (choices.length > CHOICES_LISTED ? '……' : '')
  return { code: 'not-a-choice', params: { raw: value, choices: listed } }
}

const CHOICES_LISTED = 8

function sameNumber(choice: string, value: string): boolean {
  const [a, b] = [parseExact(choice), parseExact(value)]
  return a !== null && b !== null && compareExact(a, b) === 0
}
