import type { RepairCause } from '../../shared/findings.ts'

/** A value a person may have meant, and how it came to be typed otherwise. */
export interface Meant {
  value: string
  cause: RepairCause
}

/**
 * Whole numbers that a person may have meant when `typed` was written, by the slips known from
 * keying: two digits exchanged, a digit doubled or left out, a place too many or too few, a wrong
 * sign (the classes of van der Loo & de Jonge, deducorrect: typographical and sign errors).
 * Only slips that can be undone from the figure itself; a digit left out is found by solving.
 */
export function slipsBehind(typed: string): Meant[] {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(typed)
  const [sign, digits, fraction] = [match?.[1] ?? '', match?.[2], match?.[3]]
  if (digits === undefined) return []
  const meant: Meant[] = []
  const offer = (whole: string, cause: RepairCause): void => {
    const value = `${sign}${whole.replace(/^0+(?=\d)/, '')}${fraction === undefined ? '' : `.${fraction}`}`
    if (value !== typed && !meant.some((one) => one.value === value)) meant.push({ value, cause })
  }
  for (let at = 0; at + 1 < digits.length; at++) {
    const [a = '', b = ''] = [digits[at], digits[at + 1]]
    if (a !== b && !(at === 0 && b === '0')) {
      offer(digits.slice(0, at) + b + a + digits.slice(at + 2), 'transposition')
    }
  }
  for (let at = 0; at < digits.length && digits.length > 1; at++) {
    const doubled = digits[at] === digits[at + 1]
    if (doubled) offer(digits.slice(0, at) + digits.slice(at + 1), 'doubled-digit')
  }
  if (fraction === undefined) {
    for (const places of [1, 2, 4]) {
      if (digits.endsWith('0'.repeat(places)) && digits.length > places) {
        offer(digits.slice(0, -places), 'magnitude')
      }
      offer(digits + '0'.repeat(places), 'magnitude')
    }
  }
  if (sign === '-') {
    meant.push({ value: typed.slice(1), cause: 'sign' })
  }
  return meant
}

/** How a typed figure may have come of the one that was meant; "other" when no known slip leads there. */
export function causeOf(typed: string, meant: string): RepairCause {
  const slip = slipsBehind(typed).find((one) => one.value === meant)
  if (slip !== undefined) return slip.cause
  if (typed === `-${meant}` || meant === `-${typed}`) return 'sign'
  const [a, b] = [typed.replace('-', ''), meant.replace('-', '')]
  if (b.length === a.length + 1 && isWithout(b, a)) return 'dropped-digit'
  if (a.length === b.length + 1 && isWithout(a, b)) return 'doubled-digit'
  if (b.length === a.length && differing(a, b) === 1) return 'mistyped-digit'
  return 'other'
}

/** Whether `shorter` is `longer` with one digit left out. */
function isWithout(longer: string, shorter: string): boolean {
  for (let at = 0; at < longer.length; at++) {
    if (longer.slice(0, at) + longer.slice(at + 1) === shorter) return true
  }
  return false
}

function differing(a: string, b: string): number {
  let count = 0
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) count++
  return count
}

const ORDER: RepairCause[] = [
  'sign',
  'transposition',
  'swapped',
  'magnitude',
  'doubled-digit',
  'dropped-digit',
  'mistyped-digit',
  'shifted',
  'total-not-updated',
  'last-year',
  'other',
]

/** How readily a cause is believed: known slips of keying first. */
export function rank(cause: RepairCause): number {
  return ORDER.indexOf(cause)
}
