import { compare } from '../../../model/number.ts'
import type { Num } from '../../../model/number.ts'
import { listsHolding } from '../lists/lists.ts'
import { numOf } from '../numbers/bounds.ts'
import { maybeCalled } from '../text/called.ts'
import { labelOf } from '../text/label.ts'
import { coreOf, PEOPLE } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import { sameFamily } from '../text/pick.ts'
import type { Claim } from './claims.ts'
import type { Amount } from './readings.ts'

/** The whole that the sentence itself says a share or rate is of; null where it says none. */
export function wholeSaid(
  share: Mention,
  claim: Claim,
  part: Amount,
  mentions: readonly Mention[],
): Mention | null {
  return (
    wholeOfList(share, claim, part, mentions) ??
    wholeOfRow(share, claim, part, mentions) ??
    wholeOfGrade(claim, part, mentions) ??
    wholeAmong(claim, part, mentions)
  )
}

/** “支出38.62亿元，其中教育支出8.47亿元，占21.9%”: the one figure before 其中 that counts as its part does. */
function wholeOfList(
  share: Mention,
  { ofAll, about, kind, core }: Claim,
  { of, and = [] }: Amount,
  mentions: readonly Mention[],
): Mention | null {
  const plain = /^(?:约|仅)?占比?(?:约|仅|达到?|为)?$/u.test(share.lead)
  // 实际交流214人，其中骨干教师58人，占交流教师的27.1%
  const named = core.replace(PEOPLE, '')
  const called = (one: Mention): boolean =>
    named.length >= 2 && named !== core && coreOf(labelOf(one)).endsWith(named)
  if (kind !== 'share' || ofAll || about !== '' || (!plain && named === core)) return null
  if (and.length > 0 || of.index !== share.index - 1) return null
  const lists = listsHolding(mentions, of).filter(
    ({ cue, parts }) => (cue === 'of-which' || cue === 'bracket') && parts[0] === of,
  )
  const [list] = lists
  if (list === undefined || lists.length > 1) return null
  const own = list.totals.filter(
    (one) =>
      one.role === 'level' &&
      one.figure.unit === of.figure.unit &&
      one.sentence === of.sentence &&
      one.segment === of.segment,
  )
  const [whole] = own
  return whole !== undefined && own.length === 1 && (plain || called(whole)) ? whole : null
}

/** “支出中，甲2116万元，占87.0%；乙197万元，占8.1%；…”: each part in its own part of the sentence, with its share at once. */
function wholeOfRow(
  share: Mention,
  { kind, core, ofAll, about, subject }: Claim,
  { of, and = [] }: Amount,
  mentions: readonly Mention[],
): Mention | null {
  const plain = kind === 'share' && core === '' && !ofAll && about === '' && subject === ''
  if (!plain || and.length > 0 || of.index !== share.index - 1) return null
  const lists = listsHolding(mentions, of).filter(
    ({ cue }) => cue === 'aspect' || cue === 'of-which',
  )
  const [list] = lists
  if (list === undefined || lists.length > 1) return null
  const own = list.parts.filter((one) => one.role === 'level' && one.figure.unit === of.figure.unit)
  const inRow = own.every((one) => {
    const next = mentions[mentions.indexOf(one) + 1]
    return next?.role === 'share' && next.segment === one.segment && next.lead.startsWith('占')
  })
  const apart = new Set(own.map(({ segment }) => segment)).size === own.length
  const wholes = list.totals.filter(
    (one) => one.role === 'level' && one.figure.unit === of.figure.unit,
  )
  return own.length >= 2 && inRow && apart && wholes.length === 1 ? (wholes[0] ?? null) : null
}

/** “抽测412人，其中优秀96人、良好203人、…，优良率72.6%”: a rate called as parts of one list is of what the list divides. */
function wholeOfGrade(
  { kind, stem, about }: Claim,
  { of, and = [] }: Amount,
  mentions: readonly Mention[],
): Mention | null {
  const graded = and.length > 0 || labelOf(of) === stem
  if (kind !== 'rate' || about !== '' || !graded) return null
  const totals = listsHolding(mentions, of)
    .filter(({ parts, cue }) => parts.length > 1 && cue !== 'bracket')
    .map((list) => list.totals.filter((one) => one.role === 'level' && sameFamily(one, of)))
  const [own = []] = totals
  const [whole = null] = own
  // The same number twice is one total told again.
  const told = whole !== null && own.every((one) => compare(sizeOf(one), sizeOf(whole)) === 0)
  return totals.length === 1 && told ? whole : null
}

function sizeOf({ figure }: Mention): Num {
  return figure.value === null ? 0 : numOf(figure.value)
}

/** “专任教师1588人。专任教师中本科学历的1473人，占比92.8%”: of what the part itself says that it is among. */
function wholeAmong(
  { kind, core, ofAll, about }: Claim,
  { of, and = [] }: Amount,
  mentions: readonly Mention[],
): Mention | null {
  const plain = kind === 'rate' || (core === '' && !ofAll && about === '')
  if (!plain || and.length > 0) return null
  const name = coreOf(AMONG.exec(of.lead)?.[1] ?? '')
  if (name.length < 2) return null
  const called = maybeCalled(mentions, name).filter(
    (one) =>
      one.role === 'level' &&
      one.index < of.index &&
      one.line === of.line &&
      one.sentence >= of.sentence - 1 &&
      one.figure.unit === of.figure.unit &&
      coreOf(labelOf(one)) === name,
  )
  return called.length === 1 ? (called[0] ?? null) : null
}

/** 教学人员中持有证书的: among those told before. */
export const AMONG = /^([^，。、中]{2,8}[^，。、初高完职])中(?!小学|学|等|级|心|职|专)/u
