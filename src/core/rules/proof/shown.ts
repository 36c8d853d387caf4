import type { Num } from '../../model/number.ts'

/** A number as people read it: a plain decimal where it has one of a few digits, else a fraction. */
export function decimalOf(value: Num): string {
  if (typeof value === 'number') return String(value)
  const { top, bottom } = value
  for (let digits = 1; digits <= 6; digits += 1) {
    const scaled = top * 10n ** BigInt(digits)
    if (scaled % bottom !== 0n) continue
    const whole = scaled / bottom
    const text = String(whole < 0n ? -whole : whole).padStart(digits + 1, '0')
    return `${whole < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
  }
  return `${String(top)}/${String(bottom)}`
}
