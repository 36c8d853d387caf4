import { compare } from '../../../model/number.ts'
import type { Num } from '../../../model/number.ts'
import { numOf } from '../numbers/bounds.ts'
import { familyOf } from '../text/units.ts'
import { isPerHead } from '../text/label.ts'
import type { Mention } from '../text/mention.ts'
import type { Role } from '../text/role.ts'

/** A list of parts: the figures before it that can be its total (nearest first), and the figures in it. */
export interface PartList {
  readonly cue: 'bracket' | 'of-which' | 'among'
  readonly totals: readonly Mention[]
  readonly parts: readonly Mention[]
  /** The same list taken further: past lists inside it. */
  readonly wider: readonly Mention[]
}

/** Parts of one kind (levels, or changes) and unit. */
export interface Parts {
  readonly cue: PartList['cue']
  readonly role: Role
  readonly family: string
  readonly totals: readonly Mention[]
  readonly parts: readonly Mention[]
  readonly wider: readonly Mention[]
}

/** What adds up with nothing: ratios, marks of examinations. */
const NOT_ADDED = new Set(['比', '倍', '分', '天', '年'])

/** A list's figures sorted by what can be added up: levels in one unit, or changes in one unit. */
export function partsByKind({ cue, totals, parts, wider }: PartList): Parts[] {
  const kinds = new Map<string, Mention[]>()
  for (const part of parts) {
    if (part.role === 'growth' || part.role === 'points' || part.role === 'share') continue
    if (isPerHead(part) || NOT_ADDED.has(part.figure.unit)) continue
    const key = `${part.role} ${familyOf(part.figure.unit)}`
    kinds.set(key, [...(kinds.get(key) ?? []), part])
  }
  return [...kinds.values()].flatMap((some) => {
    const [first] = some
    if (first === undefined) return []
    const family = familyOf(first.figure.unit)
    if (areSmallAmounts(some)) return []
    const fitting = totals.filter(
      (total) =>
        total.role === first.role && familyOf(total.figure.unit) === family && !isPerHead(total),
    )
    if (fitting.length === 0) return []
    const further = wider.filter(
      (one) => one.role === first.role && familyOf(one.figure.unit) === family && !isPerHead(one),
    )
    return [{ cue, role: first.role, family, totals: fitting, parts: some, wider: further }]
  })
}

/** So much in 元 without 万 is an amount for each pupil, or a price, wherever that was said. */
const SMALL: Num = 100000

function areSmallAmounts(parts: readonly Mention[]): boolean {
  return parts.every(
    ({ figure: { unit, scale, value } }) =>
      unit === '元' && scale === '' && value !== null && compare(numOf(value), SMALL) < 0,
  )
}
