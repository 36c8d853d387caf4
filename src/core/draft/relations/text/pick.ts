import { compare } from '../../../model/number.ts'
import { numOf } from '../numbers/bounds.ts'
import { isPerHead } from './label.ts'
import type { Mention } from './mention.ts'
import { inSentence } from './stretches.ts'
import { familyOf } from './units.ts'

/** Whether two figures count in units that go together. */
export function sameFamily(a: Mention, b: Mention): boolean {
  return familyOf(a.figure.unit) === familyOf(b.figure.unit)
}

export function isLarger(a: Mention, b: Mention): boolean {
  const [one, other] = [a.figure.value, b.figure.value]
  return one !== null && other !== null && compare(numOf(one), numOf(other)) > 0
}

/** Levels that count like `one` and stand before it in its sentence, outside brackets of their own. */
export function levelsBefore(mentions: readonly Mention[], one: Mention): Mention[] {
  return inSentence(mentions, one.sentence).filter(
    (other) =>
      other.figure.start < one.figure.start &&
      other.role === 'level' &&
      sameFamily(other, one) &&
      !isPerHead(other) &&
      other.brackets.every((bracket) => one.brackets.includes(bracket)),
  )
}
