import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { Fragment, useState } from 'react'
import type { ReactNode } from 'react'
import type { Value } from '../../../shared/api.ts'
import type { IndicatorRow, IndicatorsView } from '../../../shared/consolidate.ts'
import { indicatorProblemText } from '../../../shared/words/indicators.ts'
import { useDeskState } from '../../state/context.tsx'
import { signed } from '../../figures/show.ts'
import { withSeparators } from '../../../shared/separators.ts'
import { MissingMark } from '../../ui/missing-mark.tsx'
import { SmallLine } from '../../series/small-line.tsx'
import { useCall } from '../../state/use-call.ts'
import { usePeriods } from '../../state/use-periods.ts'
import { useWords } from '../../state/use-words.ts'
import { ComparableSwitch } from '../../ui/comparable-switch.tsx'
import { useConsolidate } from '../measure/use-consolidate.ts'
import { IndicatorDetails } from './indicator-details.tsx'
import { IndicatorEditor } from './indicator-editor.tsx'
import { newDraft } from './new-draft.ts'
import { stateText } from './state-text.ts'
import { valueText } from './value-text.ts'
import { FilterInput } from '../../ui/filter-input.tsx'

/** All indicators with both sides, coverage and last year; the one picked beside. */
export function IndicatorList(props: { view: IndicatorsView; withLastYear: boolean }): ReactNode {
  const { view, withLastYear } = props
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const [{ indicator: picked }, set] = useConsolidate()
  const [text, setText] = useState('')
  const [editing, setEditing] = useState<'none' | 'new' | 'picked'>('none')
  const row = view.rows.find(({ indicator }) => indicator.id === picked) ?? null
  const wanted = view.rows.filter(({ indicator: { id, title } }) => `${id} ${title}`.includes(text))
  const done = (id: string | null): void => {
    setEditing('none')
    if (id !== null) set({ indicator: id })
  }
  return (
    <div className="indicators-body">
      <section className="indicators-main">
        <div className="indicators-head">
          <FilterInput
            size="small"
            aria-label={words.indicators.search}
            placeholder={words.indicators.search}
            value={text}
            onText={setText}
          />
          <span className="hint figures">{words.indicators.count(wanted.length)}</span>
          {withLastYear && <ComparableSwitch />}
          <Button size="small" icon={<AddRegular />} onClick={() => setEditing('new')}>
            {words.indicators.make}
          </Button>
        </div>
        {view.problems.length > 0 && (
          <ul className="rules-problems" aria-label={words.indicators.problems}>
            {view.problems.map((problem) => (
              <li key={`${problem.line} ${problem.id}`}>
                {words.indicators.problem(problem.line, indicatorProblemText(lang, problem))}
              </li>
            ))}
          </ul>
        )}
        {view.rows.length === 0 ? (
          <Nothing library={view.library} />
        ) : (
          <Table
            rows={wanted}
            picked={picked}
            onPick={(id) => {
              setEditing('none')
              set({ indicator: id })
            }}
          />
        )}
      </section>
      <aside className="panel indicator-panel">
        {editing !== 'none' ? (
          <IndicatorEditor
            key={`${editing} ${picked ?? ''}`}
            was={editing === 'picked' ? (row?.indicator ?? null) : null}
            start={editing === 'picked' && row ? row.indicator : newDraft()}
            externals={view.externals}
            onDone={done}
          />
        ) : row ? (
          <IndicatorDetails row={row} onEdit={() => setEditing('picked')} />
        ) : (
          <p className="hint">{words.indicators.pick}</p>
        )}
      </aside>
    </div>
  )
}

function Nothing({ library }: { library: number }): ReactNode {
  const words = useWords().indicators
  const [, set] = useConsolidate()
  return (
    <div className="empty">
      <h2>{words.none}</h2>
      <p>{words.noneHint(library)}</p>
      {library > 0 && (
        <Button appearance="primary" onClick={() => set({ indicatorPart: 'library' })}>
          {words.toLibrary}
        </Button>
      )}
    </div>
  )
}

