import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { BackupRow } from '../../shared/backups.ts'
import { shortTime } from '../figures/show.ts'
import { useWords } from '../state/use-words.ts'
import './backups.css'

interface Props {
  rows: readonly BackupRow[]
  picked: string | null
  /** What a click does, in words. */
  action: string
  disabled?: boolean
  onPick: (id: string) => void
}

/** Backups, newest first, each with its time, size and place. */
export function BackupList({ rows, picked, action, disabled = false, onPick }: Props): ReactNode {
  const words = useWords().backups
  if (rows.length === 0) return <p className="hint">{words.none}</p>
  return (
    <ul className="backups-list">
      {rows.map((row) => (
        <li key={row.id}>
          <span className="figures">{shortTime(row.at)}</span>
          <span className="figures">{words.lines(row.lines)}</span>
          <span className="hint figures">{`${(row.size / 2 ** 20).toFixed(1)} MB`}</span>
          <span className="hint">
            {words.where[row.where]}
            {row.before && ` · ${words.before}`}
          </span>
          <Button
            size="small"
            aria-pressed={row.id === picked}
            disabled={disabled}
            onClick={() => onPick(row.id)}
          >
            {action}
          </Button>
        </li>
      ))}
    </ul>
  )
}
