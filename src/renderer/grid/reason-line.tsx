import { Input } from '@fluentui/react-components'
import type { ReactNode, Ref } from 'react'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { recentReasons } from './recent-reasons.ts'
import { isReason } from './reason-text.ts'

interface Props {
  reason: string
  onReason: (reason: string) => void
  inputRef?: Ref<HTMLInputElement>
  /** Back to the cells. */
  onEscape?: () => void
  onFocus?: (from: EventTarget | null) => void
}

/**
 * Why figures are changed. Nothing stands there before it is written or picked: the reason given
 * last is offered, by a click or the Down key, and never taken by itself.
 */
export function ReasonLine({ reason, onReason, inputRef, onEscape, onFocus }: Props): ReactNode {
  const { change: words, app } = useWords()
  const ledger = useCall('ledger', { limit: 200 })
  const recent = recentReasons(ledger.value ?? [])
  const last = recent[0]
  const stray = reason.trim() !== '' && !isReason(reason)
  return (
    <>
      <Input
        size="small"
        className="reason-input"
        aria-label={words.reason}
        aria-invalid={stray}
        placeholder={`${words.reason}${app.colon}${last === undefined ? words.placeholder : words.takeLast(last)}`}
        value={reason}
        input={{ ...(inputRef ? { ref: inputRef } : {}) }}
        onFocus={(event) => onFocus?.(event.relatedTarget)}
        onChange={(_, data) => onReason(data.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && onEscape) {
            event.stopPropagation()
            onEscape()
          }
          if (event.key !== 'ArrowDown' || last === undefined || reason !== '') return
          event.preventDefault()
          onReason(last)
        }}
      />
      {stray && (
        <span className="reason-stray" role="alert">
          {words.noReason}
        </span>
      )}
      {recent.length > 0 && (
        <span className="reason-recent" title={words.recent}>
          {recent.map((one) => (
            <button key={one} type="button" className="chip" onClick={() => onReason(one)}>
              {one}
            </button>
          ))}
        </span>
      )}
    </>
  )
}
