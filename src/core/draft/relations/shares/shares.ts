import { isPerHead } from '../text/label.ts'
import { coreOf, names, sharedRun } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import { isLarger } from '../text/pick.ts'
import type { Grade, Question } from '../question.ts'
import { shareReading } from './share-readings.ts'
import type { Amount } from './share-readings.ts'
import { familyOf } from '../text/units.ts'

const OF = /占([^占]*)$/u
const RATE = /([^\s，。、]{1,6}?)率(?:为|达到?|是|约)?$/u
const AMONG = /[^初高完]中(?![等小学心央职级])(.+)$/u
const SEVERAL = /分别|均|都|各/u
/** So many lines up a whole is looked for. */
const LINES = 2
const BASES = 3
/** A whole that the words do not point to must be mended by what is hardly an accident. */
const UNNAMED = 0.2

/** How a percentage says what it is of: 占规划量的, or by the name of a rate (竣工率). */
interface Claim {
  readonly kind: 'share' | 'rate'
  /** What the whole is called; '' where it is not. */
  readonly core: string
  /** The verb or noun of a rate. */
  readonly stem: string
  /** What a 占比 says it is the share of; '' where it leaves that to the figure before. */
  readonly about: string
  /** Of “公办占87.2%” what stands before 占; '' where nothing does. */
  readonly subject: string
}

/** Percentages that say what part of a whole a figure before them is. */
export function shareQuestions(mentions: readonly Mention[]): Question[] {
  return mentions.flatMap((share, at) => {
    if (share.role !== 'share' || SEVERAL.test(share.before)) return []
    const earlier = mentions.slice(0, at).filter((one) => one.sentence === share.sentence)
    const claim = claimOf(share, earlier)
    if (claim === null) return []
    const inside = between(share, mentions.slice(0, at))
    const part = partBefore(share, claim, mentions.slice(0, at), inside)
    if (part === null) return []
    const question = questionOf(share, claim, part, mentions.slice(0, at), inside)
    return question === null ? [] : [question]
  })
}

function claimOf({ before, lead }: Mention, earlier: readonly Mention[]): Claim | null {
  const of = OF.exec(before)
  if (of !== null) {
    const core = coreOf(of[1] ?? '')
    return {
      kind: 'share',
      core: core === '' ? coreBefore(earlier) : core,
      stem: '',
      about: '',
      subject: subjectOf(lead),
    }
  }
  const rate = RATE.exec(lead)
  if (rate !== null) {
    const stem = stemOf(rate[1] ?? '')
    return {
      kind: 'rate',
      core: '',
      stem,
      about: (rate[1] ?? '').slice(0, -stem.length),
      subject: '',
    }
  }
  const share = /^(.*?)的?(?:占比|比例|比重)/u.exec(lead)
  if (share === null) return null
  // Of “专任教师中专科以上学历比例” the part is what stands behind 中.
  const [, own = ''] = share
  const about = coreOf(AMONG.exec(own)?.[1] ?? own)
  return { kind: 'share', core: '', stem: '', about, subject: '' }
}

/** What the words before 占 name, without those that only join: 其中女教师占 → 女教师; 约占, 三者合计占 name nothing. */
function subjectOf(lead: string): string {
  const said = /^([^占]*)占/u.exec(lead)?.[1] ?? ''
  return coreOf(said.replaceAll(JOINING, ''))
}

const JOINING =
  /其中|合计|共计|[两二三四五]者|[两二三四五]项|分别|各自|大约|约|仅|只|则|已|共|均|就读|的|人数|数量|数|量|额|以上|“|”/gu
/** Words that name no group: figures that have only these in common are not of one. */
const GENERAL = /教师|学生|学校|幼儿|项目|教职工?|人员|资金|经费|工程/gu

/** Whether a figure's words name the subject of a share, or at least not another one. */
function isSubject(one: Mention, subject: string): boolean {
  const words = coreOf((one.lead + one.tail).replaceAll(JOINING, ''))
  if (words === '' || words.includes(subject)) return true
  const [own, asked] = [words, subject].map((one) => one.replaceAll(GENERAL, ''))
  return asked === '' || sharedRun(own ?? '', asked ?? '') >= 2
}

/** “占专任教师总数的7.55%；本科21873人，占76.92%”: the whole is named once for the sentence. */
function coreBefore(earlier: readonly Mention[]): string {
  const cores = earlier
    .filter((one) => one.role === 'share')
    .map((one) => coreOf(OF.exec(one.before)?.[1] ?? ''))
  return cores.findLast((core) => core !== '') ?? ''
}

/** 一本上线 → 上线: the last two characters say what was done. */
function stemOf(words: string): string {
  return Array.from(words).slice(-2).join('')
}

/** The whole where it stands between 占 and the percentage: 占年度计划2亿元的60%. */
function between(share: Mention, before: readonly Mention[]): Mention | null {
  const last = before.at(-1)
  return last !== undefined &&
    last.clauseStart === share.clauseStart &&
    /占|完成/u.test(last.before)
    ? last
    : null
}

