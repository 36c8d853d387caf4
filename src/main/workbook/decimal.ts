/**
 * A number as a plain decimal with the digits that Excel shows: at most 15 significant ones,
 * no exponent, no needless zeros, no "-0". 0.1 + 0.2 is "0.3".
 *
 * @param value a finite number
 */
export function decimalText(value: number): string {
  if (value === 0) return '0'
  const shortest = String(value)
  const digits = shortest.replace(/e.*$/, '').replace(/[-.]/g, '').replace(/^0+/, '')
  return digits.length <= 15 ? unfold(shortest) : unfold(value.toPrecision(15))
}

/**
 * The number written in a file as a plain decimal. Whole numbers keep every digit the file has,
 * also where they are longer than a machine number; others are cut to 15 significant digits.
 * Null when `text` is no number.
 */
export function decimalOf(text: string): string | null {
  const trimmed = text.trim()
  if (/^-?\d+$/.test(trimmed)) {
    const whole = trimmed.replace(/^(-?)0+(?=\d)/, '$1')
    return whole === '-0' ? '0' : whole
  }
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(trimmed)) return null
  const value = Number(trimmed)
  return Number.isFinite(value) ? decimalText(value) : null
}

/** "1.5e-7" as "0.00000015". */
function unfold(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e')
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const point = whole.length + Number(exponent)
  const digits = whole + fraction
  const padded = digits.padEnd(point, '0').padStart(digits.length + Math.max(0, 1 - point), '0')
  const place = Math.max(1, point)
  const rest = padded.slice(place).replace(/0+$/, '')
  return sign + padded.slice(0, place) + (rest === '' ? '' : `.${rest}`)
}
