import { STATE_LETTER } from '../../shared/state-letter.ts'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Form } from '../../shared/model.ts'
import { addsUp, itemAddress, itemLabel } from '../figures/item-names.ts'
import { withSeparators } from '../../shared/separators.ts'
import { compareFigures } from '../figures/sum.ts'
import { listRows } from '../grid/row.ts'
import { SeriesPart } from '../series/series-part.tsx'
import { LineNote } from '../ui/state-note.tsx'
import { useSchoolMap } from '../state/catalog.ts'
import { goToCell } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { Selected } from '../state/selected.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

type Total = Extract<Selected, { kind: 'total' }>

const SHOWN = 200

/** A total walked back to its schools, the largest first, with those that are not in it. */
export function TotalPanel(props: {
  form: Form
  selected: Total
  schools: SchoolRow[]
}): ReactNode {
  const { form, selected, schools } = props
  const desk = useDesk()
  const words = useWords()
  const basis = useDeskState((state) => state.basis)
  const by = useDeskState((state) => state.by)
  const byId = useSchoolMap(schools)
  const grid = useCall('grid', { form: form.id, basis, by })
  const item = form.items[selected.item]
  if (grid.error || !grid.value || !item) return <LineNote error={grid.error} />
  const index = grid.value.items.indexOf(selected.item)
  const { rows, county } = listRows(grid.value, byId)
  const total =
    selected.level === 'county'
      ? county
      : rows.find((row) => row.level === 'group' && row.key === selected.group)
  const members = rows.filter(
    (row) =>
      row.level === 'school' && (selected.level === 'county' || row.group === selected.group),
  )
  const counted = members
    .filter((row) => row.states[index] === STATE_LETTER.number)
    .toSorted((a, b) => compareFigures(b.values[index] ?? '', a.values[index] ?? ''))
  const unreadable = members.filter((row) => row.states[index] === STATE_LETTER.unreadable)
  const missing = members.filter((row) => row.states[index] === STATE_LETTER.missing)
  const name = selected.level === 'county' ? words.data.county : words.panel.totalOf(selected.group)
  const show = (school: string): void => {
    desk.store.set({ view: 'list', rowFilter: 'all' })
    goToCell(desk, school, itemAddress(form, item))
  }
  return (
    <>
      <h2>{name}</h2>
      <p className="panel-item">
        <code>{itemAddress(form, item)}</code>
        <span>{itemLabel(form, item)}</span>
      </p>
      <dl className="values">
        <div>
          <dt>{words.top[basis]}</dt>
          <dd className="figures">{withSeparators(total?.values[index] ?? '')}</dd>
        </div>
      </dl>
      <p className="hint">{words.panel.totalFrom(counted.length, members.length)}</p>
      {unreadable.length + missing.length > 0 && (
        <>
          <h3>{words.panel.notCounted}</h3>
          <ul className="not-counted">
            {[...unreadable, ...missing].slice(0, SHOWN).map((row) => (
              <li key={row.id}>
                <button type="button" className="link" onClick={() => show(row.key)}>
                  {row.name}
                </button>
                <small className="hint">
                  {row.states[index] === STATE_LETTER.unreadable
                    ? words.intake.unreadableCount
                    : words.data.missing}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
      {selected.level === 'county' && addsUp(item) && (
        <SeriesPart measure={{ items: [itemAddress(form, item)] }} />
      )}
      <h3>{words.panel.contributors}</h3>
      <table className="goes-to">
        <tbody>
          {counted.slice(0, SHOWN).map((row) => (
            <tr key={row.id}>
              <td>
                <button type="button" className="link" onClick={() => show(row.key)}>
                  {row.name}
                </button>
              </td>
              <td className="figures">{withSeparators(row.values[index] ?? '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {counted.length > SHOWN && (
        <p className="hint">{words.panel.moreSchools(counted.length - SHOWN)}</p>
      )}
    </>
  )
}
