import { Input } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { reasonsOf } from './reasons-of.ts'
import './reason-field.css'

interface Props {
  value: string
  onChange: (reason: string) => void
  /** Whose reasons are offered again. */
  kinds: readonly string[]
  /** What to offer while nothing was written yet. */
  usual?: readonly string[]
}

/** Why? With the reasons given before at a click. */
export function ReasonField({ value, onChange, kinds, usual = [] }: Props): ReactNode {
  const words = useWords()
  const ledger = useCall('ledger', { limit: 400 })
  const offered = reasonsOf(ledger.value ?? [], kinds, usual)
  return (
    <span className="reason-field">
      <Input
        size="small"
        aria-label={words.ask.reason}
        placeholder={`${words.ask.reason}${words.app.colon}${words.ask.example(kinds[0] ?? '')}`}
        value={value}
        onChange={(_, data) => onChange(data.value)}
      />
      {offered.length > 0 && (
        <span className="chips" title={words.ask.recent}>
          {offered.map((one) => (
            <button key={one} type="button" className="chip" onClick={() => onChange(one)}>
              {one}
            </button>
          ))}
        </span>
      )}
    </span>
  )
}
