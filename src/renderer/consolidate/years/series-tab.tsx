import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ConsolidationCatalog, Measure } from '../../../shared/consolidate.ts'
import type { SeriesBreak } from '../../../shared/series.ts'
import { useDesk, useDeskState } from '../../state/context.tsx'
import { change, notify } from '../../state/actions.ts'
import { useCall } from '../../state/use-call.ts'
import { useWords } from '../../state/use-words.ts'
import { SeriesChart } from '../../series/series-chart.tsx'
import { SeriesNotes } from '../../series/series-part.tsx'
import { SeriesTable } from '../../series/series-table.tsx'
import { AddingUp } from '../measure/adding-up.tsx'
import { MeasureChoice } from '../measure/measure-choice.tsx'
import { measureOf, useConsolidate } from '../measure/use-consolidate.ts'
import { BreakForm } from './break-form.tsx'
import { KnownYears } from './known-years.tsx'
import { Successions } from './successions.tsx'

const HEIGHT = 210

/** 历年: a total or indicator over the years that the collection knows; which years those are, and who is who in them. */
export function SeriesTab({ catalog }: { catalog: ConsolidationCatalog }): ReactNode {
  const words = useWords().series
  const [view] = useConsolidate()
  const years = useCall('years', {})
  if (!years.value) return <AddingUp of={years} />
  const measure = measureOf(view, catalog)
  const known = years.value
  return (
    <div className="bridge">
      <section className="bridge-main">
        {known.year === null ? (
          <p className="state-note">{words.noYear}</p>
        ) : (
          <>
            <div className="groups-bar">
              <MeasureChoice catalog={catalog} />
            </div>
            {known.years.length === 0 ? (
              <p className="state-note">{words.noneHint}</p>
            ) : (
              <Shown measure={measure} years={known.years.map(({ year }) => year)} />
            )}
          </>
        )}
      </section>
      <aside className="panel">
        <KnownYears view={known} />
        {known.years.length > 0 && <Successions view={known} />}
      </aside>
    </div>
  )
}

function Shown({ measure, years }: { measure: Measure; years: readonly number[] }): ReactNode {
  const desk = useDesk()
  const words = useWords().series
  const basis = useDeskState((state) => state.basis)
  const empty = 'items' in measure && measure.items.length === 0
  const loaded = useCall('series', empty ? null : { measure, basis })
  if (empty) return null
  if (!loaded.value) return <AddingUp of={loaded} />
  const view = loaded.value
  const settle = async (year: number, { about }: SeriesBreak): Promise<void> => {
    const said = { about, year, breaks: false, reason: words.sameReason }
    if (await change(desk, () => desk.api.sayBreak(said)))
      notify(desk, 'success', words.sameSaid(year))
  }
  return (
    <>
      <SeriesChart view={view} height={HEIGHT} />
      <SeriesTable
        view={view}
        onBreak={(year, said) =>
          said.entry === null ? (
            <Button size="small" onClick={() => void settle(year, said)}>
              {words.same}
            </Button>
          ) : (
            <Withdraw entry={said.entry} />
          )
        }
      />
      <SeriesNotes view={view} />
      <BreakForm
        key={JSON.stringify(measure)}
        measure={measure}
        years={[...years, view.year ?? 0]}
      />
    </>
  )
}

function Withdraw({ entry }: { entry: number }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const reason = words.overview.withdrawReason
  return (
    <Button
      size="small"
      onClick={() => void change(desk, () => desk.api.withdraw({ entry, reason }))}
    >
      {words.series.takeBack}
    </Button>
  )
}
