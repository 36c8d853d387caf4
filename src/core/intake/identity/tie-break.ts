import type { Candidate, EvidenceKind } from '../../../shared/evidence.ts'
import type { School } from '../../../shared/model.ts'
import { isOutside, plain } from './piece.ts'
import type { Piece } from './piece.ts'
import type { Register } from './register.ts'

/** What may tell schools apart between which all else is a tie. */
export interface Around {
  /** The file's path. */
  path: string
  /** Schools of which another file has come that says whose it is, with its name. */
  sent: Readonly<Record<string, string>>
}

interface Tie extends Around {
  /** File and folder names that are counted already. */
  heard: readonly string[]
  /** Whether the same evidence speaks for all. */
  alike: boolean
}

type TieBreak = (tied: readonly School[], tie: Tie) => Piece | null

/** Of schools in several towns the one whose town the path names, where it names no school ("双桥镇/中心小学.xlsx"). */
const byTown: TieBreak = (tied, { path, heard }) => {
  const parts = path.split('/').filter((part) => !heard.some((text) => part.startsWith(text)))
  const given = plain(parts.join('/'))
  const named = tied.flatMap((school) => {
    const town = townsOf(school).find((one) => given.includes(one) || given.includes(stem(one)))
    return town === undefined ? [] : [{ school, town }]
  })
  const [only, ...others] = named
  return only === undefined || others.length > 0 ? null : piece('town', only.school, only.town)
}

function townsOf({ attributes }: School): string[] {
  return Object.entries(attributes).flatMap(([column, text]) =>
    /乡镇|镇街|街道|学区|片区/u.test(column) && plain(text).length >= 2 ? [plain(text)] : [],
  )
}

function stem(town: string): string {
  const rest = town.replace(/(?:镇|乡|街道|办事处)$/u, '')
  return rest.length >= 2 ? rest : town
}

/** Of schools for which the very same speaks the only one that is not closed. */
const byState: TieBreak = (tied, { alike }) => {
  if (!alike) return null
  const [only, ...others] = tied.filter(isOpen)
  return only === undefined || others.length > 0 ? null : piece('open', only, only.status)
}

/**
 * The only one of which nothing else has come: a neighbour's file was filled in, and its code or its
 * name left standing.
 */
const bySent: TieBreak = (tied, { sent }) => {
  const sentBy = ({ id }: School): string | undefined =>
    Object.hasOwn(sent, id) ? sent[id] : undefined
  const [open, ...others] = tied.filter((school) => sentBy(school) === undefined)
  const other = tied.find((school) => school !== open)
  if (open === undefined || others.length > 0 || other === undefined || !isOpen(open)) return null
  return piece('sent', open, sentBy(other) ?? '')
}

const isOpen = ({ active, mergedInto }: School): boolean => active && mergedInto === undefined

function piece(kind: EvidenceKind, { id }: School, text: string): Piece {
  return { kind, texts: [text], fits: new Map([[id, { kind, how: 'exact', text }]]) }
}

/** What breaks a tie, in the order in which it is asked; none of it is asked where there is none. */
const TIE_BREAKS: readonly TieBreak[] = [byTown, byState, bySent]

/** The first thing that tells the tied schools apart; null where nothing does. */
export function tieBreak(
  candidates: readonly Candidate[],
  around: Around,
  { byId }: Register,
): Piece | null {
  if (candidates.length < 2) return null
  const tied = candidates.flatMap(({ school }) => byId.get(school) ?? [])
  const pieces = candidates.map(({ evidence = [] }) => evidence)
  const tie: Tie = {
    ...around,
    heard: pieces.flat().flatMap(({ kind, text }) => (isOutside(kind) ? [text] : [])),
    alike: new Set(pieces.map((own) => JSON.stringify(own))).size === 1,
  }
  for (const ask of TIE_BREAKS) {
    const found = ask(tied, tie)
    if (found !== null) return found
  }
  return null
}
