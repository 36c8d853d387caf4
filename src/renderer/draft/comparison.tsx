import type { ReactNode } from 'react'
import type { DraftChange } from '../../shared/draft-desk.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { StateNote } from '../ui/state-note.tsx'

/** Two versions of the draft: which figures changed, came in, went out. */
export function Comparison({ before, after }: { before: number; after: number }): ReactNode {
  const words = useWords().draft
  const loaded = useCall('compareDrafts', { before, after })
  const { value: found } = loaded
  if (!found) return <StateNote error={loaded.error} loading={words.loading} />
  const count = (kind: DraftChange['kind']): number =>
    found.changes.filter((one) => one.kind === kind).length
  return (
    <div className="draft-comparison">
      <p className="figures">
        {words.compared(found.same, count('changed'), count('appeared'), count('vanished'))}
      </p>
      {found.changes.length === 0 ? (
        <p className="hint">{words.noChanges}</p>
      ) : (
        <table className="plain-table">
          <thead>
            <tr>
              <th>{words.change}</th>
              <th className="number">{words.before}</th>
              <th className="number">{words.after}</th>
              <th>{words.sentence}</th>
            </tr>
          </thead>
          <tbody>
            {found.changes.map((one) => (
              <tr key={`${String(one.before?.start)} ${String(one.after?.start)}`}>
                <td>
                  <span className={`draft-change draft-change-${one.kind}`}>
                    {words.changes[one.kind]}
                  </span>
                </td>
                <td className="number">{one.before?.text ?? '—'}</td>
                <td className="number">{one.after?.text ?? '—'}</td>
                <td>{(one.after ?? one.before)?.sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
