import { Tab, TabList } from '@fluentui/react-components'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { CityFormView, CityTrail, CityView } from '../../shared/city.ts'
import type { RollupIndicator } from '../../shared/rollup.ts'
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
  const desk = useDesk()
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
              <th scope="row">
                <button
                  type="button"
                  title={words.byCounty}
                  onClick={() => setCityScreen(desk, { tab: 'bridge', indicator: one.id })}
                >
                  {one.title}
                </button>
              </th>
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

/** Last year to this year by county: an item, or an indicator. */
function Bridge({ city }: { city: CityView }): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  const { indicator, form } = useDeskState((state) => state.cityScreen)
  const forms = city.forms.map(({ id, title }) => ({ value: id, name: `${id} ${title}`.trim() }))
  return (
    <>
      <div className="data-bar">
        <CityChoice
          className="city-form"
          label={words.form}
          value={indicator === null ? form : INDICATORS}
          options={[...forms, { value: INDICATORS, name: words.tabs.indicators }]}
          onChange={(next) =>
            setCityScreen(
              desk,
              next === INDICATORS ? { indicator: '' } : { form: next, cell: null, indicator: null },
            )
          }
        />
        {indicator === null ? <ItemChoice city={city} /> : <IndicatorChoice city={city} />}
      </div>
      {indicator === null ? <ItemBridge city={city} /> : <IndicatorBridge city={city} />}
    </>
  )
}

/** What stands for the indicators among the forms; no form is called so. */
const INDICATORS = '*'

/** The items of the form that are added, and the one looked at. */
function useItems(city: CityView): {
  items: { value: string; name: string }[]
  item: string | null
} {
  const basis = useDeskState((state) => state.basis)
  const { form, cell } = useDeskState((state) => state.cityScreen)
  const view = useCall('cityForm', { form, basis }, { revision: city.revision }).value
  const items = (view?.form.items ?? []).flatMap((item) =>
    view === null || item.kind !== 'number' || item.adds !== undefined
      ? []
      : [{ value: itemAddress(view.form, item), name: itemLabel(view.form, item) }],
  )
  return {
    items,
    item: (items.find(({ value }) => value === cell?.item) ?? items[0])?.value ?? null,
  }
}

function ItemChoice({ city }: { city: CityView }): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  const { items, item } = useItems(city)
  return (
    <CityChoice
      className="city-item"
      label={words.item}
      value={item ?? ''}
      options={items}
      onChange={(next) => setCityScreen(desk, { cell: { key: '', item: next } })}
    />
  )
}

function ItemBridge({ city }: { city: CityView }): ReactNode {
  const words = useWords().city
  const basis = useDeskState((state) => state.basis)
  const { item } = useItems(city)
  const loaded = useCall('cityBridge', item === null ? null : { item, basis }, {
    revision: city.revision,
  })
  const bridge = loaded.value
  if (bridge === null) return <StateNote error={loaded.error} />
  const shown = (value: string | null): string => withSeparators(value ?? '—')
  return (
    <BridgeTable
      lines={bridge.lines.map(({ county, from, to, moved }) => ({
        ...{ name: county, from: shown(from), to: shown(to), moved: signed(moved) },
      }))}
      total={{
        name: words.bridgeTotal,
        ...{ from: shown(bridge.from), to: shown(bridge.to), moved: signed(bridge.moved) },
      }}
    />
  )
}

/** The city's indicators and the one looked at. */
function useIndicators(city: CityView): { list: RollupIndicator[]; indicator: string | null } {
  const basis = useDeskState((state) => state.basis)
  const wish = useDeskState((state) => state.cityScreen.indicator)
  const loaded = useCall('cityIndicators', { basis }, { revision: city.revision })
  const list = loaded.value?.indicators ?? []
  return { list, indicator: (list.find(({ id }) => id === wish) ?? list[0])?.id ?? null }
}

function IndicatorChoice({ city }: { city: CityView }): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  const { list, indicator } = useIndicators(city)
  return (
    <CityChoice
      className="city-item"
      label={words.tabs.indicators}
      value={indicator ?? ''}
      options={list.map(({ id, title }) => ({ value: id, name: title }))}
      onChange={(next) => setCityScreen(desk, { indicator: next })}
    />
  )
}

function IndicatorBridge({ city }: { city: CityView }): ReactNode {
  const words = useWords().city
  const basis = useDeskState((state) => state.basis)
  const { indicator } = useIndicators(city)
  const loaded = useCall('cityTrail', indicator === null ? null : { indicator, basis }, {
    revision: city.revision,
  })
  const trail = loaded.value
  if (trail === null) return <StateNote error={loaded.error} />
  const line = (name: string, one: Pick<CityTrail, 'lastYear' | 'moved'>, to: string | null) => ({
    ...{ name, from: one.lastYear ?? '—', to: to ?? '—', moved: signed(one.moved) },
  })
  return (
    <BridgeTable
      lines={trail.counties.map((one) => line(one.name, one, one.value))}
      total={line(words.cityItself, trail, trail.value)}
    />
  )
}

interface BridgeLine {
  name: string
  from: string
  to: string
  moved: string
}

function BridgeTable({ lines, total }: { lines: BridgeLine[]; total: BridgeLine }): ReactNode {
  const words = useWords().city
  return (
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
          {[...lines, total].map((one) => (
            <tr key={one.name} className={one === total ? 'city-sum' : ''}>
              <th scope="row">{one.name}</th>
              <td>{one.from}</td>
              <td>{one.to}</td>
              <td>{one.moved}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
