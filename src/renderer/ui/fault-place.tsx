import type { ReactNode } from 'react'
import './fault-place.css'

/** A text with the place of its fault: the character, and a caret under it. */
export function FaultPlace({ text, at }: { text: string; at: number }): ReactNode {
  const place = Math.min(at, text.length)
  const sign = text[place] ?? ' '
  return (
    <code className="fault-text">
      {text.slice(0, place)}
      <mark className="fault-at">{sign}</mark>
      {text.slice(place + sign.length)}
    </code>
  )
}
