import { isLarger } from '../text/pick.ts'
import { listsHolding } from '../lists/lists.ts'
import { isPerHead, labelOf } from '../text/label.ts'
import { coreOf, names, sharedRun } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import { inSentence, linesAbove } from '../text/stretches.ts'
import { maybeCalled } from '../text/called.ts'
import type { Question } from '../question.ts'
import { claimOf } from './claims.ts'
import type { Claim } from './claims.ts'
import { COVERED, FAR, partBefore, partFarAbove, REDUCED } from './parts.ts'
import { wholeSaid } from './said-wholes.ts'
import { shareReading } from './readings.ts'
import type { Amount } from './readings.ts'
import { ofShorterName, ofTheSentence } from './short-names.ts'
import { explaining, OF_PLAN, restOfGroup, wholesOf } from './wholes.ts'
import { familyOf } from '../text/units.ts'

const SEVERAL = /分别|均|都|各/u
/** So many lines up a whole is looked for. */
const LINES = 2

/** So many figures behind a share its whole is looked for. */
const BEHIND = 6

/** Percentages that say what part of a whole a figure before them is. */
export function shareQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((one, at) => {
    if (one.role !== 'share' || SEVERAL.test(one.before)) return []
    const last = mentions[at - 1]
    const share = saidAgain(one, last)
    const inside = between(share, last)
    const earlier = inSentence(mentions, share.sentence).filter(({ index }) => index < share.index)
    const claim = claimOf(share, earlier, inside !== null)
    if (claim === null) return []
    const part =
      partBefore(share, claim, linesAbove(mentions, share, FAR), inside) ??
      partFarAbove(share, claim, mentions)
    if (part === null) return []
    const behind = toldBehind(share, claim, mentions.slice(at + 1, at + 1 + BEHIND))
    return [
      questionOf(share, claim, part, { mentions, behind }, inside),
      ofDoneAndLeft(share, claim, part, mentions[at + 1]),
    ].filter((question) => question !== null)
  })
}

/**
 * Wholes that are told only behind their share: called by its name in brackets (占生产总值的4.13%（生产总值
 * 25348.7亿元）), or those who sat the examination (上线率43.5%；参考人数2864人).
 */
function toldBehind(share: Mention, claim: Claim, after: readonly Mention[]): Mention[] {
  return after.filter(
    (one) =>
      one.sentence === share.sentence &&
      one.role === 'level' &&
      (claim.kind === 'share'
        ? (one.brackets.length > share.brackets.length && names(one.lead, claim.core)) ||
          // 占专任教师的92.8%，专任教师共3215人
          (one.index === share.index + 1 && claim.core !== '' && coreOf(one.lead) === claim.core)
        : SAT.test(claim.stem) &&
          (SITTING.test(one.lead) || SITTING.test(one.tail.replace(/^(?:考生|学生)/u, '')))),
  )
}

/** “已整改183个，整改率85.1%，尚有32个正在整改”: of what was done and what is left together. */
function ofDoneAndLeft(
  share: Mention,
  { kind, about }: Claim,
  { of, and = [] }: Amount,
  rest: Mention | undefined,
): Question | null {
  const fits =
    kind === 'rate' &&
    about === '' &&
    and.length === 0 &&
    of.index === share.index - 1 &&
    rest?.sentence === share.sentence &&
    rest.role === 'level' &&
    rest.figure.unit === of.figure.unit &&
    LEFT.test(rest.lead)
  if (!fits) return null
  return {
    type: 'share_of',
    rule: kind,
    grade: 'likely',
    readings: [shareReading({ of }, { of, and: [rest] }, share)],
    natural: 1,
    patterns: [],
  }
}

const OF_A_PLAN = /^(?:完成|到位|执行|支出|拨付|开工|竣工|完工|实现|增长)$/u

const BESIDES = /^(?:另有|另外|此外|还有|另)/u

const LEFT = /^(?:其余|剩余|余下|还剩|尚余|剩下|尚有|仍有|还有)(?:的)?$/u

