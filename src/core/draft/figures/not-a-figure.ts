import { COUNTED_NOUNS, SAID_NOUNS } from '../lexicon/nouns.ts'
import { compareExact } from '../../../shared/exact.ts'
import type { Context } from './context.ts'

/** Why a number with a unit is no figure of its own. */
export type NotAFigure =
  'duration' | 'ordinal' | 'each' | 'threshold' | 'first-so-many' | 'saying' | 'word'

type Rule = (context: Context) => NotAFigure | null

const ONE = { units: 1n, scale: 0 }
const TEN = { units: 10n, scale: 0 }

/** Durations and ages; years of schooling are a measure (平均受教育年限10.5年). */
const duration: Rule = ({ quantity, previous }) => {
  if (quantity.unit?.sort !== 'time') return null
  if (/(?:年限|平均年龄)(?:为|达到?|提高到?|是|由|从)*$/u.test(previous)) return null
  // …由10.8年提高到11.2年，增加0.4年
  const goesOn = quantity.decimals > 0 && /(?:受教育年限|平均年龄)[^。；]{0,30}$/u.test(previous)
  return goesOn ? null : 'duration'
}

/** 第三批. */
const ordinal: Rule = ({ previous }) => (/第 ?$/u.test(previous) ? 'ordinal' : null)

/** 前50名, 前十位, 后3位; 连续2次. */
const firstSoMany: Rule = ({ previous, quantity }) =>
  (/(?<![目以之提学空当此年日先底末初月号天周时午革治整疫建])前 ?$|连续 ?$/u.test(previous) ||
    (/[^先前以其最]后 ?$/u.test(previous) && /^[名位]$/u.test(quantity.quotedUnit))) &&
  quantity.unit !== null &&
  quantity.decimals === 0
    ? 'first-so-many'
    : null

/** 每100名学生, 每万人口: what something is counted for. */
const each: Rule = ({ previous, quantity }) =>
  // 平均每10.4名学生一台 is an average.
  /每 ?$/u.test(previous) && quantity.decimals === 0 ? 'each' : null

