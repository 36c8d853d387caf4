import { coreOf, sharedRun } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'

/** How a percentage says what it is of: 占规划量的, or by the name of a rate (竣工率). */
export interface Claim {
  readonly kind: 'share' | 'rate'
  /** What the whole is called; '' where it is not. */
  readonly core: string
  /** Whether it is called by the place alone (占全县的) or as a sum (占总数的): what the part counts, taken of all. */
  readonly ofAll: boolean
  /** The verb or noun of a rate. */
  readonly stem: string
  /** What a 占比 says it is the share of; '' where it leaves that to the figure before. */
  readonly about: string
  /** What a rate says that it counts too: 基本满意 of 满意率(含基本满意); '' where it says nothing. */
  readonly too: string
  /** Of “公办占87.2%” what stands before 占; '' where nothing does. */
  readonly subject: string
}

const OF =
  /占([^占]*)$|(?:完成|达到?|相当于|为)((?:年度|全年|既定|预定|总)*(?:目标|任务|计划|预算)(?:任务|目标|数|量|总额|投资)*的)$/u
/** 占全县的, 占同类学校的: of the place, or the kind, as a whole. */
const OF_PLACE = /^(?:到|了)?(?:全[国省市州盟县区旗镇乡校园系]|同类|同级)[^，。\d]{0,4}$/u
const OF_ALL = /^(?:到|了)?(?:总[数量额]|总人数|全部|总体)[^，。\d]{0,3}$/u
const RATE = /([^\s，。、]{1,6}?)率(?:[（(]含?([^（()）]*)[)）])?(?:为|达到?|是|约)?$/u
/** 支出进度 is a rate too. */
const SPENT = /(支出|执行|拨付)进度(?:为|达到?|是|约)?$/u
const AMONG = /[^初高完]中(?![等小学心央职级])(.+)$/u

const OF_A_FIGURE: Claim = {
  kind: 'share',
  core: '',
  ofAll: false,
  stem: '',
  about: '',
  too: '',
  subject: '',
}

/**
 * What a percentage claims; null where it is no share and no rate.
 *
 * @param earlier the figures before it in its sentence
 * @param inside whether the whole stands right before it: 为年度计划9.2亿元的105.9%
 */
export function claimOf(
  { before, lead }: Mention,
  earlier: readonly Mention[],
  inside: boolean,
): Claim | null {
  const of = OF.exec(before)
  if (of !== null) {
    const said = of[1] ?? of[2] ?? ''
    const own = coreOf(said)
    const core = own === '' && !OF_PLACE.test(said) ? coreBefore(earlier) : own
    const ofAll =
      core === '' && (OF_PLACE.test(said) || OF_ALL.test(said) || ofPlaceBefore(earlier))
    return { kind: 'share', core, ofAll, stem: '', about: '', too: '', subject: subjectOf(lead) }
  }
  const rate = RATE.exec(lead) ?? SPENT.exec(lead)
  if (rate !== null) {
    const said = (rate[1] ?? '').replace(/^(?:预算|资金)?执行$/u, '支出')
    const words = DONE_TO_THE_END.exec(said)?.[1] ?? said
    const stem = stemOf(words)
    const about = words.slice(0, -stem.length)
    return { kind: 'rate', core: '', ofAll: false, stem, about, too: rate[2] ?? '', subject: '' }
  }
  const share = /^(.*?)的?(?:占比|比例|比重)/u.exec(lead)
  if (share === null) return inside ? OF_A_FIGURE : null
  // Of “专任教师中专科以上学历比例” the part is what stands behind 中.
  const [, own = ''] = share
  const about = coreOf(AMONG.exec(own)?.[1] ?? own)
  return { kind: 'share', core: '', ofAll: false, stem: '', about, too: '', subject: '' }
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
export function isSubject(one: Mention, subject: string): boolean {
  const words = coreOf((one.lead + one.tail).replaceAll(JOINING, ''))
  if (words === '' || words.includes(subject)) return true
  const [own, asked] = [words, subject].map((some) => some.replaceAll(GENERAL, ''))
  return asked === '' || sharedRun(own ?? '', asked ?? '') >= 2
}

/** “占专任教师总数的7.55%；本科21873人，占76.92%”: the whole is named once for the sentence. */
function coreBefore(earlier: readonly Mention[]): string {
  const cores = earlier
    .filter((one) => one.role === 'share')
    .map((one) => coreOf(OF.exec(one.before)?.[1] ?? ''))
  return cores.findLast((core) => core !== '') ?? ''
}

/** “占全市的40.5%；六县26289人，占59.5%”: the next goes on so. */
function ofPlaceBefore(earlier: readonly Mention[]): boolean {
  const last = earlier.findLast((one) => one.role === 'share' && OF.test(one.before))
  return last !== undefined && OF_PLACE.test(OF.exec(last.before)?.[1] ?? '')
}

/** 整改完成率, 回收到位率: the rate of what was done, however far; but 计划完成率 is of a plan. */
const DONE_TO_THE_END =
  /^(.*(?!计划|目标|任务|指标|年度|预算|投资|资金|经费|建设|项目|工程)\p{Script=Han}{2})(?:完成|到位)$/u

/** 一本上线 → 上线: the last two characters say what was done; 不及格 is no 及格. */
function stemOf(words: string): string {
  return /[不未]\p{Script=Han}{2}$/u.exec(words)?.[0] ?? Array.from(words).slice(-2).join('')
}