const SITTING = /^(?:参考|参加|报名|报考|实考|应考)/u
const SAT = /上线|录取|达线|及格|合格|优秀|过线/u

/** The whole where it stands between 占 and the percentage: 占年度计划2亿元的60%, 为年度计划2亿元的60%. */
function between(share: Mention, last: Mention | undefined): Mention | null {
  // 占学校总数（7915所）的61.0%
  const inBrackets =
    last !== undefined &&
    last.sentence === share.sentence &&
    last.brackets.length > share.brackets.length &&
    /占[^，。；]*[（(]$/u.test(last.gap) &&
    share.lead.startsWith('的')
  if (inBrackets) return last
  // 6915人次（目标值7000人次），完成率98.8%
  const planned =
    last?.figure.kind === 'plan_target' &&
    last.segment === share.segment &&
    last.brackets.length > share.brackets.length &&
    /^(?:计划|目标|任务|指标)?完成率/u.test(share.lead)
  if (planned) return last
  // 占全区58所中小学的79.3%: the noun stands behind the whole.
  const ofTheSame =
    share.lead.startsWith('的') ||
    (OF_THOSE.test(share.lead) && /占[^，。；]{0,8}$/u.test(last?.lead ?? ''))
  return last !== undefined &&
    last.clauseStart === share.clauseStart &&
    ofTheSame &&
    /占|完成|^(?:为|是|相当于)/u.test(last.before)
    ? last
    : null
}

const OF_THOSE = /^[^，。；、的占\d]{1,8}的$/u

/** What a list takes apart whose last part stands right before the share, in another clause. */
function dividedBy(
  part: Mention,
  share: Mention,
  mentions: readonly Mention[],
): readonly Mention[] {
  const isLast = (parts: readonly Mention[]): boolean =>
    parts.length > 1 &&
    parts.findLast(
      (one) =>
        one.index < share.index &&
        one.figure.unit === part.figure.unit &&
        one.figure.kind !== 'plan_target',
    ) === part
  return listsHolding(mentions, part)
    .filter(({ cue, parts }) => cue !== 'bracket' && isLast(parts))
    .flatMap(({ totals }) => totals)
    .filter(
      (one) =>
        one.role === 'level' &&
        one.figure.unit === part.figure.unit &&
        one.sentence >= part.sentence - 1 &&
        isLarger(one, part),
    )
    .slice(0, 1)
}

/** Whether a rate names its part as the figure does: 一本上线率 with 一本上线人数. */
function isNamedAlike({ kind, about, stem }: Claim, { of }: Amount): boolean {
  return (
    kind === 'share' ||
    COVERED.test(about + stem) ||
    /^(?:计划|目标|任务|年度|全年|总)*$/u.test(about) ||
    (of.before + of.tail).includes(about)
  )
}

/** “高中阶段教育共有学校768所，在校学生156.20万人”, 占高中阶段在校生总数的: the group was told before the figure. */
function isOfGroup(one: Mention, core: string): boolean {
  const rest = restOfGroup(one, core)
  return rest !== null && sharedRun(coreOf(one.lead), rest) >= ALIKE
}

/** “专任教师10247人，其中幼儿园2016人，小学4128人”, 占小学专任教师的: a part is called by its list's total, too. */
function isPartCalled(one: Mention, core: string, mentions: readonly Mention[]): boolean {
  const own = coreOf(labelOf(one))
  if (own.length < 2 || !core.startsWith(own)) return false
  const rest = core.slice(own.length)
  return (
    rest.length >= ALIKE &&
    listsHolding(mentions, one).some(({ totals }) =>
      totals.some(
        (total) => total.figure.unit === one.figure.unit && coreOf(labelOf(total)).endsWith(rest),
      ),
    )
  )
}

const ALIKE = 2

/** “占教师总数近三成，达到29.9%”: the same said again, exactly. */
function saidAgain(share: Mention, last: Mention | undefined): Mention {
  const again =
    last?.role === 'share' &&
    last.sentence === share.sentence &&
    last.figure.approx !== null &&
    /^(?:达到?|为|实际(?:为|达到?)?)$/u.test(share.lead)
  return again ? { ...share, lead: last.lead, before: last.before } : share
}

function questionOf(
  share: Mention,
  claim: Claim,
  part: Amount,
  { mentions, behind }: { mentions: readonly Mention[]; behind: readonly Mention[] },
  inside: Mention | null,
): Question | null {
  // “新增学位5.28万个，其中幼儿园…、高中0.42万个，完成任务6万个的88%”: of what the list takes apart, or of its last.
  const divided = dividedBy(part.of, share, mentions)
  if (inside !== null && familyOf(inside.figure.unit) === familyOf(part.of.figure.unit))
    return {
      type: 'share_of',
      rule: 'share',
      grade: 'stated',
      readings: [...divided.map((of) => ({ of })), part].map((some) =>
        shareReading(some, { of: inside }, share),
      ),
      natural: divided.length + 1,
      patterns: [],
    }
  const parts = [part.of, ...(part.and ?? [])]
  const family = familyOf(part.of.figure.unit)
  const reduced = REDUCED.test(claim.stem)
  const canBeWhole = (one: Mention): boolean =>
    (one.role === 'level' || (one.role === 'previous' && reduced)) &&
    !parts.includes(one) &&
    (one.figure.start < part.of.figure.start ||
      one.sentence > part.of.sentence ||
      one.figure.start > share.figure.start) &&
    familyOf(one.figure.unit) === family &&
    !isPerHead(one)
  const wholesAmong = (some: readonly Mention[]): readonly Mention[] => [
    ...some.filter((one) => one.index < share.index && canBeWhole(one)),
    ...behind.filter(canBeWhole),
  ]
  const near = wholesAmong(linesAbove(mentions, share, LINES))
  const plans = OF_PLAN.test(claim.core)
    ? near.filter(({ figure }) => figure.kind === 'plan_target')
    : []
  const called = wholesAmong(maybeCalled(mentions, claim.core)).filter(
    (one) =>
      names(one.words, claim.core) ||
      isOfGroup(one, claim.core) ||
      isPartCalled(one, claim.core, mentions),
  )
  const named = [...new Set([...called, ...plans])].toSorted((a, b) => a.index - b.index)
  const all = claim.ofAll ? wholesAmong(mentions) : []
  const found = wholesOf(share, claim, part, {
    all,
    near,
    named,
    whole: wholeSaid(share, claim, part, mentions),
    // 投资完成率 is of what was planned, and no part of other investments.
    shorter: OF_A_PLAN.test(claim.stem) ? null : ofShorterName(part.of, mentions, canBeWhole),
    spokenOf: OF_A_PLAN.test(claim.stem)
      ? null
      : ofTheSentence(share, part.of, mentions, canBeWhole),
  })
  if (found === null) return null
  const { natural, grade, trust, also } = found
  const beside = near.at(-1)
  const bases = [
    ...natural,
    ...(beside === undefined || also !== undefined ? [] : [{ of: beside, and: parts }]),
    // 在编4736人；另有编外529人，占教师总量的10.05%: of both together.
    ...(BESIDES.test(part.of.lead) ? natural.map(({ of }) => ({ of, and: parts })) : []),
    ...(also ?? explaining([...named, ...near.slice(-8)])),
  ]
  if (bases.length === 0) return null
  // A rate may be of several parts together: public kindergartens and cheap private ones.
  const together =
    also !== undefined ? [] : near.filter((one) => one.sentence === share.sentence).slice(-2)
  return {
    type: 'share_of',
    rule: claim.kind,
    grade: isNamedAlike(claim, part) ? grade : 'possible',
    readings: [
      ...bases.map((base) => shareReading(part, base, share)),
      ...divided.flatMap((of) => bases.map((base) => shareReading({ of }, base, share))),
      ...together.flatMap((and) =>
        bases.map((base) => shareReading({ of: part.of, and: [and] }, base, share)),
      ),
    ],
    natural: natural.length,
    trust,
    patterns: [],
  }
}
