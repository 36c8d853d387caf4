import { bornIn } from './identity-number.ts'

/**
 * Full years at a day. Of a birth known to the month only, the birthday is taken as reached in that
 * month.
 *
 * @param born ISO day or month ("1985-03-12", "1985-03"), or an identity number
 * @param at ISO day
 * @returns null where either is no such date
 */
export function ageAt(born: string, at: string): number | null {
  const birth = /^\d{4}-\d{2}(?:-\d{2})?$/u.test(born) ? born : bornIn(born)
  if (birth === null || !/^\d{4}-\d{2}-\d{2}$/u.test(at)) return null
  const years = Number(at.slice(0, 4)) - Number(birth.slice(0, 4))
  const reached = at.slice(5, 5 + birth.length - 5) >= birth.slice(5)
  const age = reached ? years : years - 1
  return age >= 0 && age <= 130 ? age : null
}
