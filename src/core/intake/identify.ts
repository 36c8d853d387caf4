import type { Candidate, Evidence, EvidenceKind } from '../../shared/evidence.ts'
import type { Reason, School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import { editDistance } from '../forms/label.ts'
import type { Said } from '../model/reading.ts'
import { codePiece } from './identity/by-code.ts'
import { asMerged } from './identity/merged.ts'
import { namePiece } from './identity/by-name.ts'
import { pathPieces } from './identity/by-path.ts'
import { isOutside, plain } from './identity/piece.ts'
import type { Piece } from './identity/piece.ts'
import type { Register } from './identity/register.ts'
import { tieBreak } from './identity/tie-break.ts'
import { severalSend, weigh } from './identity/weigh.ts'
import type { Weighed } from './identity/weigh.ts'

/** Whose return it is, and how sure. */
export interface Identity {
  code: string | null
  name: string | null
  /** Register id; null when unsure or unknown. */
  school: string | null
  reasons: Reason[]
  candidates: Candidate[]
}

/** The first code and name that stand in a file. */
interface Written {
  code: string | null
  name: string | null
}

/**
 * Weighs all that says whose a return is against the register: the codes, names and stamp lines in
 * it, what it is called, the folder it lies in. One school beyond doubt is taken, with a reason where
 * something was not as it should be; one that was decided against something is taken and queried;
 * a tie is left to a person, with the evidence.
 *
 * @param said what stands in the file, in its order
 * @param path the file's path, from the collection's folder on
 * @param sent schools that sent another file which says whose it is, with its name; asked only where
 *   all else is a tie
 */
export function identify(
  said: Readonly<Said>,
  path: string,
  register: Register,
  sent: Readonly<Record<string, string>> = {},
): Identity {
  const { names, stamps = [], asksForCode = true } = said
  const codes = [...new Set(said.codes.map(plain))]
  const written = { code: codes[0] ?? null, name: names[0] ?? stamps[0] ?? null }
  const pieces = asMerged(
    [
      codePiece(codes, register),
      namePiece('name', names, register),
      namePiece('stamp', stamps, register),
      ...pathPieces(path, register),
    ],
    register,
  )
  const alone = weigh(pieces, register)
  const last = alone.school === null ? tieBreak(alone.tied, { path, sent }, register) : null
  const weighed = last === null ? alone : weigh([...pieces, last], register)
  const { school } = weighed
  if (school === null) return undecided(written, weighed, pieces, register)
  const reasons = weighed.sure
    ? plainReasons(written, school, weighed.evidence, asksForCode)
    : weighedReasons(written, school, weighed, asksForCode)
  return {
    ...written,
    school: school.id,
    reasons: [...reasons, ...standingOf(school, register)],
    candidates: weighed.candidates,
  }
}

/** What was not as it should be in a return that says beyond doubt whose it is. */
function plainReasons(
  { code }: Written,
  school: School,
  evidence: readonly Evidence[],
  asksForCode: boolean,
): Reason[] {
  const of = (kind: EvidenceKind): Evidence | undefined => evidence.find((one) => one.kind === kind)
  const { name } = school
  const reasons: Reason[] = []
  const called = of('name') ?? of('stamp')
  if (called !== undefined && called.how !== 'exact') {
    reasons.push({ code: 'short-name', params: { given: called.text, name } })
  }
  if (code === null) {
    if (asksForCode) reasons.push({ code: 'code-missing', params: { name } })
  } else if (of('code')?.how !== 'exact' && codeOf(school) !== name) {
    // A school that the register gives no usable code stands under its name: nothing to hold against.
    reasons.push({ code: 'code-typo', params: { code, expected: codeOf(school), name } })
  }
  return reasons
}

/** Why a return was taken for a school's although not everything says so. */
function weighedReasons(
  { code }: Written,
  { id, name }: School,
  { evidence, candidates, strange }: Weighed,
  asksForCode: boolean,
): Reason[] {
  const shared = new Set(evidence.map(({ kind, text }) => `${kind} ${text}`))
  const against = candidates.flatMap(({ school, evidence: all = [], ...one }) => {
    const own = all.filter(({ kind, text }) => !shared.has(`${kind} ${text}`))
    return school === id || own.length === 0 ? [] : [{ ...one, school, evidence: own }]
  })
  const weighed = { evidence, against, strange }
  const reasons: Reason[] =
    against.length + strange.length > 0
      ? [{ code: 'school-weighed', params: { name }, weighed }]
      : [{ code: 'school-inferred', params: { name }, weighed }]
  if (code === null && asksForCode) reasons.push({ code: 'code-missing', params: { name } })
  return reasons
}

/** Why nobody but a person can tell whose a return is, and the schools it could be. */
function undecided(
  written: Written,
  weighed: Weighed,
  pieces: readonly Piece[],
  register: Register,
): Identity {
  const nobody = { ...written, school: null }
  const { strange } = weighed
  const byCode = weighed.candidates.filter(({ evidence }) => evidence?.some(isExactCode))
  if (severalSend(pieces)) {
    const params = { names: byCode.map(({ name }) => name).join('、') }
    return { ...nobody, reasons: [{ code: 'several-schools', params }], candidates: byCode }
  }
  const candidates = weighed.candidates.slice(0, LISTED)
  const [first, second] = weighed.tied
  const [coded] = byCode
  if (coded !== undefined && weighed.tied.length === 2 && isCodeAgainstName(weighed.tied)) {
    const other = first === coded ? second : first
    return { ...nobody, reasons: [conflict(coded, other?.name ?? '')], candidates }
  }
  const strangeName = strange.find(({ kind }) => kind !== 'code')?.text
  if (coded !== undefined && weighed.tied.length === 1 && strangeName !== undefined)
    return { ...nobody, reasons: [conflict(coded, strangeName)], candidates }
  if (second !== undefined) {
    const tied = { evidence: [], against: weighed.tied.slice(0, LISTED), strange }
    return { ...nobody, reasons: [{ code: 'school-tied', params: {}, weighed: tied }], candidates }
  }
  const params = { name: written.name ?? '', code: written.code ?? '' }
  const known = new Set(candidates.map(({ school }) => school))
  const likely = likelySchools(written, register).filter(({ school }) => !known.has(school))
  return {
    ...nobody,
    reasons: [{ code: 'unknown-school', params }],
    candidates: [...candidates, ...likely].slice(0, LISTED),
  }
}

const isExactCode = ({ kind, how }: Evidence): boolean => kind === 'code' && how === 'exact'

/** Whether nothing but the code speaks for the one, and what is called a name for the other. */
function isCodeAgainstName(tied: readonly Candidate[]): boolean {
  return tied.every(({ evidence = [] }) => evidence.length === 1 && !isOutside(evidence[0]?.kind))
}

function conflict({ name: codeName, evidence = [] }: Candidate, name: string): Reason {
  const code = evidence.find(isExactCode)?.text ?? ''
  return { code: 'school-conflict', params: { code, codeName, name } }
}

/** That nothing is to come from a school: it was merged into another, or it is closed. */
function standingOf(school: School, register: Register): Reason[] {
  const { name, status } = school
  if (school.mergedInto !== undefined) {
    const into = register.byId.get(school.mergedInto)?.name ?? school.mergedInto
    return [{ code: 'merged-school', params: { name, into } }]
  }
  return school.active ? [] : [{ code: 'closed-school', params: { name, status } }]
}

/** Schools that are offered to choose from. */
const LISTED = 5

/** Schools a person might mean: names and codes nearest to what was written. */
function likelySchools({ name, code }: Written, { schools }: Register): Candidate[] {
  const scored = schools.flatMap((school) => {
    const names = [school.name, school.shortName].map(plain).filter((own) => own !== '')
    const byName =
      name === null ? 99 : Math.min(...names.map((own) => editDistance(plain(name), own)))
    const byCode = code === null ? 99 : editDistance(plain(code), plain(codeOf(school)))
    const score = Math.min(byName, byCode + 1)
    const kind = byName <= byCode + 1 ? 'name' : 'code'
    const text = (kind === 'name' ? name : code) ?? ''
    const evidence: Evidence[] = [{ kind, how: 'alike', text }]
    const candidate = { school: school.id, name: school.name, why: kind, evidence }
    return score <= 4 ? [{ candidate, score }] : []
  })
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, LISTED)
    .map(({ candidate }) => candidate)
}
