import { Dropdown, Option } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useWords } from '../../state/use-words.ts'

const MOST = 3

/** Which dimensions stand on one side of the table, in the order they were chosen. */
export function DimensionPicker(props: {
  label: string
  all: string[]
  /** Dimensions of the other side: they cannot stand on both. */
  taken: string[]
  chosen: string[]
  onChange: (dimensions: string[]) => void
}): ReactNode {
  const { label, all, taken, chosen, onChange } = props
  const words = useWords().groups
  return (
    <label className="data-choice">
      {label}
      <Dropdown
        size="small"
        multiselect
        className="dimension-picker"
        aria-label={label}
        value={chosen.length === 0 ? words.none : chosen.join(' × ')}
        selectedOptions={chosen}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue === undefined) return
          const rest = chosen.filter((one) => one !== optionValue)
          const next = rest.length < chosen.length ? rest : [...chosen, optionValue]
          onChange(next.slice(-MOST))
        }}
      >
        {all
          .filter((name) => !taken.includes(name))
          .map((name) => (
            <Option key={name}>{name}</Option>
          ))}
      </Dropdown>
    </label>
  )
}
