import type { DraftRelation, DraftText } from '../../../shared/draft.ts'
import type { Basis } from '../../../shared/model.ts'
import { CallError } from '../../../shared/result.ts'
import type { Collection } from '../../collection/collection.ts'
import { findFigures } from '../../draft/find-figures.ts'
import type { Figure } from '../../draft/figure.ts'
import { relationsOf } from '../../draft/relations/relations.ts'
import { tieFigures } from '../../draft/ties/tie.ts'
import type { Tie } from '../../draft/ties/tie.ts'
import type { KeptDraft } from '../../ledger/state.ts'
import { Bounded } from '../../memory/bounded.ts'
import { perObject } from '../../memory/per-object.ts'
import type { Session } from '../session.ts'
import { yearsOf } from '../summary/quoted.ts'
import { targetsOf } from './targets.ts'

/** A version of the draft as read: its text, figures, and what they have to do with each other. */
export interface OpenedDraft {
  kept: KeptDraft
  draft: DraftText
  figures: Figure[]
  relations: DraftRelation[]
  /** Whether it came as a .docx. */
  docx: boolean
}

/** What follows from the bytes alone. */
type Read = Omit<OpenedDraft, 'kept'>

/** Versions of a collection read already, by the hash of their bytes. */
const known = perObject<Collection, Bounded<Read>>(() => new Bounded(3))

/**
 * A version of the draft, the latest for `entry` null; null when none is kept.
 *
 * @throws CallError no-such-entry when it was taken back; no-such-file when its bytes are gone
 */
export async function openedDraft(
  session: Session,
  entry: number | null,
): Promise<OpenedDraft | null> {
  const collection = session.current()
  const { drafts } = collection.ledger
  const kept = entry === null ? drafts.at(-1) : drafts.find((one) => one.entry === entry)
  if (kept === undefined && entry === null) return null
  if (kept === undefined) throw new CallError('no-such-entry', { entry: entry ?? 0 })
  const own = known(collection)
  const read = own.get(kept.sha256) ?? own.set(kept.sha256, await readKept(session, kept))
  return { kept, ...read }
}

async function readKept(session: Session, { name, sha256 }: KeptDraft): Promise<Read> {
  const bytes = draftBytes(session.current(), { name, sha256 })
  const draft = await session.ports.readDraft(bytes, name)
  const figures = findFigures(draft.text)
  const docx = bytes[0] === 0x50 && bytes[1] === 0x4b
  return { draft, figures, relations: relationsOf(draft.text, figures), docx }
}

/** The bytes of a version as they came. Throws CallError no-such-file. */
export function draftBytes(
  { store }: Collection,
  { name, sha256 }: Pick<KeptDraft, 'name' | 'sha256'>,
): Uint8Array {
  const bytes = store.blob(sha256)
  if (bytes === null) throw new CallError('no-such-file', { path: name })
  return bytes
}

/** What the figures of a version quote of the open collection. */
export function tiesOf(session: Session, { draft, figures }: OpenedDraft, basis: Basis): Tie[] {
  const years = yearsOf(session)
  const { config, ledger } = years.collection
  const targets = targetsOf(years, basis, draft.text)
  return tieFigures(draft.text, figures, targets, ledger.ties, yearOf(config))
}

/** The year that a collection's figures are of; null when it does not say. */
function yearOf({ referenceDate, schoolYear }: Collection['config']): number | null {
  const said = /(?:19|20)\d{2}/u.exec(referenceDate) ?? /(?:19|20)\d{2}/u.exec(schoolYear)
  return said === null ? null : Number(said[0])
}
