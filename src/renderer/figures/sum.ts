/** Exact sums of plain decimal strings; floating-point numbers never touch a figure. */

interface Scaled {
  units: bigint
  decimals: number
}

function scaled(value: string): Scaled | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value)
  if (!parts) return null
  const [, sign = '', whole = '', fraction = ''] = parts
  const units = BigInt(whole + fraction)
  return { units: sign === '-' ? -units : units, decimals: fraction.length }
}

function plain({ units, decimals }: Scaled): string {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  const sign = units < 0n ? '-' : ''
  return sign + digits.slice(0, cut) + (decimals > 0 ? `.${digits.slice(cut)}` : '')
}

function add(values: readonly string[]): (Scaled & { count: number }) | null {
  let units = 0n
  let decimals = 0
  let count = 0
  for (const value of values) {
    const one = scaled(value)
    if (!one) continue
    count += 1
    if (one.decimals > decimals) {
      units *= 10n ** BigInt(one.decimals - decimals)
      decimals = one.decimals
    }
    units += one.units * 10n ** BigInt(decimals - one.decimals)
  }
  return count === 0 ? null : { units, decimals, count }
}

/** How many of `values` are numbers, their exact sum, and their mean to one more decimal (half away from zero). */
export function sumAndMean(values: readonly string[]): {
  numbers: number
  sum: string | null
  mean: string | null
} {
  const total = add(values)
  if (!total) return { numbers: 0, sum: null, mean: null }
  const tenfold = total.units * 10n
  const count = BigInt(total.count)
  const half = tenfold < 0n ? -count : count
  const mean = (tenfold * 2n + half) / (count * 2n)
  return {
    numbers: total.count,
    sum: plain(total),
    mean: plain({ units: mean, decimals: total.decimals + 1 }),
  }
}

/** `a - b` of two plain decimals, or null where one of them is none. */
export function difference(a: string, b: string): string | null {
  const from = scaled(b)
  if (!from || !scaled(a)) return null
  const sum = add([a, plain({ units: -from.units, decimals: from.decimals })])
  return sum ? plain(sum) : null
}

/** Order of two plain decimals: negative, 0 or positive; what is no number comes last. */
export function compareFigures(a: string, b: string): number {
  const x = scaled(a)
  const y = scaled(b)
  if (!x || !y) return (x ? 0 : 1) - (y ? 0 : 1)
  const decimals = Math.max(x.decimals, y.decimals)
  const left = x.units * 10n ** BigInt(decimals - x.decimals)
  const right = y.units * 10n ** BigInt(decimals - y.decimals)
  return left < right ? -1 : left > right ? 1 : 0
}
