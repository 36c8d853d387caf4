import type { FormItem } from '../../shared/model.ts'
import { compareExact, parseExact } from '../../shared/exact.ts'
import type { TakenValue } from '../cells/value.ts'
import { normalLabel } from '../forms/label.ts'

/** Other signs for the words of a choice. */
const SAID_OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['√', '是'],
  ['✓', '是'],
  ['✔', '是'],
  ['☑', '是'],
  ['✅', '是'],
  ['☒', '否'],
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

/** Headings under which a figure alone says nothing: who, whether, why. */
const IN_WORDS =
  /(?:姓名|责任人|负责人|联系人|经办人|领导|措施|原因|理由|结论|意见|建议|地点|地址|去向)$|^(?:是否|有无)/u

/** A figure alone where the form asks for a name or a sentence: it may be another column's, and is asked about. */
export function notInWords(value: string, heading: string): TakenValue['reason'] {
  if (!/^-?\d+(?:\.\d+)?$/u.test(value)) return null
  const asked = heading.normalize('NFKC').replace(/\s+|\([^()]*\)/gu, '')
  return IN_WORDS.test(asked) ? { code: 'figure-for-words', params: { raw: value, asked } } : null
}
