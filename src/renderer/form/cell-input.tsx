import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

/** Where the keyboard goes after what was typed: rows down, columns right. */
export type StepOn = [number, number]

interface Props {
  text: string
  onText: (text: string) => void
  /** Takes what was typed; with where to go on, null where the person went elsewhere already. */
  onTake: (on: StepOn | null) => void
  /** Leaves the cell as it was. */
  onLeave: () => void
}

/** The field that opens in a cell while something is typed into it. */
export function CellInput({ text, onText, onTake, onLeave }: Props): ReactNode {
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
      onBlur={() => onTake(null)}
      onKeyDown={(event) => {
        // Enter that ends a composition belongs to the input method.
        if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
        const back = event.shiftKey ? -1 : 1
        if (event.key === 'Enter') onTake([back, 0])
        else if (event.key === 'Tab') onTake([0, back])
        else if (event.key === 'Escape') onLeave()
        else return
        event.preventDefault()
        event.stopPropagation()
      }}
    />
  )
}
