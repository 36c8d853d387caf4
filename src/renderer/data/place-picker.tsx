import { Button, Combobox, Dropdown, Option, ToggleButton } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import { codeOf } from '../../shared/register.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { DeskState } from '../state/desk.ts'
import { useWords } from '../state/use-words.ts'
import { useFormSchools } from '../form/form-schools.ts'
import { schoolBeside } from '../form/school-order.ts'
import { useCommitted } from '../ui/composition.ts'

const SHOWN = 60

/** Whose form is drawn: a school's, a town's, the county's. */
export function PlacePicker(props: { form: string; schools: SchoolRow[] }): ReactNode {
  const schools = useFormSchools(props.form, props.schools)
  const { store } = useDesk()
  const words = useWords().paper
  const place = useDeskState((state) => state.place)
  const by = useDeskState((state) => state.by)
  const overview = useDeskState((state) => state.overview)
  const groups = overview?.dimensions.find((one) => one.name === by)?.groups ?? []
  const set = (next: DeskState['place']): void => store.set({ place: next, selected: null })
  const selected = useDeskState((state) => state.selected)
  const first =
    schools.find((row) => selected?.kind === 'cell' && row.school.id === selected.school) ??
    schools.find((row) => row.file !== null) ??
    schools[0]
  return (
    <div className="place-picker">
      <fieldset className="switch">
        <ToggleButton
          size="small"
          checked={'school' in place}
          onClick={() => first && !('school' in place) && set({ school: first.school.id })}
        >
          {words.school}
        </ToggleButton>
        <ToggleButton
          size="small"
          checked={'group' in place}
          disabled={groups.length === 0}
          onClick={() => set({ group: groups[0] ?? '' })}
        >
          {by === '' ? words.group : by}
        </ToggleButton>
        <ToggleButton
          size="small"
          checked={'county' in place}
          onClick={() => set({ county: true })}
        >
          {words.county}
        </ToggleButton>
      </fieldset>
      {'school' in place && (
        <SchoolPicker schools={schools} all={props.schools} id={place.school} set={set} />
      )}
      {'group' in place && (
        <>
          <Dropdown
            size="small"
            className="by-picker"
            value={by}
            selectedOptions={[by]}
            onOptionSelect={(_, data) => {
              const next = data.optionValue ?? by
              const named = overview?.dimensions.find((one) => one.name === next)
              store.set({ by: next })
              set({ group: named?.groups[0] ?? '' })
            }}
          >
            {(overview?.dimensions ?? []).map((one) => (
              <Option key={one.name}>{one.name}</Option>
            ))}
          </Dropdown>
          <Dropdown
            size="small"
            className="group-picker"
            value={place.group}
            selectedOptions={[place.group]}
            onOptionSelect={(_, data) => set({ group: data.optionValue ?? '' })}
          >
            {groups.map((group) => (
              <Option key={group}>{group}</Option>
            ))}
          </Dropdown>
        </>
      )}
    </div>
  )
}

function SchoolPicker(props: {
  schools: SchoolRow[]
  /** All of the register, for the name of one that has no such table. */
  all: SchoolRow[]
  id: string
  set: (place: DeskState['place']) => void
}): ReactNode {
  const { schools, id, set } = props
  const words = useWords().paper
  const [typed, setTyped] = useState<string | null>(null)
  const name = props.all.find((row) => row.school.id === id)?.school.name ?? id
  const shown = schools
    .filter(
      ({ school }) =>
        typed === null || school.name.includes(typed) || codeOf(school).includes(typed),
    )
    .slice(0, SHOWN)
  const step = (by: number): void => set({ school: schoolBeside(schools, id, by) })
  const field = useCommitted(typed ?? name, setTyped)
  return (
    <>
      <Button
        size="small"
        icon={<ChevronLeftRegular />}
        aria-label={words.previous}
        title={words.previous}
        onClick={() => step(-1)}
      />
      <Combobox
        size="small"
        className="school-picker"
        aria-label={words.choose}
        {...field}
        selectedOptions={[id]}
        onBlur={() => setTyped(null)}
        onOptionSelect={(_, data) => {
          setTyped(null)
          if (data.optionValue !== undefined) set({ school: data.optionValue })
        }}
      >
        {shown.map(({ school }) => (
          <Option key={school.id} value={school.id} text={school.name}>
            <span className="form-option">
              {school.name} <small className="hint">{codeOf(school)}</small>
            </span>
          </Option>
        ))}
      </Combobox>
      <Button
        size="small"
        icon={<ChevronRightRegular />}
        aria-label={words.next}
        title={words.next}
        onClick={() => step(1)}
      />
    </>
  )
}
