import { COMPARISON, DOING, DOWN, SHORT, UP } from '../lexicon/changes.ts'
import type { Context } from './context.ts'

export type Direction = 'up' | 'down'

const words = [...UP, ...DOWN].toSorted((a, b) => b.length - a.length)
const WAY = new Map<string, Direction>([
  ...UP.map((word): [string, Direction] => [word, 'up']),
  ...DOWN.map((word): [string, Direction] => [word, 'down']),
])
/** What may stand between the verb and the number. */
const LINK =
  '(?:了|约|近|将近|接近|大约|逾|超过?|不到|不足|达到?|高达|为|是|:|率|额|数|量|幅度?|比例|分别|各|均|也|仅|只|出|共|累计|年均|\\(| )*'
const CHANGED = new RegExp(`(${words.join('|')})(${LINK})$`, 'u')
/** 新增, 增加值, 增加到: a state or something new, no change. */
const NO_CHANGE = /(?:新|扩|加|递)$/u
const NEWLY = /[比较](?:上|去|前)[^，。；\d]{1,6}新增了?$/u
const STATE = /(?:到|至|为|成|是)/u
const COMPARED = new RegExp(COMPARISON, 'u')
const RATE_WORD = /(?:幅|速|率|额|增幅|降幅|增速)/u
/** A compared change with what changed between verb and number: 比上年增加教师30人. */
const WITH_NOUN = new RegExp(
  `(?:比|较|同比|环比)[^，。；]{0,14}?(增加|减少|净增|增长|下降|多|少)(?:了)?([^，。；\\d增减]{1,10})$`,
  'u',
)

/**
 * Which way the words directly before a figure say that something moved; null when the figure is no
 * change: 增加到30所, 新增30所, 增加值.
 */
export function changeOf({
  lead,
  before,
  quantity,
}: Pick<Context, 'lead' | 'before' | 'quantity'>): Direction | null {
  const match = CHANGED.exec(lead)
  // 同比 +2.1%: the sign says it.
  if (/(?:[同环]比|[上去]年(?:同期)?|增[长幅速]|较上期) ?\+ ?$/u.test(lead)) return 'up'
  if (match === null)
    return (
      done(lead) ??
      bare(lead, quantity) ??
      withNoun(lead) ??
      byHowMuch(lead, quantity) ??
      ofTheMost(lead)
    )
  const [whole, word = '', link = ''] = match
  const ahead = lead.slice(0, lead.length - whole.length)
  const way = WAY.get(word) ?? null
  // 比上学期新增310门: what is new is the change where it is held against an earlier time.
  if (word === '增' && NO_CHANGE.test(ahead))
    return ahead.endsWith('递') || NEWLY.test(lead) ? 'up' : null
  // 晋升, 直升: of teachers and pupils.
  if (word === '升' && /[晋直]$/u.test(ahead)) return null
  if (word.endsWith('至')) return null
  if (SHORT.has(word) && !COMPARED.test(before)) return bare(lead, quantity)
  // 提高到, 上升为: a state; but 增幅为, 增长率达.
  if (STATE.test(link) && !RATE_WORD.test(word) && !/^(?:了|幅|率|额|数|量|比例| )/u.test(link))
    return null
  // 升学率, 压减率 are measures; 增长率 and the like are changes.
  if (link.includes('率') && !/^(?:增长|增加|减少|下降|递增)/u.test(word)) return null
  if (/负增长?$/u.test(ahead + word) && word !== '负增长' && ahead.endsWith('负')) return 'down'
  return way
}

/** 比上年多投入7.4亿元; behind a mark 多招120人 alone: so much more, or less, was done. */
const DONE = new RegExp(
  `^(?:[^，。；]*[比较][^，。；]{1,10})?(?:也|又|还|共)?(多|少)(?:${DOING})了?(?:约|近)? ?$`,
  'u',
)

function done(lead: string): Direction | null {
  const word = DONE.exec(lead.trimStart())?.[1]
  return word === undefined ? null : word === '多' ? 'up' : 'down'
}

/** “教师9.87万元，公务员9.64万元，高0.23万元”: alone before an amount it holds the two before against each other. */
function bare(lead: string, { unit }: Context['quantity']): Direction | null {
  const word = unit?.sort === 'money' ? /^ ?(高|低)(?:出|了|约|近)*$/u.exec(lead)?.[1] : undefined
  return word === undefined ? null : word === '高' ? 'up' : 'down'
}

