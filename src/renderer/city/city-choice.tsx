import { Dropdown, Option } from '@fluentui/react-components'
import type { ReactNode } from 'react'

/** One of what a screen of the city can show. */
export function CityChoice(props: {
  label: string
  value: string
  options: readonly { value: string; name: string }[]
  onChange: (value: string) => void
  className?: string
}): ReactNode {
  const { label, value, options, onChange, className } = props
  return (
    <Dropdown
      size="small"
      {...(className !== undefined && { className })}
      aria-label={label}
      value={options.find((one) => one.value === value)?.name ?? value}
      selectedOptions={[value]}
      onOptionSelect={(_, { optionValue }) => {
        if (optionValue !== undefined) onChange(optionValue)
      }}
    >
      {options.map((one) => (
        <Option key={one.value} value={one.value} text={one.name}>
          {one.name}
        </Option>
      ))}
    </Dropdown>
  )
}
