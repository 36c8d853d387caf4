import type { ReactNode } from 'react'
import { withSeparators } from '../../shared/separators.ts'

/** A filter that is on or off, with how many it would show. */
export function Chip(props: {
  on: boolean
  label: string
  count?: number
  onClick: () => void
}): ReactNode {
  return (
    <button
      type="button"
      className={props.count === 0 && !props.on ? 'chip chip-none' : 'chip'}
      aria-pressed={props.on}
      onClick={props.onClick}
    >
      {props.label}
      {props.count !== undefined && (
        <b className="figures">{withSeparators(String(props.count))}</b>
      )}
    </button>
  )
}
