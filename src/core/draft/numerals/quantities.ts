import { addExact, compareExact, multiplyExact } from '../../../shared/exact.ts'
import type { Exact } from '../../../shared/exact.ts'
import { HIDDEN, withoutPassages } from '../prose/passages.ts'
import { arabicNumerals } from './arabic.ts'
import { chineseNumerals } from './chinese.ts'
import { maskNumerals } from './masks.ts'
import { scaleAt, unitAt, wholeUnitAt } from './match-unit.ts'
import type { Numeral } from './numeral.ts'
import type { Quantity } from './quantity.ts'
import { ranksOf } from './ranks.ts'
import { ratiosOf } from './ratios.ts'
import { saidNumbers } from './said-numbers.ts'

/**
 * Every number of a text with its scale and unit, in order, none overlapping; dates, list numbers,
 * names and the like are left out. A range is one quantity.
 *
 * @param text of a Plain text
 */
export function quantitiesOf(text: string): Quantity[] {
  const ranks = ranksOf(text)
  let left = withoutPassages(hide(text, ranks))
  const said = saidNumbers(left)
  left = hide(left, said)
  const ratios = ratiosOf(left)
  left = hide(left, ratios)
  const numerals = [...arabicNumerals(left), ...chineseNumerals(left), ...maskNumerals(left)].sort(
    (a, b) => a.start - b.start,
  )
  const read: Quantity[] = []
  let end = 0
  for (const numeral of numerals) {
    if (numeral.start < end) continue
    const quantity = quantityOf(left, numeral)
    if (quantity === null) continue
    const range = rangeOf(left, read.at(-1), quantity)
    if (range !== null) read.pop()
    read.push(range ?? quantity)
    end = quantity.end
  }
  return [...read, ...said, ...ratios, ...ranks].sort((a, b) => a.start - b.start)
}

function hide(text: string, taken: readonly { start: number; end: number }[]): string {
  let left = text
  for (const { start, end } of taken)
    left = left.slice(0, start) + HIDDEN.repeat(end - start) + left.slice(end)
  return left
}

/** 余, 多 between a number and its unit: more than so many. */
const MORE = /^[余多来]/u

function quantityOf(text: string, numeral: Numeral): Quantity | null {
  const { scale: behind, factor, extra, at, more } = scalesOf(text, numeral)
  const scale = behind === '' ? scaleWithin(text, numeral) : behind
  const from = skipped(text, numeral, at)
  const unit = wholeUnitAt(text, from, numeral.script)
  if (unit === null && isHollow(text, numeral, behind, more)) return null
  const bare = startsBare(text, numeral)
  const ahead = text[numeral.start - 1] ?? ''
  if (bare && !more && !/[近上超逾过约达]/u.test(ahead)) return null
  const value =
    numeral.value === null ? null : addExact(multiplyExact(numeral.value, factor), extra)
  const step = multiplyExact(more ? lastCounted(numeral) : numeral.step, factor)
  const rounded =
    scale !== '' ||
    numeral.step.scale > 0 ||
    unit?.is.sort === 'percent' ||
    unit?.is.sort === 'points'
  return {
    start: numeral.start,
    end: unit?.end ?? (behind === '' ? numeral.end : at),
    value,
    high: null,
    step,
    rounding: rounded ? 'rounded' : 'exact',
    decimals: numeral.step.scale,
    unit: unit?.is ?? null,
    quotedUnit: unit?.word ?? '',
    scale,
    script: numeral.script,
    negative: numeral.negative,
    more: more || (bare && ahead === '上'),
  }
}

/** 一千一百五十四亿 is quoted to 亿 as 1154亿 is. */
function scaleWithin(text: string, { script, end, start }: Numeral): string {
  const last = text[end - 1] ?? ''
  return script === 'chinese' && end - start > 1 && /[万亿]/u.test(last) ? last : ''
}

