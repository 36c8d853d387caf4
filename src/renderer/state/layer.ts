/**
 * What lies over the step's own screen until it is closed. The screen beneath stays as it was, so
 * that lists keep their place.
 */
export type Layer =
  SentLayer | { kind: 'difference'; file: number; back: null } | { kind: 'queries'; back: null }

/** A received sheet as sent; `at` is the cell (A1) or the item that is to be lit. */
export interface SentLayer {
  kind: 'sent'
  file: number
  /** null: the one that holds the item, else the first. */
  sheet: string | null
  at: { cell: string } | { item: string } | null
  /** What comes back into view when this one is closed. */
  back: Layer | null
}
