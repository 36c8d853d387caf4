import { formatExact, parseExact, subtractExact, ZERO } from '../../../shared/exact.ts'
import type { Exact } from '../../../shared/exact.ts'

/** Significant digits that Excel keeps. */
const DIGITS = 15

/**
 * The number a cell can hold for a decimal string, null when it cannot hold it exactly: a double
 * gives back every decimal of at most 15 significant digits, and Excel cuts off what is beyond.
 *
 * @param text plain decimal ("3220.8"); anything else gives null
 */
export function cellNumber(text: string): number | null {
  if (isShortInteger(text)) return Number(text)
  const exact = parseExact(text)
  if (exact === null) return null
  const digits = formatExact(exact).replace(/[-.]/g, '').replace(/^0+/, '').replace(/0+$/, '')
  if (digits.length > DIGITS) return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}

/** Nearly every figure is one, and three million of them go through here. */
function isShortInteger(text: string): boolean {
  if (text.length === 0 || text.length > DIGITS) return false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 48 || code > 57) return false
  }
  return true
}

/** Digits behind the point that `value` really needs: 1 for 3220.80. */
export function decimalsOf(value: Exact): number {
  return formatExact(value).split('.')[1]?.length ?? 0
}

/** Number format with thousands separators and a fixed number of decimals. */
export function numberFormat(decimals: number): string {
  return decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0'
}

/** Characters that `text`, a decimal, takes in that format. */
export function formattedLength(text: string, decimals: number): number {
  const whole = text.replace(/^-/, '').split('.')[0]?.length ?? 0
  return whole + Math.floor((whole - 1) / 3) + (decimals > 0 ? decimals + 1 : 0) + 1
}

/** Difference of two decimal strings, exact; "" counts as 0. */
export function subtract(a: string, b: string): string {
  return formatExact(subtractExact(parseExact(a) ?? ZERO, parseExact(b) ?? ZERO))
}
