import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { CityFormView, CityLine, CityView } from '../../shared/city.ts'
import { withSeparators } from '../../shared/separators.ts'
import { stateText } from '../../shared/words/say.ts'
import { itemAt, itemLabel } from '../figures/item-names.ts'
import { compareFigures } from '../figures/sum.ts'
import { openCounty, setCityScreen } from '../state/city-actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { LineNote } from '../ui/state-note.tsx'
import '../panel/panel.css'

/** What the selected figure is made of: the city's of counties', a county's of schools', a school's of a cell. */
export function CityPanel({ city, view }: { city: CityView; view: CityFormView }): ReactNode {
  const words = useWords().city
  const { part, cell } = useDeskState((state) => state.cityScreen)
  const index = cell === null ? -1 : itemAt(view.form, cell.item)
  const item = view.form.items[index]
  return (
    <aside className="panel" aria-label={words.pick}>
      {cell === null || item === undefined ? (
        <>
          <h2>{words.pick}</h2>
          <p className="hint">{words.pickHint}</p>
        </>
      ) : (
        <>
          <Head city={city} view={view} of={cell.key} />
          <p className="panel-item">
            <code>{cell.item}</code>
            <span>{itemLabel(view.form, item)}</span>
          </p>
          {part !== null && cell.key !== '' ? (
            <SchoolCell city={city} part={part} school={cell.key} item={cell.item} />
          ) : part !== null || cell.key !== '' ? (
            <CountyFigure view={view} part={part ?? Number(cell.key)} index={index} />
          ) : (
            <CityFigure view={view} index={index} />
          )}
        </>
      )}
    </aside>
  )
}

function Head(props: { city: CityView; view: CityFormView; of: string }): ReactNode {
  const { city, view, of } = props
  const words = useWords().city
  const basis = useDeskState((state) => state.basis)
  const { part } = useDeskState((state) => state.cityScreen)
  const schools = useCall(
    'citySchools',
    part === null || of === '' ? null : { part, form: view.form.id, basis },
    { revision: city.revision },
  ).value
  const county = city.counties.find(
    (one) => String(one.part) === (part === null ? of : String(part)),
  )
  const school = schools?.find((one) => one.school === of)
  return <h2>{school?.name ?? county?.name ?? words.total}</h2>
}

function Figure({ line, index }: { line: CityLine; index: number }): ReactNode {
  const words = useWords().city
  const asked = line.asked[index] ?? 0
  return (
    <>
      <p className="indicator-big figures">{withSeparators(line.values[index] || '—')}</p>
      <p className="hint">{words.restsOn(line.schools[index] ?? 0, asked)}</p>
    </>
  )
}

function CityFigure({ view, index }: { view: CityFormView; index: number }): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  const lines = view.lines
    .filter((one) => (one.asked[index] ?? 0) > 0)
    .toSorted((a, b) => compareFigures(b.values[index] ?? '', a.values[index] ?? ''))
  return (
    <>
      <Figure line={view.total} index={index} />
      <h3>{words.contributors}</h3>
      <table className="goes-to">
        <tbody>
          {lines.map((one) => (
            <tr key={one.key}>
              <td>
                <button
                  type="button"
                  className="link"
                  onClick={() => setCityScreen(desk, { part: Number(one.key) })}
                >
                  {one.name}
                </button>
              </td>
              <td className="figures">{withSeparators(one.values[index] || '—')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function CountyFigure(props: { view: CityFormView; part: number; index: number }): ReactNode {
  const { view, part, index } = props
  const desk = useDesk()
  const words = useWords().city
  const shown = useDeskState((state) => state.cityScreen.part)
  const line = view.lines.find(({ key }) => key === String(part))
  if (line === undefined) return null
  return (
    <>
      <Figure line={line} index={index} />
      {shown === null && (
        <Button size="small" onClick={() => setCityScreen(desk, { part, cell: null })}>
          {words.schools}
        </Button>
      )}
    </>
  )
}

function SchoolCell(props: {
  city: CityView
  part: number
  school: string
  item: string
}): ReactNode {
  const { city, part, school, item } = props
  const desk = useDesk()
  const words = useWords().city
  const basis = useDeskState((state) => state.basis)
  const lang = useDeskState((state) => state.lang)
  const loaded = useCall('cityCell', { part, school, item, basis }, { revision: city.revision })
  const cell = loaded.value
  if (cell === null) return <LineNote error={loaded.error} />
  const atHand = city.counties.find((one) => one.part === part)?.atHand === true
  return (
    <>
      <p className="indicator-big figures">
        {cell.state === 'number'
          ? withSeparators(cell.value)
          : cell.state === 'text'
            ? cell.value
            : stateText(lang, cell.state)}
      </p>
      <p className="panel-file">
        {cell.file === '' ? words.noPlace : words.place(cell.file, cell.sheet, cell.cell)}
      </p>
      {atHand && (
        <Button size="small" onClick={() => void openCounty(desk, part, { school, item })}>
          {words.openCell}
        </Button>
      )}
    </>
  )
}
