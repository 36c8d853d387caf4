import { Input } from '@fluentui/react-components'
import type { ComponentProps, ReactNode } from 'react'
import { useCommitted } from './composition.ts'

type Props = Omit<ComponentProps<typeof Input>, 'onChange' | 'value'> & {
  value: string
  onText: (text: string) => void
}

/** The field of a filter or search; it hears of a text when the input method has committed it. */
export function FilterInput({ value, onText, ...rest }: Props): ReactNode {
  return <Input {...rest} {...useCommitted(value, onText)} />
}
