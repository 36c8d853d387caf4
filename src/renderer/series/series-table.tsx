import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { SeriesBreak, SeriesPoint, SeriesView } from '../../shared/series.ts'
import { withSeparators } from '../../shared/separators.ts'
import { seriesBreakText, seriesLackText } from '../../shared/words/series.ts'
import { signed } from '../figures/show.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

interface Props {
  view: SeriesView
  /** What can be done about a break of the definition. */
  onBreak?: (year: number, said: SeriesBreak) => ReactNode
}

/** A series as figures: each year with its change, the comparable figure beside it, and what breaks between. */
export function SeriesTable({ view, onBreak }: Props): ReactNode {
  const words = useWords().series
  const lang = useDeskState((state) => state.lang)
  const { reported, comparable } = view
  const columns = comparable === null ? 4 : 5
  return (
    <table className="series-table figures">
      <thead>
        <tr>
          <th scope="col">{words.year}</th>
          <th scope="col">{comparable === null ? words.value : words.reported}</th>
          <th scope="col">{words.change}</th>
          <th scope="col">{words.growth}</th>
          {comparable !== null && <th scope="col">{words.comparable}</th>}
        </tr>
      </thead>
      <tbody>
        {reported.map((point, at) => (
          <Fragment key={point.year}>
            {point.breaks.map((one) => (
              <tr key={`${one.why} ${one.about}`} className="series-break">
                <td colSpan={columns}>
                  {seriesBreakText(lang, one)} {onBreak?.(point.year, one)}
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{point.year}</th>
              <Figure point={point} />
              <td>{point.change === null ? '—' : signed(point.change)}</td>
              <td>{point.growth === null ? '—' : signed(point.growth)}</td>
              {comparable !== null && <Figure point={comparable.points[at]} />}
            </tr>
            {point.was.length > 0 && (
              <tr className="series-was">
                <td colSpan={columns}>{words.was(point.was.join('、'))}</td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

function Figure({ point }: { point: SeriesPoint | undefined }): ReactNode {
  const lang = useDeskState((state) => state.lang)
  if (point === undefined) return <td>—</td>
  return point.value === null ? (
    <td className="series-lack">{point.lack === null ? '—' : seriesLackText(lang, point.lack)}</td>
  ) : (
    <td>{withSeparators(point.value)}</td>
  )
}
