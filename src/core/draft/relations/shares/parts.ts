import { isPerHead, labelOf } from '../text/label.ts'
import { coreOf, sharedRun } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import { maybeCalled } from '../text/called.ts'
import { isSubject } from './claims.ts'
import type { Claim } from './claims.ts'
import { AMONG } from './said-wholes.ts'
import type { Amount } from './readings.ts'
import { isDueOf, saysAll } from './wholes.ts'

/** 压减率: of what there was before. */
export const REDUCED = /^(?:压减|压缩|削减|核减|精简|减少|下降)$/u
/** So many lines up a part is looked for. */
const LINES = 2
/** A part called by a name of so many characters is looked for further up. */
const NAME = 4
/** So many lines up a part is looked for. */
export const FAR = 6
/** By a name of so many characters it is known in the whole text. */
const LONG_NAME = 6

/** The figure that a share or rate is the part of, with those that it counts too; null where no words tell it. */
export function partBefore(
  share: Mention,
  claim: Claim,
  before: readonly Mention[],
  inside: Mention | null,
): Amount | null {
  const levels = before.filter(
    (one) =>
      one !== inside &&
      (one.role === 'level' || (one.role === 'change' && REDUCED.test(claim.stem))) &&
      one.brackets.every((bracket) => share.brackets.includes(bracket)) &&
      !isPerHead(one),
  )
  const all = levels.filter((one) => one.sentence === share.sentence)
  // “竣工38个；改造233所，竣工率100%”: of what its own part of the sentence counts, where it counts anything.
  const beside = all.filter((one) => one.segment === share.segment)
  const own = claim.kind === 'rate' && beside.some(isCounted) ? beside : all
  const part =
    claim.kind === 'rate'
      ? (partOfRate(claim, own, before) ?? (inside === null ? undefined : own.at(-1)))
      : partOfShare(share, claim, own, levels)
  if (part === undefined) return null
  const and =
    claim.kind === 'rate' ? gradesAbove(claim, part, own) : andAbove(share, part, own, before)
  return { of: part, and }
}

function partOfShare(
  share: Mention,
  { core, subject, about }: Claim,
  own: readonly Mention[],
  levels: readonly Mention[],
): Mention | undefined {
  const last = own.at(-1)
  const lowest = AND_ABOVE.exec(share.lead)?.[1]
  const ofGrade = own.findLast(
    (one) => lowest !== undefined && one.words.includes(lowest) && !/以上/u.test(one.words),
  )
  if (ofGrade !== undefined) return ofGrade
  if (subject !== '') {
    // “全市支出318.6亿元，教育支出占全市支出的19.52%”: what is called as the whole is not the part.
    const parts = own.filter((one) => core === '' || !coreOf(one.words).endsWith(core))
    return (
      parts.findLast((one) => isSubject(one, subject)) ??
      levels.findLast(
        (one) =>
          one.line >= share.line - (subject.length >= NAME ? FAR : LINES) &&
          coreOf(one.words).endsWith(subject),
      ) ??
      ofTheGroup(share, subject, own.at(-1), levels)
    )
  }
  if (last === undefined || about === '') return last
  return sharedRun(coreOf(last.words), about) >= 2 ? last : undefined
}

export const COVERED = /普惠[^，。]*覆盖$|普惠$/u
const CHEAP = /普惠/u

function partOfRate(
  { stem, about }: Claim,
  own: readonly Mention[],
  before: readonly Mention[],
): Mention | undefined {
  const part =
    own.findLast(({ lead }) => lead.replace(/^(?:其中|已|的)+/u, '') === stem) ??
    own.findLast((one) => {
      const words = one.words
      return words.includes(stem === '优良' ? '良好' : stem) && !words.includes(`不${stem}`)
    }) ??
    // 上省级示范高中分数线47人，上线率14.3%
    (stem === '上线' ? own.findLast(({ lead }) => /[上过达].*线$/u.test(lead)) : undefined) ??
    ofThePlan(stem, own) ??
    own.findLast((one) => own.some((due) => isDueOf(due, one))) ??
    // 普惠性幼儿园覆盖率: of the children in these.
    (COVERED.test(about + stem)
      ? own.findLast(
          (one) => isCounted(one) && CHEAP.test(one.words) && one.index === before.at(-1)?.index,
        )
      : undefined) ??
    own.findLast(({ lead }) => saysAll(lead, stem)) ??
    amongThem(own, before.at(-1)) ??
    (AMONG.test(before.at(-1)?.lead ?? '') ? own.find((one) => one === before.at(-1)) : undefined)
  // The next rate of that name is of something else: 及格人数3846人，及格率73.5%，语文及格率82.6%.
  const taken = before.some(
    (one) =>
      one.role === 'share' &&
      part !== undefined &&
      one.index > part.index &&
      one.lead.includes(`${stem}率`),
  )
  return taken ? undefined : part
}

