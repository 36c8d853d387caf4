import type { Candidate, Evidence } from '../../../shared/evidence.ts'
import type { School } from '../../../shared/model.ts'
import { isNearly } from './by-code.ts'
import { isAlike } from './by-name.ts'
import { isOutside, isStrange } from './piece.ts'
import type { Piece } from './piece.ts'
import type { Register } from './register.ts'

/** What all evidence together comes to. */
export interface Weighed {
  /** The school that is meant; null when nobody but a person can tell. */
  school: School | null
  /** Whether it is beyond doubt, or was decided against or without what should say it. */
  sure: boolean
  /** What speaks for it. */
  evidence: Evidence[]
  /** All schools that anything speaks for, the likeliest first, with what does; none where it is sure. */
  candidates: Candidate[]
  /** Those of them between which nobody but a person can tell. */
  tied: Candidate[]
  /** What fits no school. */
  strange: Evidence[]
}

interface Standing {
  school: School
  evidence: Evidence[]
  /** Whether something speaks for it that can stand against other schools. */
  strong: boolean
}

/**
 * Weighs pieces of evidence, one for each kind of place. A school is meant when more pieces speak
 * for it than for any other, two at least where anything speaks against it. One piece alone is enough
 * where it is the code or a name and nothing strange stands beside it, or the file's name where
 * nothing at all is written inside.
 */
export function weigh(written: readonly Piece[], register: Register): Weighed {
  const pieces = withConsent(written, register)
  const standings = standingsOf(pieces, register)
  const strange = pieces.flatMap((piece) =>
    isStrange(piece) && isInside(piece)
      ? piece.texts
          .slice(0, 1)
          .map((text): Evidence => ({ kind: piece.kind, how: 'strange', text }))
      : [],
  )
  const candidates = standings.map(candidateOf)
  const [first] = standings
  const most = first?.strong === true ? first.evidence.length : Infinity
  const tied = standings.filter(({ strong, evidence }) => strong && evidence.length === most)
  const undecided: Weighed = {
    school: null,
    sure: false,
    evidence: [],
    candidates,
    tied: tied.map(candidateOf),
    strange,
  }
  if (first === undefined || tied.length !== 1) return undecided
  if (severalSend(pieces) && most < 3) return undecided
  const { school, evidence } = first
  const alone = saysEnough(first, pieces)
  if (alone && !isDoubted(school, pieces))
    return { school, sure: true, evidence, candidates: [], tied: [], strange }
  if (!alone && !isBorneOut(first, pieces)) return undecided
  return { school, sure: false, evidence, candidates, tied: [], strange }
}

/** Whether the codes of several schools stand in one file. */
export function severalSend(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => {
    const exact = [...piece.fits.values()].some(({ how }) => how === 'exact')
    return piece.kind === 'code' && exact && isContested(piece)
  })
}

/** Names that fit nothing by themselves, held against the schools that the other pieces speak for. */
function withConsent(pieces: readonly Piece[], register: Register): Piece[] {
  const spoken = new Set(pieces.flatMap(({ fits }) => [...fits.keys()]))
  return pieces.map((piece) => {
    const { kind, texts } = piece
    if (!isStrange(piece) || (kind !== 'name' && kind !== 'stamp')) return piece
    const fits: Piece['fits'] = new Map()
    for (const id of spoken) {
      const school = register.byId.get(id)
      const text =
        school === undefined ? undefined : texts.find((one) => isAlike(one, school, register))
      if (text !== undefined) fits.set(id, { kind, how: 'alike', text })
    }
    return { ...piece, fits }
  })
}

function standingsOf(pieces: readonly Piece[], register: Register): Standing[] {
  const found = new Map<string, Evidence[]>()
  for (const { fits } of pieces)
    for (const [id, one] of fits) found.set(id, [...(found.get(id) ?? []), one])
  return [...found]
    .flatMap(([id, evidence]): Standing[] => {
      const school = register.byId.get(id)
      return school === undefined ? [] : [{ school, evidence, strong: evidence.some(canStand) }]
    })
    .sort(
      (a, b) =>
        Number(b.strong) - Number(a.strong) ||
        b.evidence.length - a.evidence.length ||
        rank(b) - rank(a),
    )
}

/** A code one slip away speaks for nobody against others; a name that goes on does. */
function canStand({ kind, how }: Evidence): boolean {
  return how !== 'alike' || kind !== 'code'
}

/** Among equals what is written to the letter, and inside, comes first. */
function rank({ evidence }: Standing): number {
  return evidence.reduce((sum, one) => sum + (one.how === 'exact' ? 2 : 1), 0)
}

/** Whether what is written inside is enough to know the school, were there nothing else. */
function saysEnough({ school, evidence }: Standing, pieces: readonly Piece[]): boolean {
  const inside = pieces.filter(isInside)
  const said = evidence.filter(({ kind, how }) => how !== 'alike' && !isOutside(kind))
  if (!said.some(({ kind }) => fitsOnly(inside, kind))) return false
  const others = inside.filter(({ texts, fits }) => texts.length > 0 && !fits.has(school.id))
  // The name in full is enough, whatever the code says.
  const full = said.some(({ kind, how }) => kind !== 'code' && how === 'exact')
  return others.every(
    ({ kind, texts }) => kind === 'code' && (full || texts.some((text) => isNearly(text, school))),
  )
}

function fitsOnly(pieces: readonly Piece[], kind: Piece['kind']): boolean {
  return pieces.some((piece) => piece.kind === kind && piece.fits.size === 1)
}

const isInside = ({ kind }: Piece): boolean => !isOutside(kind)

/** Whether anything speaks for another school than the one that is meant. */
function isDoubted({ id }: School, pieces: readonly Piece[]): boolean {
  const against = pieces.filter((piece) => canStandIn(piece) && !piece.fits.has(id))
  const fits = (kind: Piece['kind']): boolean =>
    pieces.some((piece) => piece.kind === kind && piece.fits.has(id))
  // A central school sends in what its village schools gave it: its folder holds returns of others.
  const onlyFolder = against.every(({ kind }) => kind === 'folder')
  if (against.length > 0 && !(onlyFolder && fits('code') && (fits('name') || fits('stamp'))))
    return true
  return pieces.some((piece) => isInside(piece) && isContested(piece))
}

const canStandIn = ({ fits }: Piece): boolean => [...fits.values()].some(canStand)

/** Whether several schools stand in one kind of place, each with a text of its own. */
function isContested({ fits }: Piece): boolean {
  return new Set([...fits.values()].map(({ text }) => text)).size > 1
}

/**
 * Whether the first school can be taken although what is written inside is not enough: two pieces
 * speak for it, one of them inside; or its file or folder does, and nothing is written inside.
 */
function isBorneOut({ evidence }: Standing, pieces: readonly Piece[]): boolean {
  if (pieces.every((piece) => !isInside(piece) || piece.texts.length === 0)) return true
  return evidence.length >= 2 && evidence.some(({ kind }) => !isOutside(kind))
}

function candidateOf({ school, evidence }: Standing): Candidate {
  const [best] = evidence
  const why =
    best === undefined || best.kind === 'code'
      ? 'code'
      : best.kind === 'file' || best.kind === 'folder'
        ? 'file-name'
        : best.how === 'other'
          ? 'short-name'
          : 'name'
  return { school: school.id, name: school.name, why, evidence }
}
