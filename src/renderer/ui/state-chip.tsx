import type { ReactNode } from 'react'
import type { FileStatus, SchoolState } from '../../shared/model.ts'
import './state-chip.css'

/** Each state has a sign of its own, so that it is not told by colour alone. */
const SIGNS: Record<SchoolState | FileStatus | 'closed', string> = {
  reported: '✓',
  accepted: '✓',
  queried: '?',
  rejected: '✕',
  missing: '○',
  duplicate: '＝',
  superseded: '↑',
  ignored: '–',
  closed: '–',
}

export function StateChip(props: {
  state: SchoolState | FileStatus | 'closed'
  label: string
}): ReactNode {
  return (
    <span className={`state-chip chip-${props.state}`}>
      <i aria-hidden="true">{SIGNS[props.state]}</i>
      {props.label}
    </span>
  )
}
