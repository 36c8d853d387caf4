import { compare } from '../../../model/number.ts'
import type { Num } from '../../../model/number.ts'
import { numOf } from '../numbers/bounds.ts'
import { familyOf } from '../text/units.ts'
import { grouped } from '../text/grouped.ts'
import { arePeriods, isPeriod } from '../text/families.ts'
import { isPerHead, labelOf } from '../text/label.ts'
import type { Mention } from '../text/mention.ts'
import type { Role } from '../text/role.ts'

/** A list of parts: the figures before it that can be its total (nearest first), and the figures in it. */
export interface PartList {
  readonly cue: 'bracket' | 'of-which' | 'among' | 'aspect' | 'implied'
  readonly totals: readonly Mention[]
  /** Figures further up that may be the total, but that nothing says are. */
  readonly farther: readonly Mention[]
  /** What the text counts between its totals and it, besides what it says of these (比上年增加, 完成预算的). */
  readonly between?: readonly Mention[]
  readonly parts: readonly Mention[]
  /** The same list taken further: past lists inside it. */
  readonly wider: readonly Mention[]
}

/** Parts of one kind (levels, or changes) and unit. */
export interface Parts {
  readonly cue: PartList['cue']
  readonly role: Role
  readonly totals: readonly Mention[]
  readonly farther: readonly Mention[]
  /** What the text counts between its totals and it, besides what it says of these (比上年增加, 完成预算的). */
  readonly between?: readonly Mention[]
  readonly parts: readonly Mention[]
  readonly wider: readonly Mention[]
  /** What the rows are called in which the parts stand, one for each, where their own labels only tell the measure. */
  readonly rows?: readonly string[] | undefined
}

/** What adds up with nothing: ratios, marks of examinations. */
const NOT_ADDED = new Set(['比', '倍', '分', '天', '年'])

/** A list's figures sorted by what can be added up: levels in one unit, or changes in one unit. */
export function partsByKind({ cue, totals, farther, between, parts, wider }: PartList): Parts[] {
  const schools = [...totals, ...parts].some(({ figure }) => figure.unit === '所')
  const kindOf = (one: Mention): string => kindIn(one, schools)
  const kinds = grouped(parts.filter(adds), kindOf)
  return [...kinds].flatMap(([kind, all]) => {
    const some = ofPeriods(withoutLeap(all))
    const [first] = some
    if (first === undefined || areSmallAmounts(some)) return []
    const alike = (one: Mention): boolean => adds(one) && kindOf(one) === kind
    const fitting = totals.filter((one) => alike(one) && !isOfOtherPlaces(one, some))
    if (fitting.length === 0) return []
    return [
      {
        cue,
        role: first.role,
        totals: fitting,
        farther: farther.filter(alike),
        ...(between !== undefined && { between }),
        parts: some,
        wider: withoutLeap(wider.filter(alike)),
      },
    ]
  })
}

/** 招聘教师412人，其中研究生86人；大班额降到1.5%；本科上线3256人: behind another matter the list is over. */
function withoutLeap(parts: readonly Mention[]): readonly Mention[] {
  const end = parts.findIndex(
    (one, at) => at > 0 && one.segment > (parts[at - 1]?.segment ?? one.segment) + 1,
  )
  return end < 0 ? parts : parts.slice(0, end)
}

/** 2021年118名、2022年131名，交流轮岗512人次: what names no time is told behind such a list. */
function ofPeriods(parts: readonly Mention[]): readonly Mention[] {
  const end = parts.findIndex((one) => !isPeriod(labelOf(one)))
  return end < 2 || !arePeriods(parts.slice(0, end).map(labelOf)) ? parts : parts.slice(0, end)
}

function adds(one: Mention): boolean {
  const amount = one.role === 'level' || one.role === 'change' || one.role === 'previous'
  return amount && !isPerHead(one) && !NOT_ADDED.has(one.figure.unit)
}

/** 个 counts anything: with schools go the 教学点 alone. */
function kindIn(one: Mention, schools: boolean): string {
  const { unit } = one.figure
  const family = familyOf(unit)
  const own = family === '所' && !(schools && unit === '个' && /教学点/u.test(one.lead + one.tail))
  return `${one.role} ${own ? unit : family}`
}

/** 全省14个市中，有21个县: counties are no parts of cities, though both are counted with 个. */
function isOfOtherPlaces(total: Mention, parts: readonly Mention[]): boolean {
  const own = PLACE.exec(total.tail)?.[1]
  const others = parts.map(({ tail }) => PLACE.exec(tail)?.[1])
  return own !== undefined && others.some((other) => other !== undefined && other !== own)
}

const PLACE = /^[（(]?(省|[市县区镇乡](?!直|属)|街道|社区|村)/u

/** So much in 元 without 万 is an amount for each pupil, or a price, wherever that was said. */
const SMALL: Num = 100000

function areSmallAmounts(parts: readonly Mention[]): boolean {
  return parts.every(
    ({ figure: { unit, scale, value } }) =>
      unit === '元' && scale === '' && value !== null && compare(numOf(value), SMALL) < 0,
  )
}
