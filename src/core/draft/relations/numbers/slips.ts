import { formatScaled, parseExact } from '../../../../shared/exact.ts'
import type { Slip } from '../../../../shared/draft-rules.ts'
import { compare, fraction, numberOf, over, times } from '../../../model/number.ts'
import type { Num } from '../../../model/number.ts'
import type { Figure } from '../../../model/draft/figure.ts'
import { numOf, widened, exactly } from './bounds.ts'
import type { Bounds } from './bounds.ts'

/** A figure as it may have been meant before a typist's slip. */
export interface Variant {
  readonly kind: Slip
  /** The figure as it would read. */
  readonly text: string
  /** Positive; what it would allow. */
  readonly bounds: Bounds
}

const SCALES: Record<string, bigint> = { 十: 10n, 百: 100n, 千: 1000n, 万: 10000n, 亿: 100000000n }

/** 万 → 10,000; 百万 → 1,000,000. */
export function factorOf(scale: string): Num {
  return fraction(
    Array.from(scale).reduce((product, one) => product * (SCALES[one] ?? 1n), 1n),
    1n,
  )
}

/** One unit of the last digit quoted, in base units: of 29.48万, 100. */
export function lastDigit(figure: Figure): Num {
  return times(factorOf(figure.scale), fraction(1n, 10n ** BigInt(figure.decimals)))
}

/** Whether the quoted digits stand for a rounded number: a plain integer counts. */
export function isRounded({ decimals, scale, unit }: Figure): boolean {
  return decimals > 0 || scale !== '' || unit === '%' || unit === '‰' || unit === '百分点'
}

/** A number of things that cannot be divided. */
function isCount(figure: Figure): boolean {
  return !isRounded(figure) && figure.unit !== '元'
}

/** Slips that leave other digits than were meant, the likelier first. What was meant is the variant. */
export function variantsOf(figure: Figure): Variant[] {
  const written = writtenOf(figure)
  if (written === null) return []
  const seen = new Set([written])
  const found: Variant[] = []
  for (const [kind, number] of misread(written)) {
    if (seen.has(number)) continue
    seen.add(number)
    const variant = variantFrom(figure, kind, number, figure.scale)
    if (variant !== null) found.push(variant)
  }
  return [...scaled(figure, written), ...found]
}

/** The digits as written, in Arabic: of 四十八所 48, of 29.48万人 29.48. */
function writtenOf({ value, scale, decimals }: Figure): string | null {
  if (value === null) return null
  const number = over(numOf(value), factorOf(scale))
  if (number === null) return null
  const shifted = times(number, fraction(10n ** BigInt(decimals), 1n))
  if (typeof shifted !== 'number') return null
  return formatScaled({ units: BigInt(shifted), scale: decimals })
}

/** 万 or 亿 left out, added, or taken for each other. */
function scaled(figure: Figure, written: string): Variant[] {
  // 2.86个 are no number of things.
  const halves = figure.decimals > 0 && /^[个名件张台套份]$/u.test(figure.unit)
  if (!halves && !/^[元人册亩]|平方米|人次|立方米|公里/u.test(figure.unit)) return []
  // Nothing, whatever its scale.
  if (/^[0.]+$/.test(written)) return []
  return ['', '万', '亿'].flatMap((scale) => {
    if (scale === figure.scale) return []
    const less = compare(factorOf(scale), factorOf(figure.scale)) < 0
    const variant = variantFrom(figure, less ? 'scale-added' : 'scale-missing', written, scale)
    return variant === null ? [] : [variant]
  })
}

function* misread(written: string): Generator<[Slip, string]> {
  const digits = Array.from(written)
  const put = (at: number, count: number, ...by: string[]): string =>
    digits.toSpliced(at, count, ...by).join('')
  // Two figures that follow each other, the decimal point left where it is: 89.33, 83.93.
  const places = digits.flatMap((digit, at) => (digit === '.' ? [] : [at]))
  for (const [order, at] of places.entries()) {
    const next = places[order + 1]
    if (next === undefined) continue
    yield [
      'swapped',
      digits
        .with(at, digits[next] ?? '')
        .with(next, digits[at] ?? '')
        .join(''),
    ]
  }
  yield* shifted(written)
  // Behind the point a digit too many would only say more exactly the same, unless it stands twice.
  const point = written.includes('.') ? digits.indexOf('.') : digits.length
  for (const [at, digit] of digits.entries()) {
    if (digit === '.') continue
    for (let other = 0; other < 10; other += 1) yield ['digit', put(at, 1, String(other))]
  }
  for (const [at, digit] of digits.entries())
    if (digit !== '.' && (at < point || digit === digits[at - 1])) yield ['added', put(at, 1)]
  for (let at = 0; at <= digits.length; at += 1)
    for (let other = 0; other < 10; other += 1) yield ['missing', put(at, 0, String(other))]
}

/** The decimal point one or two places off, or left out. */
function* shifted(written: string): Generator<[Slip, string]> {
  const point = written.indexOf('.')
  const plain = written.replace('.', '')
  const places = point < 0 ? 0 : plain.length - point
  for (const by of [-2, -1, 1, 2]) {
    const decimals = places + by
    if (decimals < 0) {
      if (point >= 0) yield ['point', plain + '0'.repeat(-decimals)]
      continue
    }
    const padded = plain.padStart(decimals + 1, '0')
    const cut = padded.length - decimals
    const whole = padded.slice(0, cut).replace(/^0+(?=\d)/, '')
    // Nobody writes 8.0 for 8 where the figure has no point.
    if (point < 0 && /^0*$/.test(padded.slice(cut)) && decimals > 0) continue
    yield ['point', decimals === 0 ? whole : `${whole}.${padded.slice(cut)}`]
  }
}

function variantFrom(figure: Figure, kind: Slip, number: string, scale: string): Variant | null {
  if (/^0\d/.test(number) || !/^\d+(\.\d+)?$/.test(number)) return null
  if (number.includes('.') && figure.decimals === 0 && isCount(figure)) return null
  const value = numberOf(number)
  const exact = parseExact(number)
  if (value === null || exact === null) return null
  const factor = factorOf(scale)
  const size = times(value, factor)
  const meant = { ...figure, scale, decimals: exact.scale }
  const half = times(lastDigit(meant), fraction(1n, 2n))
  const bounds = isRounded(meant) ? widened(exactly(size), half) : exactly(size)
  return { kind, text: `${number}${scale}${figure.quotedUnit}`, bounds }
}
