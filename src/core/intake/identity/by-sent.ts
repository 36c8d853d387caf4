import type { Candidate } from '../../../shared/evidence.ts'
import type { Piece } from './piece.ts'
import type { Register } from './register.ts'

/**
 * Of schools between which all else is a tie, the only one of which nothing else has come: a
 * neighbour's file was filled in, and its code or its name left standing. Null where none or several
 * are still to send.
 *
 * @param sent schools of which another file has come, with its name
 */
export function sentPiece(
  tied: readonly Candidate[],
  sent: Readonly<Record<string, string>>,
  { byId }: Register,
): Piece | null {
  const sentBy = (id: string): string | undefined =>
    Object.hasOwn(sent, id) ? sent[id] : undefined
  const [open, ...others] = tied.filter(({ school }) => sentBy(school) === undefined)
  const other = tied.find(({ school }) => school !== open?.school)
  if (open === undefined || others.length > 0 || other === undefined) return null
  const school = byId.get(open.school)
  if (school?.active !== true || school.mergedInto !== undefined) return null
  const text = sentBy(other.school) ?? ''
  const fits: Piece['fits'] = new Map([[open.school, { kind: 'sent', how: 'exact', text }]])
  return { kind: 'sent', texts: [text], fits }
}
