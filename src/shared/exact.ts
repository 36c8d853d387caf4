/**
 * Decimal numbers held exactly: `units` ÷ 10^`scale`. Sums are integer sums, so 0.1 + 0.2 is 0.3
 * and a county's total does not depend on the order of its schools.
 */
export interface Exact {
  readonly units: bigint
  readonly scale: number
}

export const ZERO: Exact = { units: 0n, scale: 0 }

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/

/** The number written in `text` ("-12", "3220.80"), null when it is no plain decimal. Trailing zeros are kept in the scale. */
export function parseExact(text: string): Exact | null {
  const match = PLAIN.exec(text)
  if (!match) return null
  const [, sign, whole, fraction = ''] = match
  const units = BigInt(`${whole}${fraction}`)
  return { units: sign === '-' ? -units : units, scale: fraction.length }
}

/** Plain decimal without needless zeros: "3220.8", "-12", "0". */
export function formatExact(value: Exact): string {
  const text = formatScaled(value)
  return value.scale > 0 ? text.replace(/\.?0+$/, '') : text
}

/** Plain decimal with every place of its scale: "3220.80". */
export function formatScaled({ units, scale }: Exact): string {
  const negative = units < 0n
  const digits = String(negative ? -units : units).padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  const text = scale > 0 ? `${whole}.${digits.slice(-scale)}` : whole
  return negative ? `-${text}` : text
}

function rescale(value: Exact, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale)
}

export function addExact(a: Exact, b: Exact): Exact {
  if (a.scale === b.scale) return { units: a.units + b.units, scale: a.scale }
  const scale = Math.max(a.scale, b.scale)
  return { units: rescale(a, scale) + rescale(b, scale), scale }
}

export function subtractExact(a: Exact, b: Exact): Exact {
  return addExact(a, { units: -b.units, scale: b.scale })
}

export function multiplyExact(a: Exact, b: Exact): Exact {
  return { units: a.units * b.units, scale: a.scale + b.scale }
}

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compareExact(a: Exact, b: Exact): number {
  const scale = Math.max(a.scale, b.scale)
  const difference = rescale(a, scale) - rescale(b, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Whether there is nothing behind the decimal point. */
export function isWhole(value: Exact): boolean {
  return value.units % 10n ** BigInt(value.scale) === 0n
}

/** Adds decimals one by one; integers below 2^53 stay in machine numbers, which is what keeps large sums fast. */
export class ExactSum {
  private small = 0
  private large: Exact = ZERO

  add(text: string): void {
    if (/^-?\d{1,14}$/.test(text)) {
      const next = this.small + Number(text)
      if (Number.isSafeInteger(next)) {
        this.small = next
        return
      }
    }
    const value = parseExact(text)
    if (value === null) throw new TypeError(`not a decimal: ${text}`)
    this.large = addExact(this.large, value)
  }

  value(): Exact {
    return addExact(this.large, { units: BigInt(this.small), scale: 0 })
  }

  toString(): string {
    return formatExact(this.value())
  }
}
