import { Button } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { CityFormView, CityView } from '../../shared/city.ts'
import { setCityScreen } from '../state/city-actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { StateNote } from '../ui/state-note.tsx'
import { CityChoice } from './city-choice.tsx'
import { CityGrid } from './city-grid.tsx'
import { CityPanel } from './city-panel.tsx'
import { rowOfLine, rowOfSchool } from './city-rows.ts'

/** 全市数据: counties under the form's headings; a county opens to its schools, a school to its cell. */
export function CityData({ city }: { city: CityView }): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  const basis = useDeskState((state) => state.basis)
  const { form, part } = useDeskState((state) => state.cityScreen)
  const view = useCall('cityForm', { form, basis }, { revision: city.revision })
  const county = part === null ? undefined : city.counties.find((one) => one.part === part)
  return (
    <div className="city-data">
      <div className="data-bar">
        <CityForms city={city} form={form} />
        {county !== undefined && (
          <>
            <Button
              size="small"
              icon={<ArrowLeftRegular />}
              onClick={() => setCityScreen(desk, { part: null, cell: null })}
            >
              {words.back}
            </Button>
            <strong>{county.name}</strong>
          </>
        )}
      </div>
      {!view.value ? (
        <StateNote error={view.error} />
      ) : (
        <div className="city-body">
          {part === null ? (
            <Counties city={city} view={view.value} />
          ) : (
            <Schools city={city} view={view.value} part={part} />
          )}
          <CityPanel city={city} view={view.value} />
        </div>
      )}
    </div>
  )
}

/** Which form of the city is looked at. */
export function CityForms({ city, form }: { city: CityView; form: string }): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  return (
    <CityChoice
      className="city-form"
      label={words.form}
      value={form}
      options={city.forms.map(({ id, title }) => ({ value: id, name: `${id} ${title}`.trim() }))}
      onChange={(next) => setCityScreen(desk, { form: next, cell: null })}
    />
  )
}

function Counties({ city, view }: { city: CityView; view: CityFormView }): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  const rows = useMemo(() => view.lines.map((one) => rowOfLine(one, 'school')), [view])
  const total = useMemo(() => {
    const there = { schools: view.lines.length, expected: city.counties.length }
    return { ...rowOfLine(view.total, 'county'), ...there }
  }, [view, city])
  return (
    <CityGrid
      form={view.form}
      rows={rows}
      total={total}
      by={words.columns.city}
      of={words.county}
      onCell={(key, item) => setCityScreen(desk, { cell: { key, item } })}
    />
  )
}

function Schools(props: { city: CityView; view: CityFormView; part: number }): ReactNode {
  const { city, view, part } = props
  const desk = useDesk()
  const words = useWords()
  const basis = useDeskState((state) => state.basis)
  const loaded = useCall(
    'citySchools',
    { part, form: view.form.id, basis },
    { revision: city.revision },
  )
  const rows = useMemo(() => (loaded.value ?? []).map(rowOfSchool), [loaded.value])
  const total = useMemo(() => {
    const own = view.lines.find(({ key }) => key === String(part))
    return own === undefined ? null : rowOfLine({ ...own, key: '' }, 'county')
  }, [view, part])
  if (!loaded.value) return <StateNote error={loaded.error} />
  return (
    <CityGrid
      form={view.form}
      rows={rows}
      total={total}
      by={words.city.code}
      of={words.data.school}
      totalName={words.data.county}
      onCell={(key, item) => setCityScreen(desk, { cell: { key, item } })}
    />
  )
}
