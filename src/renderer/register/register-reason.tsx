import type { ReactNode } from 'react'
import { useWords } from '../state/use-words.ts'
import { ReasonField } from '../ui/reason-field.tsx'

/** Why the register is changed, with the reasons given for such changes before. */
export function RegisterReason(props: {
  reason: string
  onReason: (reason: string) => void
}): ReactNode {
  const { register: words } = useWords()
  return (
    <ReasonField
      value={props.reason}
      onChange={props.onReason}
      kinds={['edit-register']}
      usual={words.usual}
    />
  )
}