function Table(props: {
  rows: IndicatorRow[]
  picked: string | null
  onPick: (id: string) => void
}): ReactNode {
  const { rows, picked, onPick } = props
  const words = useWords()
  const names = usePeriods()
  const { indicators } = words
  const last = useDeskState((state) => state.overview?.periodWords)
  // Only what some indicator has is a column.
  const others = (['same', 'previous'] as const).filter((past) =>
    rows.some((row) => row[past] !== undefined),
  )
  const basis = useDeskState((state) => state.basis)
  const series = useCall('indicatorLines', { basis }).value
  // Two years stand in the columns already.
  const lines = series !== null && series.years.length > 2 ? series : null
  const planned = rows.some(({ plan }) => plan !== undefined)
  return (
    <div className="indicator-table-box">
      <table className="indicator-table figures">
        <thead>
          <tr>
            <th scope="col">{indicators.name}</th>
            <th scope="col">{indicators.value}</th>
            <th scope="col">{indicators.numerator}</th>
            <th scope="col">{indicators.denominator}</th>
            <th scope="col">{indicators.coverage}</th>
            <th scope="col">{names.last}</th>
            <th scope="col">{indicators.change}</th>
            {lines !== null && <th scope="col">{words.series.title}</th>}
            {others.map((past) => (
              <Fragment key={past}>
                <th scope="col">{indicators.earlier(last?.[past] ?? '')}</th>
                <th scope="col">{indicators.change}</th>
              </Fragment>
            ))}
            {planned && (
              <>
                <th scope="col">{indicators.plan}</th>
                <th scope="col">{indicators.done}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { id, title, denominator } = row.indicator
            const said = stateText(words, row)
            return (
              <tr key={id} aria-selected={id === picked} onClick={() => onPick(id)}>
                <th scope="row">
                  <button type="button" onClick={() => onPick(id)}>
                    {title}
                  </button>
                </th>
                <td className={said === '' ? 'indicator-value' : 'indicator-undefined'}>
                  {said === '' ? valueText(row.indicator, row.now) : said}
                </td>
                <td>{withSeparators(row.now.numerator ?? '—')}</td>
                <td>{denominator === null ? '' : withSeparators(row.now.denominator ?? '—')}</td>
                <td className={row.reported < row.expected ? 'group-partial' : ''}>
                  {row.expected === 0 ? '' : words.consolidate.of(row.reported, row.expected)}
                </td>
                <td className={row.before.lacking ? 'indicator-undefined' : ''}>
                  {row.before.lacking ? names.lacking : withSeparators(row.before.value ?? '—')}
                </td>
                <td>
                  {signed(row.change)}
                  {row.change !== null && <MissingMark schools={row.missing} />}
                </td>
                {lines !== null && <Years id={id} series={lines} />}
                {others.map((past) => (
                  <Fragment key={past}>
                    <td>{withSeparators(row[past]?.value ?? '—')}</td>
                    <td>{signed(row[past]?.change ?? null)}</td>
                  </Fragment>
                ))}
                {planned && <Planned row={row} />}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Years(props: { id: string; series: Value<'indicatorLines'> }): ReactNode {
  const { id, series } = props
  const line = series.lines.find((one) => one.id === id)
  return <td>{line !== undefined && <SmallLine line={line} years={series.years} />}</td>
}

/** What was planned, with its document behind it, and how much of it was done. */
function Planned({ row: { plan } }: { row: IndicatorRow }): ReactNode {
  const { indicators } = useWords()
  if (plan === undefined)
    return (
      <>
        <td>—</td>
        <td>—</td>
      </>
    )
  const document = [plan.source, plan.date].filter((text) => text !== '').join(' · ')
  return (
    <>
      <td title={document} className={plan.value === null ? 'indicator-undefined' : ''}>
        {plan.value === null ? indicators.planUnusable : withSeparators(plan.value)}
      </td>
      <td title={plan.change === null ? '' : `${indicators.offPlan} ${signed(plan.change)}`}>
        {plan.done === null ? '—' : `${plan.done}%`}
      </td>
    </>
  )
}