/**
 * “普通高中43所，在校生68254人；…。高中阶段在校生合计115166人，其中普通高中占59.27%”: what the last figure counts, of
 * the group that the share names.
 */
function ofTheGroup(
  share: Mention,
  subject: string,
  last: Mention | undefined,
  levels: readonly Mention[],
): Mention | undefined {
  if (last === undefined) return undefined
  const counts = coreOf(last.lead)
  return levels.findLast(
    (one) =>
      one !== last &&
      one.line === share.line &&
      one.figure.unit === last.figure.unit &&
      one.figure.about.group.at(-1) === subject &&
      coreOf(labelOf(one)).length >= 2 &&
      counts.includes(coreOf(labelOf(one)).replace(subject, '')),
  )
}

/** “一般公共预算教育经费占一般公共预算支出的比例为18.13%”: so long a name means what the text told by it, however far up. */
export function partFarAbove(
  share: Mention,
  { kind, subject }: Claim,
  mentions: readonly Mention[],
): Amount | null {
  if (kind !== 'share' || Array.from(subject).length < LONG_NAME) return null
  const part = maybeCalled(mentions, subject).findLast(
    (one) =>
      one.index < share.index &&
      one.role === 'level' &&
      one.brackets.length === 0 &&
      !isPerHead(one) &&
      coreOf(one.lead) === subject,
  )
  return part === undefined ? null : { of: part }
}

function isCounted({ figure }: Mention): boolean {
  return figure.unit !== '元' && figure.unit !== '%'
}

/** “研究生168人、本科3742人、专科897人，本科及以上占比80.4%”: what stands in the list before the one that is named, too. */
function andAbove(
  share: Mention,
  part: Mention,
  own: readonly Mention[],
  before: readonly Mention[],
): Mention[] {
  const named = AND_ABOVE.exec(share.lead)?.[1] ?? ''
  const at = before.indexOf(part)
  if (named === '' || !part.words.includes(named) || /以上/u.test(part.words)) return []
  const run: Mention[] = []
  for (let next = at - 1; next >= 0; next -= 1) {
    const one = before[next]
    if (one === undefined || !own.includes(one) || one.figure.unit !== part.figure.unit) break
    run.push(one)
    if (one.segment !== part.segment || !/^[、，和及]/u.test(one.gap)) break
  }
  return run.reverse()
}

const AND_ABOVE = /^(?:其中)?(\p{Script=Han}{2})(?:学历|职称)?[及(（含]{0,2}以上/u

/** 尚差4间 is what was not reached. */
const LACKING = /(?:尚差|还差|尚缺|还缺|相差|缺口|剩余|其余)[^，。]{0,4}$/u

/** “计划招生24600人，实际录取24573人，计划完成率99.9%”: the last that is no plan, behind one. */
function ofThePlan(stem: string, all: readonly Mention[]): Mention | undefined {
  const own = all.filter(({ lead }) => !LACKING.test(lead))
  const last = own.at(-1)
  const planned = own.some(
    (one) => one.figure.kind === 'plan_target' && one.figure.unit === last?.figure.unit,
  )
  return stem === '完成' && planned && last?.figure.kind !== 'plan_target' ? last : undefined
}

/** “605所学校中建有卫生室的571所，达标率94.4%”: right before the rate stands what has reached it. */
function amongThem(own: readonly Mention[], last: Mention | undefined): Mention | undefined {
  const [whole, part] = own.slice(-2)
  if (whole === undefined || part === undefined || part !== last) return undefined
  const among = whole.clauseStart === part.clauseStart && /^[^，。、]{0,6}中/u.test(whole.tail)
  return among && whole.figure.unit === part.figure.unit ? part : undefined
}

/** “优秀4.37万人、良好11.52万人、合格20.28万人”: the better ones have passed too, in 合格率 and 优良率. */
function gradesAbove(
  { stem, about, too }: Claim,
  part: Mention,
  own: readonly Mention[],
): Mention[] {
  // 满意率(含基本满意)
  if (too !== '') return own.filter((one) => one !== part && labelOf(one) === too)
  // “本科上线96人，专科上线571人，总上线率97.5%”: of all that did it.
  if (about.startsWith('总'))
    return own.filter(
      (one) => one !== part && one.segment === part.segment && one.lead.includes(stem),
    )
  // 就业2918人，升学5271人，就业升学率97.30%
  const beside = own.filter((one) => one !== part && about.length === 2 && labelOf(one) === about)
  if (beside.length === 1 && labelOf(part) === stem) return beside
  const above = /^[合及]格$/u.test(stem) ? /优秀|良好/u : stem === '优良' ? /优秀/u : null
  if (above === null || !GRADE.test(part.lead)) return []
  return own.filter(
    (one) => one.segment === part.segment && above.test(one.lead) && GRADE.test(one.lead),
  )
}

const GRADE =
  /^(?:其中)?(?:评定|评为|获评|达到)?(?:优秀|良好|[合及]格)(?:率|等级|等次)?(?:的|学生|人数|为|有)*$/u
