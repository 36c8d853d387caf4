import { Combobox, Option } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useCommitted } from '../../ui/composition.ts'

const SHOWN = 80

/** One of many, found by typing part of its name. */
export function Choice(props: {
  label: string
  value: string
  options: { value: string; text: string; hint?: string }[]
  onChange: (value: string) => void
  className?: string
  placeholder?: string
}): ReactNode {
  const { label, value, options, onChange } = props
  const [typed, setTyped] = useState<string | null>(null)
  const name = options.find((one) => one.value === value)?.text ?? value
  const wanted = typed?.trim() ?? ''
  const shown = options
    .filter(({ text, hint }) => wanted === '' || `${text} ${hint ?? ''}`.includes(wanted))
    .slice(0, SHOWN)
  const field = useCommitted(typed ?? name, setTyped)
  return (
    <Combobox
      size="small"
      className={props.className ?? 'one-of-many'}
      aria-label={label}
      placeholder={props.placeholder ?? ''}
      {...field}
      selectedOptions={[value]}
      onBlur={() => setTyped(null)}
      onOptionSelect={(_, { optionValue }) => {
        setTyped(null)
        if (optionValue !== undefined) onChange(optionValue)
      }}
    >
      {shown.map(({ value: own, text, hint }) => (
        <Option key={own} value={own} text={text}>
          <span className="form-option">
            {text} {hint !== undefined && <small className="hint">{hint}</small>}
          </span>
        </Option>
      ))}
    </Combobox>
  )
}
