import type { Evidence } from '../../../shared/evidence.ts'
import type { School } from '../../../shared/model.ts'
import { codeOf } from '../../../shared/register.ts'
import { editDistance } from '../../forms/label.ts'
import { plain } from './piece.ts'
import type { Piece } from './piece.ts'
import type { Register } from './register.ts'

/** The codes written in a file: each by the letter, else as a spreadsheet mangles it, else one slip away. */
export function codePiece(codes: readonly string[], register: Register): Piece {
  const fits: Piece['fits'] = new Map()
  const put = (schools: readonly School[], how: Evidence['how'], text: string): void => {
    for (const { id } of schools) if (!fits.has(id)) fits.set(id, { kind: 'code', how, text })
  }
  for (const code of codes) put(register.byCode.get(plain(code)) ?? [], 'exact', code)
  for (const code of codes) put(register.byFormerCode.get(plain(code)) ?? [], 'other', code)
  if (fits.size > 0) return { kind: 'code', texts: [...codes], fits }
  for (const code of codes) put(restored(code, register), 'other', code)
  if (fits.size > 0) return { kind: 'code', texts: [...codes], fits }
  for (const code of codes)
    put(
      register.schools.filter((school) => isOneSlip(plain(code), plain(codeOf(school)))),
      'alike',
      code,
    )
  return { kind: 'code', texts: [...codes], fits }
}

/** Schools whose code was made into this: leading zeros gone, 2.19E+09, hyphens typed in between. */
function restored(code: string, { schools }: Register): School[] {
  const bare = (text: string): string =>
    plain(text)
      .replace(/^'|\.0+$|[-‐–—_.·]/gu, '')
      .replace(/^0+(?=.)/u, '')
  const written = /^(\d)(?:\.(\d+))?e\+?(\d+)$/u.exec(plain(code))
  if (written === null) {
    const same = bare(code)
    return schools.filter((school) => bare(codeOf(school)) === same)
  }
  const [, first = '', rest = '', power = ''] = written
  const length = Number(power) + 1
  const digits = first + rest
  return schools.filter((school) => {
    const own = bare(codeOf(school))
    return /^\d+$/u.test(own) && own.length === length && roundsTo(own, digits)
  })
}

/** Whether a number's digits, rounded to as many as are written, are those written. */
function roundsTo(own: string, digits: string): boolean {
  const shown = digits.padEnd(own.length, '0')
  const unit = 10n ** BigInt(own.length - Math.min(digits.length, own.length))
  const apart = BigInt(own) - BigInt(shown.slice(0, own.length))
  return (apart < 0n ? -apart : apart) * 2n <= unit && (unit > 1n || apart === 0n)
}

/** One character wrong, missing or too many, or two neighbours exchanged. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  if (editDistance(a, b) <= 1) return true
  if (a.length !== b.length) return false
  let at = 0
  while (a[at] === b[at]) at++
  return a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b
}

/** Whether a code could be meant for a school's although it is neither it nor one slip away. */
export function isNearly(code: string, school: School): boolean {
  return editDistance(plain(code), plain(codeOf(school))) <= 2
}
