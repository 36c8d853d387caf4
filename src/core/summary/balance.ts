import { compare, minus, numberOf, plus, round } from '../model/number.ts'
import type { Num } from '../model/number.ts'
import type { QuotedFigure } from './quoted-figure.ts'
import { unrounded } from './wording.ts'
import type { Quoted } from './wording.ts'

/** A quoted figure moved by controlled rounding, and the total that asked for it. */
export interface Adjustment {
  /** Index of the figure in the summary. */
  figure: number
  id: string
  from: Num
  to: Num
  /** Id of the total; null where shares make up 100%. */
  total: string | null
}

interface Part {
  figure: number
  quoted: Quoted
  exact: Num
}

/**
 * Controlled rounding (舍位平衡): where a sentence quotes a total and then, without another figure
 * of that kind between them, parts that make it up exactly, the rounded parts are made to add up
 * to the rounded total; shares that make up 100% likewise. Only parts are moved, by the method of
 * largest remainders (Hamilton's method; M. L. Balinski and H. P. Young, Fair Representation,
 * 1982; one-dimensional case of L. H. Cox, "A constructive procedure for unbiased controlled
 * rounding", JASA 82, 1987), each by less than one unit of its last place. Equal remainders: the
 * part quoted first is rounded up.
 */
export function balance(
  figures: readonly QuotedFigure[],
  find: (id: string) => Quoted | null,
): Adjustment[] {
  const moved = new Map<number, Adjustment>()
  for (const alike of alikeInSentence(figures, find)) {
    alike.forEach((total, at) => {
      const parts = partsOf(total.exact, alike.slice(at + 1))
      const { indicator } = total.quoted
      if (parts !== null) {
        apply(moved, parts, round(total.exact, indicator.decimals), indicator.id)
      }
    })
    const whole = alike[0]?.quoted.indicator.unit === '%' ? sharesOfWhole(alike) : null
    if (whole !== null) apply(moved, whole, 100, null)
  }
  return [...moved.values()].sort((a, b) => a.figure - b.figure)
}

/** Figures of one sentence with the same unit and decimals, in their order. */
function alikeInSentence(
  figures: readonly QuotedFigure[],
  find: (id: string) => Quoted | null,
): Part[][] {
  const groups = new Map<string, Part[]>()
  figures.forEach(({ id, form, sentence }, figure) => {
    const quoted = find(id)
    const exact =
      quoted === null || (form !== 'value' && form !== 'number') ? null : unrounded(quoted)
    if (quoted === null || exact === null) return
    const { unit, decimals, prefix } = quoted.indicator
    const key = [sentence, unit, decimals, prefix].join('|')
    groups.set(key, [...(groups.get(key) ?? []), { figure, quoted, exact }])
  })
  return [...groups.values()]
}

/** The first parts of a list, two at least, that make up a total exactly; null when none do. */
function partsOf(total: Num, list: Part[]): Part[] | null {
  let sum: Num = 0
  for (const [index, part] of list.entries()) {
    sum = plus(sum, part.exact)
    if (index > 0 && compare(sum, total) === 0) return list.slice(0, index + 1)
  }
  return null
}

function sharesOfWhole(alike: Part[]): Part[] | null {
  for (let from = 0; from < alike.length; from++) {
    const parts = partsOf(100, alike.slice(from))
    if (parts !== null) return parts
  }
  return null
}

function apply(
  moved: Map<number, Adjustment>,
  parts: Part[],
  target: Num,
  total: string | null,
): void {
  const decimals = parts[0]?.quoted.indicator.decimals ?? 0
  const rounded = largestRemainders(
    parts.map(({ exact }) => exact),
    target,
    decimals,
  )
  parts.forEach(({ figure, quoted, exact }, index) => {
    const from = round(exact, decimals)
    const to = rounded[index] ?? from
    const { id } = quoted.indicator
    if (compare(from, to) !== 0 && !moved.has(figure)) {
      moved.set(figure, { figure, id, from, to, total })
    }
  })
}

/**
 * Values rounded at `decimals` so that they add up to `target`. The exact values add up to
 * `target` before it was rounded.
 */
export function largestRemainders(values: Num[], target: Num, decimals: number): Num[] {
  const step = numberOf(decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`) ?? 1
  const down = values.map((value) => {
    const near = round(value, decimals)
    return compare(near, value) > 0 ? minus(near, step) : near
  })
  const byRemainder = values
    .map((value, index) => ({ index, rest: minus(value, down[index] ?? 0) }))
    .sort((a, b) => compare(b.rest, a.rest) || a.index - b.index)
  const result = [...down]
  let lacking = minus(target, down.reduce(plus, 0))
  for (const { index } of byRemainder) {
    if (compare(lacking, step) < 0) break
    result[index] = plus(result[index] ?? 0, step)
    lacking = minus(lacking, step)
  }
  return result
}
