import { Dropdown, Input, Option } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ListView, PivotSide } from '../../shared/lists.ts'
import { useWords } from '../state/use-words.ts'

/** What was chosen for one side of a table; "" for nothing. */
export interface SideTyped {
  field: string
  /** Where bands begin, as typed. */
  bounds: string
}

export const NO_SIDE: SideTyped = { field: '', bounds: '' }

/** One side as it is asked for; null for none. */
export function sideOf({ field, bounds }: SideTyped): PivotSide | null {
  if (field === '') return null
  const numbers = bounds
    .split(/[^\d]+/u)
    .filter(Boolean)
    .map(Number)
  return { field, bounds: numbers.slice(0, 20) }
}

/** Chooses a column of the list, and for figures where bands begin. */
export function SideChoice(props: {
  label: string
  fields: ListView['fields']
  typed: SideTyped
  onChange: (typed: SideTyped) => void
}): ReactNode {
  const words = useWords().lists
  const { label, fields, typed, onChange } = props
  const number = fields.find(({ name }) => name === typed.field)?.number === true
  return (
    <div className="pivot-line">
      <span>{label}</span>
      <Dropdown
        size="small"
        aria-label={label}
        value={typed.field === '' ? words.nothing : typed.field}
        selectedOptions={[typed.field]}
        onOptionSelect={(_, data) => onChange({ field: data.optionValue ?? '', bounds: '' })}
      >
        <Option value="">{words.nothing}</Option>
        {fields.map(({ name }) => (
          <Option key={name} value={name}>
            {name}
          </Option>
        ))}
      </Dropdown>
      {number && (
        <Input
          size="small"
          className="pivot-bounds"
          aria-label={`${label} ${words.bounds}`}
          value={typed.bounds}
          placeholder={words.boundsHint}
          onChange={(_, data) => onChange({ ...typed, bounds: data.value })}
        />
      )}
    </div>
  )
}