/** 距50%的要求还差3.8个百分点, 离标准差13.7个百分点. */
const SHORT_OF = /(?:距离?|离|与|比)[^，。；]{1,16}?(?:还|尚|仍)?(?<!相)差(?:了|约)?$/u

/** 男生高于女生, 高出全市平均: the other side of the comparison stands between. */
const COMPARED_GROUPS =
  /(?<!不)(高于|高出|多于|领先|低于|少于|落后|快于|慢于)于?[^，。；\d]{2,12}$/u
/** Before percentage points a word of direction needs no comparison: 进度慢2.6个百分点. */
const BEFORE_POINTS =
  /(高于|高出|快于|低于|慢于|超额|领先|落后|滞后|[高多快增升超低少慢降减])(?:了|约|近)?(?:市|省|县)?(?:下达|既定|年度|规划)?(?:目标|任务)?$/u

/** 超全市平均5.62个百分点, 超国家考核目标14.8个百分点. */
const THAN_OTHERS =
  /(超过?|高|低|多|少|快|慢|优|领先|落后)(?:出|于)?(?:(?:全[国省市县区]|本?[省市县区]|同类|周边)[^，。；\d]{0,8}|[^，。；\d]{1,10}(?:目标值?|任务|要求|标准|平均值?|水平|底线|规定))(?:约|近)?$/u
/** 高于“不低于30%”的要求1.1个百分点: what is asked may hold a number. */
const THAN_ASKED =
  /(高于|高出|超过|超出|低于|少于|落后)(?:“[^”]{1,14}”|\([^()]{1,14}\)|[^，。；“”]{1,14})的?(?:要求|规定|标准|目标|水平)(?:约|近)?$/u

/** 低于财政经常性收入增幅（4.83%）0.66个百分点: the other side stands in brackets behind its name. */
const THAN_BRACKETED =
  /(高于|高出|超过|超出|领先|快于|低于|少于|落后|慢于)[^，。；()]{1,20}\([^()]{1,12}\)(?:约|近)?$/u

/** The direction of a difference between two groups; null when it is none. Percentages may be levels: 高于全省平均85%. */
export function differenceOf({
  lead,
  before,
  quantity,
}: Pick<Context, 'lead' | 'before' | 'quantity'>): Direction | null {
  const sort = quantity.unit?.sort
  if (sort === 'percent') return null
  const word =
    COMPARED_GROUPS.exec(lead)?.[1] ??
    (sort === 'points'
      ? (BEFORE_POINTS.exec(lead) ??
          THAN_BRACKETED.exec(before) ??
          THAN_OTHERS.exec(lead) ??
          THAN_ASKED.exec(before))?.[1]
      : undefined) ??
    (SHORT_OF.test(before) ? '低' : undefined)
  return word === undefined ? null : /[低少落慢降减滞]/u.test(word) ? 'down' : 'up'
}

/** 增幅最高的是青河县(9.87%), 下降最多的三个县为甲县(: the percentage in brackets is of that change. */
const THE_MOST =
  /(增幅|增速|涨幅|升幅|增长|提高|降幅|减幅|下降|减少)[^，。；\d]{0,4}(?:最[大高快多小低慢少]|居前|靠前)[^，。；]*\($/u

function ofTheMost(lead: string): Direction | null {
  const word = THE_MOST.exec(lead)?.[1]
  return word === undefined ? null : /[降减]/u.test(word) ? 'down' : 'up'
}

/** 核减招生计划30%, 降低能耗15%: by so much of it. */
const BY_PERCENT =
  /(核减|调减|削减|扣减|缩减|压减|压缩|精简|减少|降低|节约|增加|扩大|上调|下调)(?![到至为值])[^，。；、\d到至为占由从和与率比]{1,8}$/u

function byHowMuch(lead: string, { unit }: Context['quantity']): Direction | null {
  const word = unit?.sort === 'percent' ? BY_PERCENT.exec(lead)?.[1] : undefined
  return word === undefined ? null : (WAY.get(word) ?? 'down')
}

/** 净增科技型企业853家: on the whole so many more. */
const NET_WITH_NOUN = /净(增|减)(?:加|少)?了?[^，。；\d增减到至为]{1,10}$/u

function withNoun(lead: string): Direction | null {
  const net = NET_WITH_NOUN.exec(lead)?.[1]
  if (net !== undefined) return net === '增' ? 'up' : 'down'
  const match = WITH_NOUN.exec(lead)
  if (match === null) return null
  const [, verb = '', noun = ''] = match
  if (/[到至为]$|^[到至为]|比例|占/u.test(noun)) return null
  return WAY.get(verb) ?? null
}
