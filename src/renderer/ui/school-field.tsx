import { Combobox, Option } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import { codeOf } from '../../shared/register.ts'
import { useCommitted } from './composition.ts'

/** A school that may be chosen, with what is said beside its name (its code, why it is likely). */
export interface SchoolChoice {
  id: string
  name: string
  code: string
  hint: string
}

/** Schools as they are chosen among, each with its code. */
export function choicesOf(schools: readonly SchoolRow[]): SchoolChoice[] {
  return schools.map(({ school }) => {
    const code = codeOf(school)
    return { id: school.id, name: school.name, code, hint: code }
  })
}

const SHOWN = 30

/** One school of many, found by a part of its name or code. */
export function SchoolField(props: {
  label: string
  placeholder: string
  /** The likely ones first. */
  schools: readonly SchoolChoice[]
  /** Id of the chosen school; "" for none. */
  value: string
  onChange: (school: string) => void
}): ReactNode {
  const { schools, value, onChange } = props
  const [typed, setTyped] = useState('')
  const chosen = schools.find(({ id }) => id === value)
  const field = useCommitted(chosen?.name ?? typed, (text) => {
    setTyped(text)
    onChange('')
  })
  const wanted = chosen === undefined ? typed.trim() : ''
  const shown = schools
    .filter(({ name, code }) => name.includes(wanted) || code.includes(wanted))
    .slice(0, SHOWN)
  return (
    <Combobox
      size="small"
      freeform
      className="school-field"
      aria-label={props.label}
      placeholder={props.placeholder}
      {...field}
      selectedOptions={value === '' ? [] : [value]}
      onOptionSelect={(_, data) => {
        setTyped('')
        onChange(data.optionValue ?? '')
      }}
    >
      {shown.map(({ id, name, hint }) => (
        <Option key={id} value={id} text={name}>
          <span className="assign-option">
            {name} <small className="hint">{hint}</small>
          </span>
        </Option>
      ))}
    </Combobox>
  )
}