function partBefore(
  share: Mention,
  claim: Claim,
  before: readonly Mention[],
  inside: Mention | null,
): Mention | null {
  const own = before.filter(
    (one) =>
      one !== inside &&
      one.sentence === share.sentence &&
      one.role === 'level' &&
      one.brackets.every((bracket) => share.brackets.includes(bracket)) &&
      !isPerHead(one),
  )
  if (claim.kind === 'share') {
    const last = own.at(-1) ?? null
    if (last === null) return null
    if (claim.subject !== '') return own.findLast((one) => isSubject(one, claim.subject)) ?? null
    if (claim.about === '') return last
    return sharedRun(coreOf(last.lead + last.tail), claim.about) >= 2 ? last : null
  }
  const part = own.findLast((one) => (one.lead + one.tail).includes(claim.stem)) ?? null
  // The next rate of that name is of something else: 及格人数3846人，及格率73.5%，语文及格率82.6%.
  const taken = before.some(
    (one) =>
      one.role === 'share' &&
      part !== null &&
      one.index > part.index &&
      one.lead.includes(`${claim.stem}率`),
  )
  return taken ? null : part
}

/** Whether a rate names its part as the figure does: 一本上线率 with 一本上线人数. */
function isNamedAlike({ kind, about }: Claim, part: Mention): boolean {
  return kind === 'share' || about === '' || (part.before + part.tail).includes(about)
}

function questionOf(
  share: Mention,
  claim: Claim,
  part: Mention,
  before: readonly Mention[],
  inside: Mention | null,
): Question | null {
  if (inside !== null && familyOf(inside.figure.unit) === familyOf(part.figure.unit))
    return {
      type: 'share_of',
      rule: 'share',
      grade: 'stated',
      readings: [shareReading({ of: part }, { of: inside }, share)],
      natural: 1,
      patterns: [],
    }
  const wholes = before.filter(
    (one) =>
      one.role === 'level' &&
      one !== part &&
      one.figure.start < part.figure.start &&
      familyOf(one.figure.unit) === familyOf(part.figure.unit) &&
      !isPerHead(one),
  )
  const near = wholes.filter((one) => one.line >= share.line - LINES)
  const named = wholes.filter((one) => names(one.lead + one.tail, claim.core))
  const { natural, grade, trust } = ranked(share, claim, part, near, named)
  const beside = near.at(-1)
  const bases = [
    ...natural,
    ...(beside === undefined ? [] : [{ of: beside, and: part }]),
    ...explaining([...named, ...near.slice(-8)]),
  ]
  if (bases.length === 0) return null
  // A rate may be of several parts together: public kindergartens and cheap private ones.
  const together = near.filter((one) => one.sentence === share.sentence).slice(-2)
  return {
    type: 'share_of',
    rule: claim.kind,
    grade: isNamedAlike(claim, part) ? grade : 'possible',
    readings: [
      ...bases.map((base) => shareReading({ of: part }, base, share)),
      ...together.flatMap((and) =>
        bases.map((base) => shareReading({ of: part, and }, base, share)),
      ),
    ],
    natural: natural.length,
    trust,
    patterns: [],
  }
}

/** The wholes that the words may mean, the likeliest first. */
function ranked(
  share: Mention,
  { core }: Claim,
  part: Mention,
  near: readonly Mention[],
  named: readonly Mention[],
): { natural: Amount[]; grade: Grade; trust: number } {
  const nearest = near.toReversed()
  if (named.length > 0) {
    const larger = named.filter((one) => isLarger(one, part)).toReversed()
    const close = larger.filter((one) => one.line === share.line)
    const ordered = /总|全/u.test(share.before)
      ? [...new Set([...close, ...larger.toSorted(byValue)])]
      : larger
    if (ordered.length > 0)
      return {
        natural: asBases(ordered),
        grade: named.length === 1 && isPlain(ordered[0], core, share) ? 'stated' : 'likely',
        trust: 1,
      }
  }
  if (core !== '')
    return {
      natural: asBases([...named, ...nearest].toSorted(byValue)),
      grade: 'possible',
      trust: 1,
    }
  const own = nearest.filter(
    (one) => one.segment === part.segment && one.figure.unit === part.figure.unit,
  )
  const sentence = nearest.filter((one) => one.sentence === share.sentence).toSorted(byValue)
  const ordered = [
    ...new Set([
      ...own,
      ...sentence.filter((one) => isLarger(one, part)),
      ...nearest.toSorted(byValue),
    ]),
  ]
  return { natural: asBases(ordered), grade: 'likely', trust: own.length > 0 ? 1 : UNNAMED }
}

/** Whether a whole is called just what the share says, close by: then no other can be meant. */
function isPlain(whole: Mention | undefined, core: string, share: Mention): boolean {
  if (whole === undefined) return false
  if (whole.sentence === share.sentence) return true
  return whole.line === share.line && coreOf(whole.lead + whole.tail) === core
}

function asBases(wholes: readonly Mention[]): Amount[] {
  return wholes.slice(0, BASES).map((of) => ({ of }))
}

/** Any whole of the paragraph, and what is left of one without another. */
function explaining(near: readonly Mention[]): Amount[] {
  return [
    ...near.toReversed().map((of) => ({ of })),
    ...near.flatMap((whole) =>
      near.flatMap((without) =>
        whole !== without && isLarger(whole, without) ? [{ of: whole, without }] : [],
      ),
    ),
  ]
}

function byValue(a: Mention, b: Mention): number {
  return isLarger(a, b) ? -1 : 1
}
