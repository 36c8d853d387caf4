import { coreOf } from '../text/likeness.ts'
import { labelOf } from '../text/label.ts'
import type { Mention } from '../text/mention.ts'
import { isLarger } from '../text/pick.ts'
import { stageOf } from '../text/stages.ts'
import { inSentence } from '../text/stretches.ts'
import { maybeCalled } from '../text/called.ts'
import type { Wholes } from './wholes.ts'

const NAME = 3
/** 50岁以上教师 are of the 专任教师, where the text counts these. */
const TEACHERS = /(?:岁以[上下]|男|女|青年|中年|学历)教师$/u
const ALL_TEACHERS = /^专任教师$/u
/** What the text only mentions beside a share is the less surely what it is of. */
const MENTIONED = 0.5

/**
 * “在园幼儿14168人。…公办园在园幼儿8215人，占比57.98%”: what a part's own name ends in, where the text counts that
 * without any word that narrows it; null where it does not.
 *
 * @param candidates figures that count as the part does, before the share
 */
export function ofShorterName(
  part: Mention,
  mentions: readonly Mention[],
  isWhole: (one: Mention) => boolean,
): Wholes | null {
  const own = coreOf(labelOf(part))
  const found = maybeCalled(mentions, own).filter((one) => {
    const name = coreOf(labelOf(one))
    return (
      isWhole(one) &&
      one.index < part.index &&
      one.brackets.length === 0 &&
      Array.from(name).length >= NAME &&
      name !== own &&
      ((TEACHERS.test(own) && ALL_TEACHERS.test(name)) ||
        own.endsWith(name) ||
        (own.startsWith(name) && /[类组科]$/u.test(name))) &&
      (stageOf(one) === stageOf(part) || stageOf(one) === null) &&
      isLarger(one, part)
    )
  })
  const [only] = found
  if (only === undefined) return null
  const same = found.every((one) => coreOf(labelOf(one)) === coreOf(labelOf(only)))
  return {
    natural: nearest(found),
    grade: found.length === 1 || same ? 'stated' : 'likely',
    trust: 1,
  }
}

/** The last of what was told before comes first. */
const nearest = (found: readonly Mention[]): Wholes['natural'] =>
  found
    .toReversed()
    .slice(0, 3)
    .map((of) => ({ of }))

/** “专任教师持证率100%，大专以上学历1086人，占95.77%”: what the sentence itself speaks of, counted further up. */
export function ofTheSentence(
  share: Mention,
  part: Mention,
  mentions: readonly Mention[],
  isWhole: (one: Mention) => boolean,
): Wholes | null {
  const words = inSentence(mentions, share.sentence)
    .filter((one) => one.index <= part.index)
    .map(({ gap }) => gap)
    .join('')
  const core = coreOf(words)
  const found = maybeCalled(mentions, core).filter((one) => {
    const name = coreOf(labelOf(one))
    return (
      isWhole(one) &&
      one.sentence < share.sentence &&
      one.brackets.length === 0 &&
      Array.from(name).length >= NAME &&
      core.includes(name) &&
      isLarger(one, part)
    )
  })
  if (found.length === 0) return null
  return {
    natural: nearest(found),
    grade: 'likely',
    trust: MENTIONED,
  }
}
