/** Weights and check digits of GB 11643-1999 (ISO 7064, MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK = '10X98765432'

/** What is wrong with an identity number: its length, the day of birth in it, or its check digit; null for nothing. */
export function identityFault(text: string): 'length' | 'birth' | 'check' | null {
  if (!/^\d{17}[\dX]$/u.test(text)) return /^\d{15}$/u.test(text) ? birthFault(text) : 'length'
  return birthFault(text) ?? (text[17] === checkDigit(text) ? null : 'check')
}

function birthFault(text: string): 'birth' | null {
  return bornIn(text) === null ? 'birth' : null
}

/** The check digit of the first 17 digits. */
export function checkDigit(text: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(text[i] ?? 0), 0)
  return CHECK[sum % 11] ?? ''
}

/** The day of birth in an identity number of 18 or 15 places, ISO; null where it is no day. */
export function bornIn(text: string): string | null {
  const match =
    /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/u.exec(text) ??
    /^\d{6}(\d{2})(\d{2})(\d{2})\d{3}$/u.exec(text)
  if (match === null) return null
  const [, early = '', month = '', day = ''] = match
  const year = early.length === 2 ? `19${early}` : early
  const leap = (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0
  const fits = Number(year) >= 1850 && Number(day) >= 1 && Number(day) <= days
  return fits ? `${year}-${month}-${day}` : null
}

/** The sex that an identity number says; null where it is none. */
export function sexIn(text: string): '男' | '女' | null {
  const digit = /^\d{17}[\dX]$/u.test(text)
    ? text[16]
    : /^\d{15}$/u.test(text)
      ? text[14]
      : undefined
  return digit === undefined ? null : Number(digit) % 2 === 1 ? '男' : '女'
}

/** An identity number for people to see: region and the last two places, the rest as stars. */
export function masked(text: string): string {
  if (text.length <= 8) return text === '' ? '' : '*'.repeat(text.length)
  return text.slice(0, 6) + '*'.repeat(text.length - 8) + text.slice(-2)
}

/** A text in which what could be identity numbers is masked: what is told of a row names nobody by number. */
export function withoutIdentities(text: string): string {
  return text.replaceAll(/\d{15,17}[\dXx]?/gu, masked)
}
