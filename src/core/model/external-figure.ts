/** Before the name of a planned figure, among the figures that are not the schools'. */
export const PLANNED = '计划'

/** A figure from another office, with where it comes from. */
export interface ExternalFigure {
  name: string
  /** Plain decimal; "" where there is none, or none that can be used. */
  value: string
  unit: string
  source: string
  date: string
  /** Why what stands there cannot be used; absent where it can, or where nothing stands there. */
  refused?: ExternalRefusal
  /** What was typed, where it had to be cleaned (separators, full-width digits, a unit). */
  cleaned?: { raw: string; sheet: string; cell: string }
}

export interface ExternalRefusal {
  /** unreadable: no plain number; twice: two lines of one name; fraction: 0.98 in %. */
  code: 'unreadable' | 'twice' | 'fraction'
  raw: string
  sheet: string
  cell: string
}
