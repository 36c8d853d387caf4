import { refOfKey } from '../../shared/finding-key.ts'
import { cellKey } from '../ledger/state.ts'
import type { Correction, LedgerState } from '../ledger/state.ts'

/** What is known of a collection where schools were merged. */
export interface Merging {
  /** Merged school → the school that stands for it. */
  into: ReadonlyMap<string, string>
  /** The school whose file an item of a school is taken from; null where nothing is in. */
  sentBy: (school: string, item: string) => string | null
  /** Whether what counts for a school was sent by another, and nothing by itself. */
  standsOn: (school: string, other: string) => boolean
  /** The stamp of the returned value of a cell. */
  stampOf: (school: string, item: string) => string
}

/**
 * What the ledger says, with what was said of merged schools put to those that stand for them.
 * A correction follows the file that it was made on: it holds for the school that the file counts
 * for now. What was said of findings follows where all that counts was sent by the merged school.
 * What the school that stands has of its own goes first, and nothing is written anywhere: taken
 * back, the merging leaves everything where it was.
 */
export function followed<T extends LedgerState>(ledger: T, merging: Merging): T {
  if (merging.into.size === 0) return ledger
  return {
    ...ledger,
    corrections: correctionsFollowed(ledger.corrections, merging),
    explanations: findingsFollowed(ledger.explanations, merging),
    dismissed: findingsFollowed(ledger.dismissed, merging),
    asked: findingsFollowed(ledger.asked, merging),
    saidLastYear: findingsFollowed(ledger.saidLastYear, merging),
    links: ledger.links.map((link) => ({
      ...link,
      now: [...new Set(link.now.map((id) => merging.into.get(id) ?? id))],
    })),
  }
}

function correctionsFollowed(
  corrections: ReadonlyMap<string, Correction>,
  { into, sentBy, stampOf }: Merging,
): Map<string, Correction> {
  const found = new Map(corrections)
  for (const [key, correction] of corrections) {
    const at = key.indexOf('|')
    const [school, item] = [key.slice(0, at), key.slice(at + 1)]
    const now = into.get(school)
    if (now === undefined) continue
    found.delete(key)
    const sender = sentBy(now, item)
    // Without any file it is a figure entered by hand, and goes on for the school that stands.
    if (sender !== school && !(sender === null && stampOf(now, item) === correction.returned))
      continue
    const own = corrections.get(cellKey(now, item))
    if (own === undefined || own.returned !== stampOf(now, item)) {
      found.set(cellKey(now, item), correction)
    }
  }
  return found
}

function findingsFollowed<T>(
  said: ReadonlyMap<string, T>,
  { into, standsOn }: Merging,
): Map<string, T> {
  const found = new Map(said)
  for (const [key, one] of said) {
    const school = refOfKey(key)?.school ?? ''
    const now = into.get(school)
    if (now === undefined) continue
    found.delete(key)
    const moved = `${now}${key.slice(school.length)}`
    if (standsOn(now, school) && !said.has(moved)) found.set(moved, one)
  }
  return found
}
