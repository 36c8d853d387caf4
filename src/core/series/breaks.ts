import type { SeriesBreak } from '../../shared/series.ts'
import type { SaidBreak } from '../ledger/state.ts'

/** An item of a series: its address, and how it is called now. */
export interface SeriesItem {
  address: string
  label: string
}

/**
 * Where the definition of what a series shows changes between two years that were given: where an item is
 * called otherwise, unless a person said that it is the same; and where a person said that it is not.
 *
 * @param wording how the year's list calls an item; null as it is called now
 * @param about what persons may have spoken of besides the items: an indicator's id
 */
export function breaksBetween(
  before: { year: number; wording: (address: string) => string | null },
  now: { year: number; wording: (address: string) => string | null },
  items: readonly SeriesItem[],
  about: string | null,
  said: readonly SaidBreak[],
): SeriesBreak[] {
  const within = said.filter(({ year }) => year > before.year && year <= now.year)
  const named = new Set([
    ...items.map(({ address }) => address),
    ...(about === null ? [] : [about]),
  ])
  const stated = within.flatMap((one): SeriesBreak[] =>
    one.breaks && named.has(one.about)
      ? [{ why: 'said', about: one.about, from: '', to: '', reason: one.reason, entry: one.entry }]
      : [],
  )
  const settled = new Set(within.map((one) => one.about))
  const worded = items.flatMap(({ address, label }): SeriesBreak[] => {
    const [from, to] = [before.wording(address), now.wording(address)]
    if (from === to || settled.has(address)) return []
    if (about !== null && settled.has(about)) return []
    const shown = { from: from ?? label, to: to ?? label }
    return [{ why: 'label', about: address, ...shown, reason: '', entry: null }]
  })
  return [...stated, ...worded]
}
