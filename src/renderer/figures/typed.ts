import { withoutSeparators } from '../../shared/separators.ts'

/**
 * What a person typed or pasted into a number cell, as a plain decimal string. Full-width digits,
 * spaces around, thousands separators at their proper places and a leading "+" are understood;
 * "" stays blank. null: not a number, and nothing is guessed ("2000万", "3-5", "1,2").
 */
export function typedNumber(text: string): string | null {
  const plain = text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u00a0]+/g, ' ')
    .replace(/\u2212/g, '-')
    .trim()
  if (plain === '') return ''
  const number = withoutSeparators(plain)
  if (number === null) return null
  const digits = number.replace(/^[+-]/, '').replace(/^0+(?=\d)/, '')
  return (number.startsWith('-') ? '-' : '') + digits
}
