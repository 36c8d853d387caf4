import type { Measure } from './consolidate.ts'
import type { Overview } from './overview.ts'
import type { Basis } from './model.ts'
import type { PastNote } from './last-year.ts'

/** Why a year of a series has no figure; it is never 0 for that. */
export type SeriesLack =
  /** Nobody gave the year: 缺. */
  | 'no-data'
  /** Its data lack an item. */
  | 'lacks-item'
  /** It cannot be worked out (denominator 0, a figure of another office that is not there, nothing in yet). */
  | 'undefined'
  /** On the comparable basis: no school is known in every year. */
  | 'no-schools'

/** Where a series goes on with another definition. */
export interface SeriesBreak {
  why: 'label' | 'said'
  /** What it is about: an item's address, or an indicator's id. */
  about: string
  /** label: how the item was called before and is called from this year on. */
  from: string
  to: string
  /** said: why, and the ledger entry. */
  reason: string
  entry: number | null
}

/** A year of a series. Figures are exact decimals, of indicators at their published decimals. */
export interface SeriesPoint {
  year: number
  value: string | null
  lack: SeriesLack | null
  /** Schools whose figures are in it. */
  schools: number
  /** Against the year just before, where both are known and nothing breaks between; growth in %, two decimals. */
  change: string | null
  growth: string | null
  /** What changed in the definition since the year given before it; empty where nothing did. */
  breaks: SeriesBreak[]
  /** Of one school: who it was then, where it was not itself alone. */
  was: string[]
}

/** A measure over the years that a collection knows. */
export interface SeriesView {
  revision: number
  title: string
  unit: string
  decimals: number | null
  /** This collection's year; null where it does not say, so that there is no series. */
  year: number | null
  /** Over all schools of each year. */
  reported: SeriesPoint[]
  /** Over schools that are the same and known in every year; null where the measure is of one school. */
  comparable: { points: SeriesPoint[]; schools: number; left: number } | null
  /** Between the first and the last year that are known without a break: average change and growth a year. */
  mean: { from: number; change: string; growth: string | null } | null
}

/** An earlier year that the collection knows. */
export interface KnownYear {
  year: number
  source: string
  schools: number
  forms: number
  /** Ledger entry by which it was given; null: it is the list of last year. */
  entry: number | null
  /** What was cleaned, passed over or left out. */
  notes: PastNote[]
  /** Labels that read otherwise than this year's. */
  reworded: { item: string; label: string; was: string }[]
}

/** Schools that became others in a year. */
export interface SaidSuccession {
  year: number
  kind: 'renamed' | 'merged' | 'split' | 'closed' | 'opened'
  before: { id: string; name: string }[]
  now: { id: string; name: string }[]
  /** Ledger entry by which a person said so here; null: the year's own collection or the register says it. */
  entry: number | null
}

/** The years of a collection, and who of them is who. */
export interface YearsView {
  revision: number
  /** This collection's year; null where it does not say. */
  year: number | null
  /** The earliest first, without this collection's own. */
  years: KnownYear[]
  successions: SaidSuccession[]
  /** Schools of each year, this collection's own at the end, to choose from. */
  schools: { year: number; schools: { id: string; name: string }[] }[]
  /** Breaks as persons said them. */
  breaks: {
    about: string
    title: string
    year: number
    breaks: boolean
    reason: string
    entry: number
  }[]
}

/** An indicator's values over the years, for a small line. */
export interface IndicatorLine {
  id: string
  /** Parallel to `years`. */
  values: (string | null)[]
  /** Places in `years` before which the definition changes. */
  breaks: number[]
}

/** 历年: a collection's earlier years. */
export interface SeriesApi {
  /** The years that the collection knows, and what was said of them. */
  years(args: Record<string, never>): Promise<YearsView>
  /**
   * A measure over the years; of one school where `school` is given. Errors no-such-item, no-such-school.
   */
  series(args: { measure: Measure; basis: Basis; school?: string | undefined }): Promise<SeriesView>
  /** Every indicator over the years, worked out by this year's definitions. */
  indicatorLines(args: { basis: Basis }): Promise<{
    revision: number
    years: number[]
    lines: IndicatorLine[]
  }>
  /**
   * Takes an earlier year's figures from its collection (.huishu) or its workbook of details and keeps them
   * here. `year` null: as the collection says of itself.
   * Errors year-unknown, year-not-earlier, year-differs, bad-prior, what opening a collection throws
   */
  giveYear(args: {
    grant: string
    path: string
    year: number | null
    reason: string
  }): Promise<Overview>
  /** Takes an earlier year out. Error no-such-year. */
  removeYear(args: { year: number; reason: string }): Promise<Overview>
  /** Says who became who in a year. Errors no-such-school, no-such-year. */
  saySuccession(args: {
    year: number
    before: string[]
    now: string[]
    reason: string
  }): Promise<Overview>
  /** Says whether an item (address) or indicator (id) is defined otherwise from a year on. Errors no-such-item, no-such-year. */
  sayBreak(args: {
    about: string
    year: number
    breaks: boolean
    reason: string
  }): Promise<Overview>
}
