import { keptForTexts } from '../memory/kept-for-text.ts'
import { normalLabel } from './label.ts'
import { SAME_LABELS, SAME_WORDS } from './synonyms.ts'
import { unitInLabel } from './units.ts'

const ENUMERATED =
  /^(?:\((?:[一二三四五六七八九十]{1,3}|\d{1,3})\)|[一二三四五六七八九十]{1,3}[、.]|\d{1,3}(?:[、)]|\.(?!\d)))+/u
const BRACKETED = /^\(([^()]+)\)$/u
const HAN_GRADE = '零一二三四五六七八九'

const wholes = new Map(
  SAME_LABELS.flatMap(([first = '', ...others]) => others.map((word) => [word, first] as const)),
)
const words = SAME_WORDS.flatMap(([first = '', ...others]) =>
  others.map((word) => [word, first] as const),
).sort(([a], [b]) => b.length - a.length)

/**
 * What a normal label means, for comparison where labels are not written the same: without its
 * number in a list, a unit or brackets around it, and in the library's words.
 *
 * @param label in normal form (`normalLabel`)
 */
export const meaningOf = keptForTexts((label): string => {
  const inner = normalLabel(BRACKETED.exec(label)?.[1] ?? label).replace(ENUMERATED, '')
  const open = normalLabel(BRACKETED.exec(inner)?.[1] ?? inner)
  const unit = unitInLabel(open) === null ? open : open.replace(/\([^()]*(?:\([^()]*\))?\)$/u, '')
  const plain = unit
    .replace(/(?<=\d)(?:[~～至到]|--)(?=\d)/gu, '-')
    .replace(/(?<!\d)([1-9])年级/gu, (_, digit: string) => `${HAN_GRADE[Number(digit)] ?? ''}年级`)
  const whole = wholes.get(plain)
  if (whole !== undefined) return whole
  return words.reduce((text, [word, first]) => text.replaceAll(word, first), plain)
})
