import { Button } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { MeasuredSchool } from '../../../shared/consolidate.ts'
import { withSeparators } from '../../../shared/separators.ts'
import { showCell } from '../../state/actions.ts'
import { useDesk } from '../../state/context.tsx'
import type { Loaded } from '../../state/use-call.ts'
import { usePeriods } from '../../state/use-periods.ts'
import { useWords } from '../../state/use-words.ts'
import { AddingUp } from './adding-up.tsx'

const SHOWN = 400

/** The schools behind a number; a school leads to its cell in the data. */
export function SchoolsList(props: {
  title: string
  open: boolean
  schools: Loaded<MeasuredSchool[]>
  unit: string
  withStage: boolean
  onClose: () => void
}): ReactNode {
  const { title, open, schools, unit } = props
  const words = useWords()
  const periods = usePeriods()
  if (!open)
    return (
      <aside className="panel" aria-label={words.groups.list}>
        <h2>{words.groups.list}</h2>
        <p className="hint">{words.groups.listHint}</p>
      </aside>
    )
  return (
    <aside className="panel" aria-label={words.groups.list}>
      <div className="panel-line">
        <h2>{title === '' ? words.groups.total : title}</h2>
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.consolidate.close}
          onClick={props.onClose}
        />
      </div>
      {!schools.value ? (
        <AddingUp of={schools} />
      ) : (
        <>
          <p className="hint">
            {words.groups.listOf(schools.value.length)}
            {unit !== '' && ` · ${unit}`}
          </p>
          <table
            className="schools-table figures"
            data-rest={Math.max(0, schools.value.length - SHOWN)}
          >
            <thead>
              <tr>
                <th scope="col">{words.groups.school}</th>
                <th scope="col" className="number">
                  {periods.now}
                </th>
                <th scope="col" className="number">
                  {periods.last}
                </th>
                <th scope="col" className="number">
                  {words.groups.show.change}
                </th>
              </tr>
            </thead>
            <tbody>
              {schools.value.slice(0, SHOWN).map((one) => (
                <School key={one.school} school={one} withStage={props.withStage} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </aside>
  )
}

function School({ school, withStage }: { school: MeasuredSchool; withStage: boolean }): ReactNode {
  const desk = useDesk()
  const words = useWords().groups
  const { item, current, state } = school
  const notes = [
    withStage ? school.stage : '',
    state === 'counted' ? '' : current ? words.state[state] : words.gone,
    school.counts ? '' : words.notCounted,
  ].filter((note) => note !== '')
  return (
    <tr className={state === 'counted' ? '' : 'school-doubt'}>
      <td>
        {current && item !== null ? (
          <button
            type="button"
            className="link"
            title={words.open}
            onClick={() => showCell(desk, school.school, item)}
          >
            {school.name}
          </button>
        ) : (
          school.name
        )}
        {notes.length > 0 && <small className="hint"> {notes.join(' · ')}</small>}
      </td>
      <td className="number">{figure(school.value)}</td>
      <td className="number hint">{figure(school.before ?? '')}</td>
      <td className="number">{figure(school.change ?? '')}</td>
    </tr>
  )
}

function figure(value: string): string {
  return value === '' ? '—' : withSeparators(value)
}
