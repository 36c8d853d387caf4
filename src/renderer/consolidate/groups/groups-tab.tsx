import { Dropdown, Option } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ConsolidationCatalog, Measure } from '../../../shared/consolidate.ts'
import { useDeskState } from '../../state/context.tsx'
import type { PivotShow } from '../../state/consolidate-view.ts'
import { useCall } from '../../state/use-call.ts'
import { usePeriods } from '../../state/use-periods.ts'
import { useWords } from '../../state/use-words.ts'
import { AddingUp } from '../measure/adding-up.tsx'
import { ComparableSwitch } from '../../ui/comparable-switch.tsx'
import { DimensionPicker } from '../measure/dimension-picker.tsx'
import { MeasureChoice } from '../measure/measure-choice.tsx'
import { SchoolsList } from '../measure/schools-list.tsx'
import { measureOf, rowsOf, useCatalog, useConsolidate } from '../measure/use-consolidate.ts'
import { CopyTable } from './copy-table.tsx'
import { GroupChart } from './group-chart.tsx'
import { GroupTable } from './group-table.tsx'
import './groups.css'

/** 分组: a measure by any combination of dimensions, with its schools and a chart. */
export function GroupsTab(): ReactNode {
  const catalog = useCatalog()
  if (!catalog.value) return <AddingUp of={catalog} />
  return <Groups catalog={catalog.value} />
}

const SHOWS: PivotShow[] = ['value', 'row', 'column', 'all', 'before', 'change', 'growth']

function Groups({ catalog }: { catalog: ConsolidationCatalog }): ReactNode {
  const words = useWords()
  const { last } = usePeriods()
  const showName = (show: PivotShow): string => (show === 'before' ? last : words.groups.show[show])
  const [view, set] = useConsolidate()
  const measure = measureOf(view, catalog)
  const rows = rowsOf(view, catalog)
  const columns = view.columns.filter((name) => !rows.includes(name))
  const names = catalog.dimensions.map(({ name }) => name)
  return (
    <div className="groups">
      <div className="groups-bar">
        <MeasureChoice catalog={catalog} />
        <DimensionPicker
          label={words.groups.rows}
          all={names}
          taken={columns}
          chosen={rows}
          onChange={(next) => set({ rows: next, place: null })}
        />
        <DimensionPicker
          label={words.groups.columns}
          all={names}
          taken={rows}
          chosen={columns}
          onChange={(next) => set({ columns: next, place: null })}
        />
        {catalog.lastYear !== null && <ComparableSwitch />}
        {columns.length > 0 && (
          <label className="data-choice">
            {words.groups.shows}
            <Dropdown
              size="small"
              className="show-picker"
              aria-label={words.groups.shows}
              value={showName(view.show)}
              selectedOptions={[view.show]}
              onOptionSelect={(_, { optionValue }) =>
                set({ show: SHOWS.find((one) => one === optionValue) ?? 'value' })
              }
            >
              {SHOWS.map((one) => (
                <Option key={one} value={one}>
                  {showName(one)}
                </Option>
              ))}
            </Dropdown>
          </label>
        )}
      </div>
      <Result
        measure={measure}
        rows={rows}
        columns={columns}
        comparable={view.comparable && catalog.lastYear !== null}
      />
    </div>
  )
}

function Result(props: {
  measure: Measure
  rows: string[]
  columns: string[]
  comparable: boolean
}): ReactNode {
  const { measure, rows, columns, comparable } = props
  const words = useWords().groups
  const basis = useDeskState((state) => state.basis)
  const [view, set] = useConsolidate()
  const empty = 'items' in measure && measure.items.length === 0
  const pivot = useCall('pivot', empty ? null : { measure, rows, columns, basis, comparable })
  const schools = useCall(
    'measuredSchools',
    empty || view.place === null ? null : { measure, where: view.place, basis, comparable },
  )
  if (empty) return <p className="state-note">{words.listHint}</p>
  if (!pivot.value) return <AddingUp of={pivot} />
  return (
    <div className="groups-body">
      <section className="groups-main">
        <div className="groups-head">
          <CopyTable view={pivot.value} show={view.show} />
          {!pivot.value.additive && <p className="hint">{words.notAdditive}</p>}
        </div>
        <GroupTable
          view={pivot.value}
          show={view.show}
          place={view.place}
          onPlace={(place) => set({ place })}
        />
        <GroupChart view={pivot.value} />
      </section>
      <SchoolsList
        title={view.place?.map(({ group }) => group).join(' · ') ?? ''}
        open={view.place !== null}
        schools={schools}
        unit={pivot.value.unit}
        withStage={!columns.includes('学段') && !rows.includes('学段')}
        onClose={() => set({ place: null })}
      />
    </div>
  )
}