/** The weight of the last digit that is not 0: 2300余 is up to 2400. */
function lastCounted({ value, step }: Numeral): Exact {
  if (value === null || value.scale > 0) return step
  let weight = 1n
  while (value.units !== 0n && value.units % (weight * 10n) === 0n) weight *= 10n
  return { units: weight, scale: 0 }
}

/** Characters of numbers inside words, and masks of names: 一般, X中学. */
function isHollow(text: string, numeral: Numeral, scale: string, more: boolean): boolean {
  if (numeral.script === 'arabic') return false
  if (numeral.script === 'mask')
    return (
      !/[为达到]/u.test(text[numeral.start - 1] ?? '') ||
      !/[，。；、,;]/u.test(text[numeral.end] ?? '')
    )
  return scale === '' && !more && numeral.end - numeral.start < 3
}

/** 百余, 近千: a word of size without a number before it. */
function startsBare(text: string, { script, start }: Numeral): boolean {
  return script === 'chinese' && /[百千万亿]/u.test(text[start] ?? '')
}

const ONE: Exact = { units: 1n, scale: 0 }

/** What a number is multiplied by, and what is added to it: 1亿2300万 is 1 × 亿 + 2300万. */
function scalesOf(
  text: string,
  numeral: Numeral,
): { scale: string; factor: Exact; extra: Exact; at: number; more: boolean } {
  let [at, scale, factor, extra, more] = [numeral.end, '', ONE, { units: 0n, scale: 0 }, false]
  for (;;) {
    const from = skipped(text, numeral, at)
    if (unitAt(text, from, numeral.script) !== null) break
    if (MORE.test(text.slice(from, from + 1))) {
      const next = skipped(text, numeral, from + 1)
      if (scaleAt(text, next) === null && unitAt(text, next, numeral.script) === null) break
      more = true
      at = from + 1
      continue
    }
    const found = scale === '' ? scaleAt(text, from) : null
    if (found === null) break
    scale = found.word
    factor = { units: found.is, scale: 0 }
    at = found.end
    const smaller = /^(\d{1,4})([万千百])/u.exec(text.slice(at, at + 6))
    const below = smaller === null ? null : scaleAt(text, at + (smaller[1] ?? '').length)
    if (smaller !== null && below !== null && below.is < found.is) {
      extra = { units: BigInt(smaller[1] ?? '0') * below.is, scale: 0 }
      at = below.end
    }
  }
  return { scale, factor, extra, at, more }
}

/** Behind the spaces, or the line break of a wrapped line, that part a number from its unit. */
function skipped(text: string, numeral: Numeral, at: number): number {
  let next = at
  while (text[next] === ' ') next++
  const before = text.slice(Math.max(0, numeral.start - 3), numeral.start).trimEnd()
  const wrapped = text[next] === '\n' && /[\p{Script=Han}，、(]$/u.test(before)
  return wrapped && /^\n[\p{Script=Han}%]/u.test(text.slice(next, next + 2)) ? next + 1 : next
}

const TO = /^ ?(?:-{1,2}|~|至|到) ?$/u

/** 3-5亿元, 30%至40%: one quantity with both ends; null when the two do not make a range. */
function rangeOf(text: string, first: Quantity | undefined, second: Quantity): Quantity | null {
  if (first === undefined || first.value === null || second.value === null) return null
  if (first.high !== null || second.unit === null) return null
  const between = text.slice(first.end, second.start)
  if (!TO.test(between)) return null
  if (/[由从自]\P{Script=Han}{0,3}$/u.test(text.slice(Math.max(0, first.start - 8), first.start)))
    return null
  if (between.trim() === '到' && first.unit !== null) return null
  if (first.unit !== null && first.unit.base !== second.unit.base) return null
  const factor = first.unit === null && first.scale === '' ? factorOf(second) : ONE
  const low = multiplyExact(first.value, factor)
  if (compareExact(low, second.value) >= 0) return null
  return { ...second, start: first.start, value: low, high: second.value, decimals: first.decimals }
}

function factorOf({ scale }: Quantity): Exact {
  return scale === '' ? ONE : { units: scaleAt(scale, 0)?.is ?? 1n, scale: 0 }
}
