import { bornIn, identityFault, masked } from '../lists/identity-number.ts'

/** What tells who a person is: identity number, name, telephone number. */
export type PersonalKind = 'identity' | 'name' | 'telephone'

/** Something of a person in a text. */
export interface Mark {
  kind: PersonalKind
  text: string
  /** Where it begins in the text, in UTF-16 units. */
  at: number
}

/** 18 places with a check digit, or 15 (GB 11643); the place of issue never begins with 0. */
const IDENTITY = /(?<![\dA-Za-z])(?:[1-9]\d{16}[\dXx]|[1-9]\d{14})(?![\dA-Za-z])/gu
/** Mobile numbers, also with +86 and parted 3-4-4; lines with their area code. */
const TELEPHONE =
  /(?<![\d.])(?:(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}|0[1-9]\d{1,2}[-—－ ]\d{7,8}|[(（]0[1-9]\d{1,2}[)）]\s?\d{7,8})(?![\d.])/gu
const ROLE =
  '单位负责人|统计负责人|分管负责人|负责人|填表人|填报人|制表人|经办人|联系人|审核人|复核人|法定代表人|法人代表|校长|园长|班主任'
const SIGNED = new RegExp(
  `(?:${ROLE})(?:[(（][^)）]{0,6}[)）])?\\s*[:：]\\s*(?!(?:${ROLE}|联系电话|报出日期|填表日期|电话|日期|签字|盖章))(\\p{Script=Han}[\\p{Script=Han}·•]{1,5})`,
  'gu',
)
const NAME_LABEL = new RegExp(`^(?:.{0,6}姓名|${ROLE})(?:[(（][^)）]{0,6}[)）])?[:：]?$`, 'u')
const TELEPHONE_LABEL = /电话|手机|联系方式|传真/u

/** Whether a heading or label asks for a person's name. */
export const asksForName = (label: string): boolean => NAME_LABEL.test(bare(label))

/** Whether it asks for a telephone number. */
export const asksForTelephone = (label: string): boolean => TELEPHONE_LABEL.test(bare(label))

/** What of a person a column of a list holds; null for nothing. */
export function kindOfColumn({
  heading,
  identity,
}: {
  heading: string
  identity: boolean
}): PersonalKind | null {
  const last = heading.split('·').at(-1) ?? ''
  if (identity) return 'identity'
  return asksForName(last) ? 'name' : asksForTelephone(last) ? 'telephone' : null
}

/** Whether a text may be a person's name: two to six Han characters, a dot between parts. */
export const looksLikeName = (text: string): boolean =>
  /^\p{Script=Han}[\p{Script=Han}·•]{1,5}$/u.test(bare(text))

const bare = (text: string): string => text.replaceAll(/[\s*＊★]/gu, '')

/** Identity numbers and telephone numbers in a text, and names behind 负责人： and the like. */
export function marksIn(text: string): Mark[] {
  if (text.length < 4) return []
  const marks: Mark[] = []
  for (const { 0: found, index } of text.matchAll(IDENTITY)) {
    const number = found.toUpperCase()
    const is = number.length === 18 ? identityFault(number) === null : bornIn(number) !== null
    if (is) marks.push({ kind: 'identity', text: found, at: index })
  }
  for (const { 0: found, index } of text.matchAll(TELEPHONE))
    if (
      !marks.some(({ at, text: other }) => index < at + other.length && at < index + found.length)
    )
      marks.push({ kind: 'telephone', text: found, at: index })
  for (const match of text.matchAll(SIGNED)) {
    const [whole, name = ''] = match
    marks.push({ kind: 'name', text: name, at: match.index + whole.length - name.length })
  }
  return marks.toSorted((a, b) => a.at - b.at)
}

/** A mark for people to see. */
export function maskedMark(kind: PersonalKind, text: string): string {
  if (kind === 'identity') return masked(text)
  const characters = Array.from(text)
  if (kind === 'name') return (characters[0] ?? '') + '*'.repeat(Math.max(1, characters.length - 1))
  const digits = text.replaceAll(/\D/gu, '').length
  let seen = 0
  return text.replaceAll(/\d/gu, (digit) => {
    seen += 1
    return seen <= 3 || seen > digits - 4 || digits < 7 ? digit : '*'
  })
}

/** A text with what `put` gives in the place of each mark. */
export function replacing(text: string, put: (mark: Mark) => string): string {
  let from = 0
  let out = ''
  for (const mark of marksIn(text)) {
    out += text.slice(from, mark.at) + put(mark)
    from = mark.at + mark.text.length
  }
  return from === 0 ? text : out + text.slice(from)
}

/** A text in which nobody is named by number or telephone, for what leaves the program. */
export function maskedText(text: string): string {
  return replacing(text, ({ kind, text: found }) => maskedMark(kind, found))
}
