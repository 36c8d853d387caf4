import type { ReactNode } from 'react'
import type { Measure } from '../../shared/consolidate.ts'
import type { SeriesView } from '../../shared/series.ts'
import { signed } from '../figures/show.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { LineNote } from '../ui/state-note.tsx'
import { SeriesChart } from './series-chart.tsx'
import { SeriesTable } from './series-table.tsx'
import './series.css'

const HEIGHT = 132

/** 历年 in a side panel: what is looked at over the years that the collection knows. */
export function SeriesPart(props: { measure: Measure; school?: string }): ReactNode {
  const { measure, school } = props
  const desk = useDesk()
  const words = useWords().series
  const basis = useDeskState((state) => state.basis)
  const loaded = useCall('series', { measure, basis, ...(school !== undefined && { school }) })
  const view = loaded.value
  const years = (): void =>
    desk.store.set({
      step: 'consolidate',
      layer: null,
      consolidate: { ...desk.store.get().consolidate, tab: 'years', yearsPart: 'series', measure },
    })
  return (
    <>
      <h3 className="series-head">
        {words.title}
        {view !== null && (
          <button type="button" className="link" onClick={years}>
            {view.reported.length > 1 ? words.more : words.add}
          </button>
        )}
      </h3>
      {view === null ? <LineNote error={loaded.error} /> : <Series view={view} />}
    </>
  )
}

function Series({ view }: { view: SeriesView }): ReactNode {
  const words = useWords().series
  if (view.year === null) return <p className="hint">{words.noYear}</p>
  if (view.reported.length < 2) return <p className="hint">{words.none}</p>
  return (
    <>
      <SeriesChart view={view} height={HEIGHT} />
      <SeriesTable view={view} />
      <SeriesNotes view={view} />
    </>
  )
}

/** Below a series: its average change a year, and whom the comparable figures are of. */
export function SeriesNotes({ view }: { view: SeriesView }): ReactNode {
  const words = useWords().series
  const { mean, comparable, unit } = view
  return (
    <>
      {mean !== null && (
        <p className="figures">
          {words.mean(
            mean.from,
            `${signed(mean.change)}${unit}`,
            mean.growth === null ? null : `${signed(mean.growth)}%`,
          )}
        </p>
      )}
      {comparable !== null && view.reported.length > 1 && (
        <p className="hint">{words.comparableOf(comparable.schools, comparable.left)}</p>
      )}
    </>
  )
}
