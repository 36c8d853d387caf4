import type { Basis } from '../../../shared/model.ts'
import { CallError } from '../../../shared/result.ts'
import type { Collection } from '../../collection/collection.ts'
import type { Figure } from '../../model/draft/figure.ts'
import { ownSentences } from '../../draft/ties/own-sentences.ts'
import { tierOf } from '../../draft/ties/tie.ts'
import type { Tie } from '../../draft/ties/tie.ts'
import type { KeptDraft } from '../../ledger/state.ts'
import { Bounded } from '../../memory/bounded.ts'
import { perObject } from '../../memory/per-object.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'
import type { Session } from '../session.ts'
import { inTurns } from '../turns.ts'
import { filledSummary, yearsOf } from '../summary/quoted.ts'
import type { Years } from '../summary/quoted.ts'
import { readText } from './read-text.ts'
import { tieBook } from './tie-book.ts'
import type { TieBook } from './tie-book.ts'
import type { ReadText } from './read-text.ts'
import { targetsOf } from './targets.ts'

/** A version of the draft as read. */
export interface OpenedDraft extends ReadText {
  kept: KeptDraft
}

/** Versions of a collection read already, by the hash of their bytes. */
const known = perObject<Collection, Bounded<ReadText>>(() => new Bounded(3))

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

async function readKept(session: Session, { name, sha256 }: KeptDraft): Promise<ReadText> {
  return readText(session.ports.reader, name, draftBytes(session.current(), { name, sha256 }))
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
export function tiesOf(session: Session, opened: Quoting, basis: Basis): readonly Tie[] {
  const book = bookOf(session, opened, basis)
  while (book.ties.length < opened.figures.length) book.more()
  return book.ties
}

/** Sees to it that `tiesOf` has them at hand; a long text lets others have their turn meanwhile. */
export async function tied(session: Session, opened: Quoting, basis: Basis): Promise<void> {
  await inTurns(session, async (pause) => {
    const book = bookOf(session, opened, basis)
    while (book.ties.length < opened.figures.length) {
      book.more()
      if (!(await pause())) return null
    }
    return book.ties
  })
}

type Quoting = Pick<OpenedDraft, 'draft' | 'figures'>

function bookOf(session: Session, { draft, figures }: Quoting, basis: Basis): TieBook {
  const { collection, prior, external } = yearsOf(session)
  return begun(figures, draft.text, basis, collection, collection.revision, prior, external)
}

/** The ties of one state of the collection: whatever is done makes another revision. */
const begun = perObjectGiven<
  Figure[],
  [string, Basis, Collection, number, Years['prior'], Years['external']],
  TieBook
>((figures, text, basis, collection, _, prior, external) => {
  const targets = targetsOf({ collection, prior, external }, basis, text)
  const { config, ledger } = collection
  const summary = filledSummary({ collection, prior, external }, basis)
  const own = summary === null ? undefined : ownSentences(summary, text, figures)
  return tieBook(figures, tierOf(text, figures, targets, ledger.ties, yearOf(config), own))
})

/** The year that a collection's figures are of; null when it does not say. */
function yearOf({ referenceDate, schoolYear }: Collection['config']): number | null {
  const said = /(?:19|20)\d{2}/u.exec(referenceDate) ?? /(?:19|20)\d{2}/u.exec(schoolYear)
  return said === null ? null : Number(said[0])
}
