import type { Basis } from './model.ts'

/** The figures worked out a second time by other code, compared to the last digit. */
export interface RecountView {
  basis: Basis
  /** Totals and indicators that were compared. */
  totals: number
  indicators: number
  /** Where the two calculators do not agree; empty when all is well. */
  differences: {
    kind: 'total' | 'indicator'
    /** The item, or the indicator's id. */
    name: string
    /** Of a total: its group, "" for the county. */
    group: string
    /** Of an indicator: which of its figures, and whether last year's. */
    part: 'value' | 'numerator' | 'denominator'
    lastYear: boolean
    /** Of an indicator: whether of the same schools in both years (可比口径). */
    comparable: boolean
    program: string
    recount: string
  }[]
}

/** 复算核对: every total and indicator by a second, independent calculation. */
export interface RecountApi {
  recount(args: { basis: Basis }): Promise<RecountView>
}
