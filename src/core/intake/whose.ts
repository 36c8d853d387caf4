import type { ReasonCode } from '../../shared/model.ts'
import type { Reading, Said } from '../model/reading.ts'
import type { ReadContext } from '../ports.ts'
import { perObjectGiven } from '../memory/per-object-given.ts'
import { identify } from './identify.ts'
import type { Identity } from './identify.ts'
import { namePiece } from './identity/by-name.ts'
import { prepareRegister } from './identity/register.ts'
import { replyIdentity } from './reply-identity.ts'

/** What a file says of its sender: enough to weigh it again without its bytes. */
export interface Evidence {
  said: Said
  path: string
  /** The school that an answered query workbook was sent to; null for all other files. */
  sentTo: string | null
}

const registerOf = perObjectGiven(prepareRegister)

/**
 * Sheets that are called like exactly one school of the register, in full or as it is shortened:
 * where nothing inside a file says whose it is, they do.
 */
export function schoolSheets(
  sheets: readonly string[],
  { schools, config }: ReadContext,
): string[] {
  const register = registerOf(schools, config.county)
  return sheets.filter((sheet) => {
    const { fits } = namePiece('name', [sheet], register)
    return fits.size === 1 && [...fits.values()].every(({ how }) => how !== 'alike')
  })
}

/**
 * Whose a file is: as a person said, else as it says itself, else as a person said of an earlier
 * one that called itself so. Who is not in the register, whatever was said, is nobody.
 *
 * @param assigned school a person said it is from
 */
export function whoseIsIt(
  { said, path, sentTo }: Evidence,
  context: ReadContext,
  assigned: string | null,
): Identity {
  const register = registerOf(context.schools, context.config.county)
  const found = identify(said, path, register)
  const known = (id: string): boolean => context.schools.length === 0 || register.byId.has(id)
  if (assigned !== null && known(assigned)) return taken(found, assigned)
  // An answered workbook carries the school that it was sent to.
  const { sent = {} } = sentTo === null ? context : {}
  const own = ownIdentity(found, context, known, () => identify(said, path, register, sent))
  return sentTo === null ? own : replyIdentity(own, sentTo, context)
}

function ownIdentity(
  found: Identity,
  context: ReadContext,
  known: (id: string) => boolean,
  weighed: () => Identity,
): Identity {
  if (found.school === null) {
    const remembered = context.aliases?.[aliasKey(found.code, found.name)]
    if (remembered !== undefined && known(remembered)) return taken(found, remembered)
  }
  if (context.schools.length > 0) {
    return found.school === null ? weighed() : found
  }
  // Without a register, schools come from the returns themselves.
  const own = found.code ?? found.name
  return own === null ? found : taken(found, own)
}

const taken = (found: Identity, school: string): Identity => ({
  ...found,
  school,
  reasons: [],
  candidates: [],
})

/** How a file called itself, for remembering whose it is. */
export function aliasKey(code: string | null, name: string | null): string {
  return `${code ?? ''}\n${name ?? ''}`
}

/** Reasons that say something of the sender; they follow from the register. */
const OF_THE_SENDER: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'unknown-school',
  'school-conflict',
  'several-schools',
  'school-weighed',
  'school-inferred',
  'school-tied',
  'closed-school',
  'merged-school',
  'short-name',
  'code-missing',
  'code-typo',
])

/** Whether nobody but other files could tell whose this one is, so far or still. */
export function hangsOnOthers({ school, reasons, candidates }: Reading): boolean {
  if (school === null) return candidates.length > 1
  return reasons.some(({ weighed }) => weighed?.evidence.some(({ kind }) => kind === 'sent'))
}

/**
 * Whether a file would be taken for another's, or for other reasons, than it was when it was read:
 * the register has changed. What was read too long ago to tell is.
 */
export function isStale(
  reading: Reading,
  path: string,
  context: ReadContext,
  assigned: string | null,
): boolean {
  const { said, school, candidates, reasons, tables, reply } = reading
  // Which blank a file was held against hangs on its school, and nothing was kept of it.
  if (reasons.some(({ code }) => code === 'unknown-form')) return true
  if (said === undefined) return tables.length > 0
  const now = whoseIsIt({ said, path, sentTo: reply?.school ?? null }, context, assigned)
  const before = reasons.filter(({ code }) => OF_THE_SENDER.has(code))
  return (
    now.school !== school ||
    JSON.stringify([now.reasons, now.candidates]) !== JSON.stringify([before, candidates])
  )
}