/** 660分以上人数, 56人以上的大班额, 班级超过56人, 60岁以下: a limit that tells a group. */
const threshold: Rule = (context) => {
  const { quantity, after, previous, lead } = context
  const sort = quantity.unit?.sort
  const above = /^ ?(?:\(含\))?(?:及|\(含\)|和)?(?:以上|以下|以内|之间|及以上|及以下)/u.exec(
    after,
  )?.[0]
  // 45人及以下1902个, 46至55人407个: bands, and how many are in each.
  if (isBand(quantity) && /^ ?\d/u.test(above === undefined ? after : after.slice(above.length)))
    if (above !== undefined || quantity.high !== null) return 'threshold'
  if (sort === 'score' && previous.endsWith('(含')) return 'threshold'
  if (sort === 'score' && (above !== undefined || /^(?:段|制|档|线|到|至|-|~)/u.test(after)))
    return 'threshold'
  if (quantity.unit === null && above !== undefined && quantity.scale === '') return 'threshold'
  if (above !== undefined) {
    const rest = after.slice(above.length)
    if (
      /^ ?(?:的|规模|\(含)?[^，。；、]{0,6}?(?:大班|班级|班额|人数|单位|学校|规模|教学点|小区|村|乡镇|路段|家庭|企业|项目|高层|教师|学生|考生|的(?=[^，。；]))/u.test(
        rest,
      ) &&
      isLimit(quantity, rest)
    )
      return 'threshold'
    if (/(?:大班额|超大班额|大班|规模|小规模学校)\($/u.test(previous)) return 'threshold'
    // 开工率在90%以下的有3个: so many fall short of it.
    if (/[在低高]于?$/u.test(previous) && /^的(?:有|共|仅)/u.test(rest)) return 'threshold'
  }
  // 单价50万元以上通用设备: the price tells which.
  if (
    sort === 'money' &&
    above !== undefined &&
    PRICED.test(previous) &&
    /\p{Script=Han}/u.test(after.slice(above.length, above.length + 1))
  )
    return 'threshold'
  if (
    /(?:低于|高于|不足|不到|超过) ?$/u.test(previous) &&
    (/^的(?:有|共|仅)/u.test(after) || (sort === 'percent' && /^的?(?:规定|法定)/u.test(after)))
  )
    return 'threshold'
  if (sort === 'people' && CLASS_LIMIT.test(lead)) return 'threshold'
  if (tellsWhich(context, above)) return 'threshold'
  if (sort === 'percent' && tellsBand(context, above)) return 'threshold'
  if (sort === 'percent' && QUOTED_LIMIT.test(previous) && /^[”"]/u.test(after)) return 'threshold'
  if (sort === 'money' && COMPARED_WITH.test(previous) && WHO.test(after)) return 'threshold'
  if (
    (sort === 'people' || sort === 'plain' || sort === 'loose') &&
    isDefining(quantity, previous, after)
  )
    return 'threshold'
  return null
}

/**
 * “仍有3所学校规模超过2000人”, “21个县缺口在1000万元以上”, “5个市在70%—90%之间”: so many are counted, and the
 * number says which.
 */
function tellsWhich({ before, quantity }: Context, above: string | undefined): boolean {
  const word = COUNTED_THAT.exec(before)?.[1]
  if (word === undefined || quantity.unit === null) return false
  return !/^(?:在|达到?|为)?$/u.test(word) || above !== undefined
}

/** 及格率超过80%的学校有6所，60%—80%的8所，60%以下的3所: bands, and how many are in each. */
function tellsBand({ quantity, after, previous }: Context, above: string | undefined): boolean {
  const bounded = above !== undefined || quantity.high !== null || COMPARED_WITH.test(previous)
  return (
    bounded &&
    /^ ?的[^，。；\d%]{0,8}(?:有|共|仅)?\d+ ?[所个人名家户校]/u.test(
      after.slice(above?.length ?? 0),
    )
  )
}

/** “不低于30%”: what is asked, in quotation marks. */
const QUOTED_LIMIT = /[“"](?:不低于|不少于|不超过|不高于|达到?|不得低于) ?$/u

/** A count behind 有, 仍有, 其余, and what is said of those counted. */
const COUNTED_THAT =
  /(?:[有中余]|只有|仅) ?[\d一二两三四五六七八九十]{1,4} ?[个所家名人户县区市](?!百分点)(?:[^，。；、\d()]|\([^()\d]*\)){0,16}?(超过?|低于|不足|高于|少于|多于|不到|达不到|在|达到?)$/u

function isBand({ unit, scale }: Context['quantity']): boolean {
  return scale === '' && (unit?.sort === 'people' || unit?.sort === 'score')
}

/** 班额控制在50人以内; but an average (平均班额48人) is a figure. */
const CLASS_LIMIT =
  /(?<!平均)(?:班级|班额|每班|大班|班)[^，。；\d]{0,8}(?:超过?|不超过?|不得超过|控制在|达到?|在|多于|不足|少于)$/u
/** 低于2000元的小学5所. */
const WHO = /^的[^，。；\d]{0,6}(?:小学|初中|高中|学校|幼儿园|教师|学生|家庭|县|乡镇|村|户)/u
const PRICED = /(?:单价|单笔|单台|单项|合同金额|合同额|原值|造价)(?:在|达到?)? ?$/u
const COMPARED_WITH = /(?:超过|不超|不足|不到|少于|多于|低于|高于|不少于|不低于|不多于|达到?) ?$/u

/** 不足100人的学校, 56-65人的大班, 按100人核定: the number defines what is spoken of. */
function isDefining({ high }: Context['quantity'], previous: string, after: string): boolean {
  if (high !== null && /^的(?=[\p{Script=Han}\d])/u.test(after)) return true
  // 低于4.6个的目标值: what is held against is a figure.
  if (
    COMPARED_WITH.test(previous) &&
    /^的(?!目标|要求|标准|规定|平均)(?=[\p{Script=Han}“])/u.test(after)
  )
    return true
  return /按照?$/u.test(previous) && /^(?:核定|计算|核算|核拨|拨付|补助|配备|的?标准)/u.test(after)
}

function isLimit({ unit }: Context['quantity'], rest: string): boolean {
  if (unit?.sort === 'percent') return false
  // 300人以上学校 tells which schools; 30所以上学校 how many.
  return unit?.sort === 'people' || unit?.sort === 'score' || /^(?:的|规模)/u.test(rest)
}

/** 28个重点项目, 6项重大工程: works are counted. */
const COUNTED_WORKS =
  /^ ?(?:重点|重大)[^，。；]{0,4}(?:项目|工程|学校|专业|学科|实验室|课题|单位|县|镇|村)/u

/** 一所, 一个 in running prose; 两个, 三项 of sayings and parts of a text. */
const saying: Rule = ({ quantity, after, previous }) => {
  const { script, value, unit } = quantity
  if (unit === null || value === null) return null
  const loose = unit.sort === 'loose'
  if (loose && !/^(?:[个项条类种批轮]|个.*)$/u.test(quantity.quotedUnit)) return 'word'
  if (script === 'chinese' && quantity.rounding === 'exact') {
    // 初级中学一所，小学九所，教学点四个: what is counted stands before it.
    if (COUNTED_BEFORE.test(previous) && /^[，、；。,;()]/u.test(after)) return null
    if (compareExact(value, ONE) === 0 && !ONE_COUNTED.test(previous)) return 'word'
    if (loose && quantity.more) return null
    if (loose && compareExact(value, TEN) <= 0 && !COUNTED_NOUNS.test(after)) return 'saying'
  }
  if (loose && SAID_NOUNS.test(after) && !COUNTED_WORKS.test(after)) return 'saying'
  if (quantity.quotedUnit === '件' && /^[^，。；、\d]{0,6}?事(?!故|件|业|项)/u.test(after))
    return 'saying'
  return null
}
/** What schools and collections count, right before the number. */
const COUNTED_BEFORE =
  /(?:学校|中学|小学|幼儿园|高中|中专|职校|教学点|完小|村小|分校|教学班|项目|乡镇|行政村|[站馆室]|中心|基地|机构|社团|食堂)$/u
/** Where 一 counts: 建成一所, 各一名. */
const ONE_COUNTED =
  /(?:各|建成|新建|建设|创建|新增|改扩建|获得?|增加|减少|设立|开设|共|仅|达|荣获|其中|立项|获批|招聘|引进)[^，。；]{0,3}$/u

/** Words that begin like a count: 一人一案, 一次性. */
const word: Rule = ({ quantity, after, previous }) => {
  if (quantity.script === 'arabic') return null
  if (quantity.quotedUnit === '次' && after.startsWith('性')) return 'word'
  // 一本, 二本: the lists by which universities admit.
  if (quantity.quotedUnit === '本') return 'word'
  // 职教园区二期, 用三组数字来回答.
  if (quantity.quotedUnit === '期' && /[园区程目校库舍楼厅桥]$/u.test(previous)) return 'word'
  if (quantity.quotedUnit === '组' && /^(?:数字|数据|词)/u.test(after)) return 'word'
  return null
}

/** 400米跑道, 24小时: what a thing is called by. */
const calledBy: Rule = ({ quantity, after }) =>
  quantity.quotedUnit === '米' &&
  /^(?:\d|[^，。；]{0,6}(?:跑道|跑|田径|标准|直道|泳池|深|高|长|宽|栏))/u.test(after)
    ? 'word'
    : isNamedSo(quantity.quotedUnit, after) ||
        (COURSE.test(quantity.quotedUnit) && after.startsWith('培训'))
      ? 'word'
      : null

/** 11人制足球场, 6人间. */
function isNamedSo(unit: string, after: string): boolean {
  return unit === '人' && /^[制间]/u.test(after)
}

/** 360学时培训 is called so. */
const COURSE = /^[学课]时$/u

const RULES: readonly Rule[] = [
  duration,
  firstSoMany,
  ordinal,
  each,
  threshold,
  word,
  calledBy,
  saying,
]

/** Why a quantity is no figure; null when it is one. Sayings are figures of the kind `other`. */
export function notAFigure(context: Context): NotAFigure | null {
  if (context.quantity.unit?.sort === 'rank') return null
  for (const rule of RULES) {
    const why = rule(context)
    if (why !== null) return why
  }
  return null
}
