/** What of an indicator or total a figure of a draft quotes. */
export type Quoting = 'value' | 'last-year' | 'change' | 'growth'

/** Something of the collection that a figure of a draft may quote. */
export interface TieChoice {
  /** By what it is kept: `indicator:小学数`, `item:教基3112[01,7]`, with `@` and the group's name. */
  key: string
  indicator: string | null
  item: string | null
  title: string
  group: string | null
  quoting: Quoting
  /** What the figure would read as, at its own rounding, and by how much it is off. */
  reads: string
  off: string
  /** Which way the collection's value moved, where a change is quoted; null elsewhere. */
  way: 'up' | 'down' | 'same' | null
  /** Plain decimals in the figure's base unit: the collection's value, and the figure less it. */
  value: string
  difference: string
  agrees: boolean
}

/**
 * How a figure stands to the collection's data: `last-year` is last year's value under this year's
 * words, `refused` what a person said quotes nothing here, `none` not tied.
 */
export type TieVerdict = 'agrees' | 'differs' | 'last-year' | 'refused' | 'none'

/** What a figure of a draft quotes of the collection. */
export interface FigureTie {
  /** By what it is kept: what the sentence says of it. */
  key: string
  verdict: TieVerdict
  /** Who tied it: a person, or the words; null where it is not tied. */
  by: 'person' | 'words' | null
  choice: TieChoice | null
  /** What else it may quote, the likeliest first, the choice included. */
  alternatives: TieChoice[]
}
