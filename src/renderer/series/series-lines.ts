import type { SeriesPoint, SeriesView } from '../../shared/series.ts'

/** A year of the chart: what is drawn in it, by the line it belongs to; null where there is no figure. */
export type SeriesRow = { name: string } & Record<string, number | string | null>

/** One unbroken stretch of a line. */
export interface SeriesLine {
  key: string
  of: 'reported' | 'comparable'
}

/**
 * The lines of a series as they are drawn: from a year whose definition is another one a new line begins, and a
 * year without a figure leaves a gap.
 */
export function seriesLines({
  reported,
  comparable,
}: Pick<SeriesView, 'reported' | 'comparable'>): {
  rows: SeriesRow[]
  lines: SeriesLine[]
  /** Names of the years from which the definition is another one. */
  breaks: string[]
} {
  const rows = reported.map(({ year }): SeriesRow => ({ name: String(year) }))
  const lines: SeriesLine[] = []
  const draw = (points: readonly SeriesPoint[], of: SeriesLine['of']): void => {
    let part = -1
    for (const [at, point] of points.entries()) {
      if (part < 0 || point.breaks.length > 0) {
        part++
        lines.push({ key: `${of}${String(part)}`, of })
      }
      const row = rows[at]
      if (row) row[`${of}${String(part)}`] = point.value === null ? null : Number(point.value)
    }
  }
  if (comparable !== null && comparable.schools > 0) draw(comparable.points, 'comparable')
  draw(reported, 'reported')
  const breaks = reported.filter((point) => point.breaks.length > 0)
  return { rows, lines, breaks: breaks.map(({ year }) => String(year)) }
}
