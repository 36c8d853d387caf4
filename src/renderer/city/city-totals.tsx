import { Tab, TabList } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { CityFormView, CityView } from '../../shared/city.ts'
import { withSeparators } from '../../shared/separators.ts'
import { itemAddress, itemLabel } from '../figures/item-names.ts'
import { signed } from '../figures/show.ts'
import { setCityScreen } from '../state/city-actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { StateNote } from '../ui/state-note.tsx'
import { CityChoice } from './city-choice.tsx'
import { CityForms } from './city-data.tsx'
import { CityGrid } from './city-grid.tsx'
import { rowOfLine } from './city-rows.ts'
import { TroubleLines } from './city-troubles.tsx'

const TABS = ['groups', 'indicators', 'bridge'] as const

/** 全市汇总: groups over all counties, indicators, and what moved since last year by county. */
export function CityTotals({ city }: { city: CityView }): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  const { tab } = useDeskState((state) => state.cityScreen)
  return (
    <div className="consolidate">
      <TabList
        size="small"
        selectedValue={tab}
        onTabSelect={(_, { value }) => {
          const found = TABS.find((one) => one === value)
          if (found) setCityScreen(desk, { tab: found })
        }}
      >
        {TABS.map((one) => (
          <Tab key={one} value={one}>
            {words.tabs[one]}
          </Tab>
        ))}
      </TabList>
      <div className="consolidate-tab city-tab">
        {tab === 'groups' && <Groups city={city} />}
        {tab === 'indicators' && <Indicators city={city} />}
        {tab === 'bridge' && <Bridge city={city} />}
      </div>
    </div>
  )
}

function Groups({ city }: { city: CityView }): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  const basis = useDeskState((state) => state.basis)
  const { form, by: wish } = useDeskState((state) => state.cityScreen)
  const by = city.attributes.includes(wish) ? wish : (city.attributes[0] ?? '')
  const view = useCall('cityGroups', by === '' ? null : { form, basis, by }, {
    revision: city.revision,
  })
  return (
    <>
      <div className="data-bar">
        <CityForms city={city} form={form} />
        <CityChoice
          label={words.by}
          value={by}
          options={city.attributes.map((one) => ({ value: one, name: one }))}
          onChange={(next) => setCityScreen(desk, { by: next })}
        />
      </div>
      {view.value ? <GroupGrid view={view.value} by={by} /> : <StateNote error={view.error} />}
    </>
  )
}

function GroupGrid({ view, by }: { view: CityFormView; by: string }): ReactNode {
  const words = useWords().city
  const rows = useMemo(() => view.lines.map((one) => rowOfLine(one, 'school')), [view])
  const total = useMemo(() => rowOfLine(view.total, 'county'), [view])
  return (
    <CityGrid
      form={view.form}
      rows={rows}
      total={total}
      by={words.group}
      of={by}
      onCell={() => undefined}
    />
  )
}

function Indicators({ city }: { city: CityView }): ReactNode {
  const words = useWords().city
  const basis = useDeskState((state) => state.basis)
  const loaded = useCall('cityIndicators', { basis }, { revision: city.revision })
  if (!loaded.value) return <StateNote error={loaded.error} />
  const { indicators, troubles } = loaded.value
  const { indicatorColumns: columns } = words
  return (
    <div className="city-scroll">
      {troubles.length > 0 && (
        <ul className="city-troubles">
          <TroubleLines troubles={troubles} />
        </ul>
      )}
      <table className="indicator-table figures">
        <thead>
          <tr>
            {Object.entries(columns).map(([key, name]) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.title}</th>
              <td className={one.text === '' ? 'indicator-undefined' : 'indicator-value'}>
                {one.text === '' ? words.undefined : one.text}
              </td>
              <td>{withSeparators(one.numerator || '—')}</td>
              <td>{withSeparators(one.denominator)}</td>
              <td>{withSeparators(one.lastYear || '—')}</td>
              <td>{signed(one.change === '' ? null : one.change)}</td>
              <td className={one.counties < one.of ? 'group-partial' : ''}>
                {words.of(one.counties, one.of)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Bridge({ city }: { city: CityView }): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  const basis = useDeskState((state) => state.basis)
  const { form, cell } = useDeskState((state) => state.cityScreen)
  const view = useCall('cityForm', { form, basis }, { revision: city.revision })
  const items = (view.value?.form.items ?? []).flatMap((item) =>
    view.value === null || item.kind !== 'number' || item.adds !== undefined
      ? []
      : [{ value: itemAddress(view.value.form, item), name: itemLabel(view.value.form, item) }],
  )
  const item = items.find(({ value }) => value === cell?.item) ?? items[0]
  const bridge = useCall('cityBridge', item === undefined ? null : { item: item.value, basis }, {
    revision: city.revision,
  })
  return (
    <>
      <div className="data-bar">
        <CityForms city={city} form={form} />
        <CityChoice
          className="city-item"
          label={words.item}
          value={item?.value ?? ''}
          options={items}
          onChange={(next) => setCityScreen(desk, { cell: { key: '', item: next } })}
        />
      </div>
      {bridge.value === null ? (
        <StateNote error={bridge.error ?? view.error} />
      ) : (
        <div className="city-scroll">
          <table className="indicator-table figures">
            <thead>
              <tr>
                <th scope="col">{words.county}</th>
                <th scope="col">{words.last}</th>
                <th scope="col">{words.now}</th>
                <th scope="col">{words.moved}</th>
              </tr>
            </thead>
            <tbody>
              {bridge.value.lines.map((one) => (
                <tr key={one.county}>
                  <th scope="row">{one.county}</th>
                  <td>{withSeparators(one.from ?? '—')}</td>
                  <td>{withSeparators(one.to ?? '—')}</td>
                  <td>{signed(one.moved)}</td>
                </tr>
              ))}
              <tr className="city-sum">
                <th scope="row">{words.bridgeTotal}</th>
                <td>{withSeparators(bridge.value.from)}</td>
                <td>{withSeparators(bridge.value.to)}</td>
                <td>{signed(bridge.value.moved)}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
