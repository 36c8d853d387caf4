import type { FigureKind } from '../../../shared/draft.ts'
import type { Context } from './context.ts'
import type { Direction } from './change.ts'

/** What is done or happens in a period; what it is said of is a flow. */
const FLOW =
  /招生|招收|招录|招聘|录取|毕业|新增|新建|改建|扩建|建成|完成|培训|资助|救助|发放|发展|评出|评选|获|荣获|上线|达线|开工|竣工|举办|开展|组织|查处|立案|推荐|参加|参赛|引进|补充|选派|交流|轮岗|认定|创建|检查|排查|整改|办理|受理|参与|报考|投入使用|减免|处理|处分|维修|改造|购置|配备|通过|进入|晋升|入选|命名|表彰|捐赠|受益|惠及|走访|签订|安置|转移|撤并|撤销|全年|上半年|累计|推进|拆除|争取/u
const PER_HEAD =
  /(?:生均|园均|场均|次均|件均|笔均|课均|百生|人均|班级规模|[千万]人口|百名|平均年龄|日均|年均|月均|户均|师均|校均|班均|平均|系数|指数|每名|每个|每人|每百|每万|每千|每班|每校)/u
/** 生均面积有7所学校未达标: so many fall short of the average, which is not told. */
const COUNTS_WHERE =
  /[生人师校班]均[^，。；]*(?:有|(?:达标|不足|超标|合格)的?$|(?:低于|高于|不足|超过|不到)[^，。；]*的\p{Script=Han}{1,8})$/u
/** 数学平均分最低，仅为71.2分. */
const MEAN_BEFORE = /(?:平均分|均分)[^，。；\d]{0,6}[，,][^，。；\d]{0,6}$/u
const SHARE = /占|比例|比重|占比|份额/u
const CHANGE_OF_SHARE =
  /(?:增幅|降幅|升幅|涨幅|减幅|增速|增长率)(?:为|达到?|是|分别|均|:|约|超过?|为|\()*$/u

/** The figure before another in its sentence. */
interface Before {
  readonly unit: string
  readonly kind: FigureKind
  readonly decimals: number
}

/**
 * The kind of a figure that counts something statistical.
 *
 * @param planned whether it is meant to be
 * @param last the figure before it in the same sentence
 * @param way which way the words before it say that something moved
 */
export function kindOf(
  context: Context,
  planned: boolean,
  way: Direction | null,
  last: Before | null,
): FigureKind {
  const { quantity, before, lead } = context
  const sort = quantity.unit?.sort
  if (sort === 'rank') return 'rank'
  // 最低录取控制线468分 is set, whatever is planned around it.
  if (sort === 'score' && /线(?:为|是|达到?|:)?$/u.test(lead)) return 'other'
  if (planned) return 'plan_target'
  if (isMoveOfRank(context, way)) return 'rank'
  if (sort === 'points') return 'change_pp'
  if (sort === 'times') return 'rate'
  if (sort === 'percent') return percentKind(context, way)
  if (way !== null) return 'change_abs'
  if (sort === 'score' && way !== null) return 'change_abs'
  if (sort === 'score' && /相差|差距|极差|分差/u.test(lead)) return 'other'
  if (goesOn(context, last)) return 'rate'
  if (sort === 'score')
    return (/平均|均分/u.test(before) || MEAN_BEFORE.test(context.sentenceBefore)) &&
      !/相差|差距/u.test(lead)
      ? 'rate'
      : 'other'
  if (sort === 'time') return 'rate'
  if (sort === 'money') return 'money'
  if (PER_HEAD.test(isSecondValue(lead) ? before : lead) && !COUNTS_WHERE.test(lead)) return 'rate'
  if (isUnderHead(context)) return 'rate'
  if (sort === 'area') return 'area'
  return FLOW.test(before) ? 'flow' : 'stock'
}

function percentKind({ quantity, lead, before }: Context, way: Direction | null): FigureKind {
  if (quantity.unit?.base === '‰') return 'rate'
  if (way !== null || CHANGE_OF_SHARE.test(lead)) return 'change_pct'
  if (quantity.rounding === 'loose') return 'share'
  return SHARE.test(before) && !/率[^占比]*$/u.test(before) ? 'share' : 'rate'
}

/** 生均面积小学8.2平方米、初中12.7平方米: the second is an average as the first. */
function goesOn({ gap, quantity }: Context, last: Before | null): boolean {
  if (last?.kind !== 'rate' || last.unit !== quantity.unit?.base || gap === null) return false
  // 平均每车51.2名，驾驶员143名: whole ones are counted again.
  if (last.decimals > 0 && quantity.decimals === 0) return false
  return /^[^。]{0,9}$/u.test(gap) && !/面积|[^均]总|共计|合计|累计|其中|最高/u.test(gap)
}

/** 生均校舍面积：小学4.1平方米，初中5.6平方米: what stands before the colon is said of each behind it. */
function isUnderHead({ sentenceBefore, quantity }: Context): boolean {
  const before = sentenceBefore.slice(-HEAD_REACH)
  const colon = before.lastIndexOf(':')
  if (colon < 0) return false
  const head =
    before
      .slice(0, colon)
      .split(/[。；;:]/u)
      .at(-1) ?? ''
  if (!PER_HEAD.test(head) || COUNTS_WHERE.test(head)) return false
  // Whole ones may be counted again, but not so many of a hundred.
  if (quantity.decimals === 0 && !/每[百千万]/u.test(head)) return false
  const members = before.slice(colon + 1).split(/[，、,]/u)
  return members.every((member) => /^\D{0,8}(?:[\d.]+\D{1,4})?$/u.test(member))
}

/** So far back stands the head of a list. */
const HEAD_REACH = 90

/** 排第4位，较上年上升2位: places of a ranking, nothing counted. */
function isMoveOfRank(
  { quantity, before, sentenceBefore }: Context,
  way: Direction | null,
): boolean {
  const { quotedUnit } = quantity
  if (quotedUnit !== '位' && quotedUnit !== '名') return false
  if (way === null && !/(?:前移|前进|后移|后退)了?$/u.test(before)) return false
  return /排名|名次|位次|位居|(?:排|列)[^，。；]{0,10}第|第 ?[\d一二三四五六七八九十]{1,3} ?[名位]/u.test(
    sentenceBefore,
  )
}

/** 由3.1提高到4.6, 3.1、4.6: what it is of stands before the figure before. */
function isSecondValue(lead: string): boolean {
  return /(?:到|至|为)$/u.test(lead) || /^ ?[、和与及]? ?$/u.test(lead)
}
