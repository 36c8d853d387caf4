import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SnapshotRow } from '../../shared/snapshots.ts'
import { shortTime } from '../figures/show.ts'
import { StateNote } from '../ui/state-note.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { Comparison } from './comparison.tsx'
import { Recount } from './recount.tsx'
import { Open, SignOff } from './sign-off.tsx'
import './snapshots.css'

/** 存档: the states that were signed off, and what moved between two of them. */
export function Snapshots(): ReactNode {
  const words = useWords()
  const rows = useCall('snapshots', {})
  const [picked, setPicked] = useState<number | null>(null)
  const [to, setTo] = useState<number | null>(null)
  if (!rows.value) return <StateNote error={rows.error} />
  const from = rows.value.find((row) => row.entry === picked) ?? rows.value[0]
  const end = rows.value.some((row) => row.entry === to) && to !== from?.entry ? to : null
  return (
    <div className="snapshots">
      <section className="snapshots-list">
        <SignOff />
        <p>
          <Recount />
        </p>
        {rows.value.length === 0 ? (
          <div className="empty">
            <h2>{words.snapshots.none}</h2>
            <p>{words.snapshots.noneHint}</p>
          </div>
        ) : (
          <ul>
            {rows.value.map((row) => (
              <li key={row.entry}>
                <Row
                  row={row}
                  picked={row.entry === from?.entry}
                  onPick={() => setPicked(row.entry)}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      {from && <Comparison from={from} to={end} rows={rows.value} onTo={setTo} />}
    </div>
  )
}

function Row(props: { row: SnapshotRow; picked: boolean; onPick: () => void }): ReactNode {
  const { row, picked, onPick } = props
  const words = useWords()
  return (
    <button
      type="button"
      className={row.active ? 'snapshot' : 'snapshot inactive'}
      aria-pressed={picked}
      onClick={onPick}
    >
      <span className="snapshot-line">
        <b>{row.name}</b>
        <span className={row.same ? 'snapshot-same' : 'snapshot-changed'}>
          {!row.active
            ? words.snapshots.takenBack
            : row.same
              ? words.snapshots.same
              : words.snapshots.changed}
        </span>
      </span>
      <span className="hint figures">
        {words.snapshots.by(row.person, shortTime(row.at))} · {words.top.coverage(row.coverage)}
      </span>
      {row.reason !== '' && <q>{row.reason}</q>}
      {picked && <Open open={row.open} />}
      {picked && (
        <span className="hint" title={row.fingerprint}>
          {words.snapshots.fingerprint} <code>{row.fingerprint.slice(0, 16)}</code>
        </span>
      )}
    </button>
  )
}
