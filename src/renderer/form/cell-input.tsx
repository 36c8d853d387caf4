import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

interface Props {
  text: string
  onText: (text: string) => void
  /** true: take what was typed; false: leave the cell as it was. */
  onDone: (keep: boolean) => void
}

/** The field that opens in a cell while something is typed into it. */
export function CellInput({ text, onText, onDone }: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const field = input.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])
  return (
    <input
      ref={input}
      className="cell-input figures"
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key !== 'Enter' && event.key !== 'Tab' && event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onDone(event.key !== 'Escape')
      }}
    />
  )
}
