import { Field, Input } from '@fluentui/react-components'
import type { ReactNode } from 'react'

/** A labelled text of one line. */
export function LineField(props: {
  label: string
  required?: boolean
  value: string
  onChange: (text: string) => void
  placeholder?: string
  title?: string
  className?: string
}): ReactNode {
  const { label, required = false, onChange, ...box } = props
  return (
    <Field label={label} size="small" required={required}>
      <Input size="small" {...box} onChange={(_, data) => onChange(data.value)} />
    </Field>
  )
}
