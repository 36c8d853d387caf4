import {
  addExact,
  compareExact,
  formatScaled,
  parseExact,
  subtractExact,
  ZERO,
} from '../../shared/exact.ts'

/** How many of `values` are numbers, their exact sum, and their mean to one more decimal (half away from zero). */
export function sumAndMean(values: readonly string[]): {
  numbers: number
  sum: string | null
  mean: string | null
} {
  const numbers = values.map(parseExact).filter((value) => value !== null)
  if (numbers.length === 0) return { numbers: 0, sum: null, mean: null }
  const sum = numbers.reduce(addExact, ZERO)
  const tenfold = sum.units * 10n
  const count = BigInt(numbers.length)
  const half = tenfold < 0n ? -count : count
  const mean = (tenfold * 2n + half) / (count * 2n)
  return {
    numbers: numbers.length,
    sum: formatScaled(sum),
    mean: formatScaled({ units: mean, scale: sum.scale + 1 }),
  }
}

/** `a - b` of two plain decimals, or null where one of them is none. */
export function difference(a: string, b: string): string | null {
  const [from, off] = [parseExact(a), parseExact(b)]
  return from && off && formatScaled(subtractExact(from, off))
}

/** Order of two plain decimals: negative, 0 or positive; what is no number comes last. */
export function compareFigures(a: string, b: string): number {
  const [x, y] = [parseExact(a), parseExact(b)]
  return x && y ? compareExact(x, y) : (x ? 0 : 1) - (y ? 0 : 1)
}
