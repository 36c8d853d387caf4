import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { LedgerEntry, Overview } from '../../shared/api.ts'
import { shortTime } from '../figures/show.ts'
import { change } from '../state/actions.ts'
import { useRevision, useSession } from '../state/context.tsx'
import { useLoaded } from '../state/loaded.ts'
import { entryWords } from '../words/entry-words.ts'
import { useWords } from '../words/use-words.ts'

const SHOWN = 60

/** The latest lines of the ledger; changes can be taken back from here in any order. */
export function Recent({ overview }: { overview: Overview }): ReactNode {
  const session = useSession()
  const words = useWords()
  const ledger = useLoaded(`ledger ${useRevision()}`, () => session.api.ledger({ limit: SHOWN }))
  const entries = (ledger.value ?? []).toSorted((a, b) => b.id - a.id)
  return (
    <section className="card recent">
      <h2>{words.overview.recent}</h2>
      <p className="hint">
        {[
          overview.referenceDate && words.overview.reference(overview.referenceDate),
          overview.dueDate && words.overview.due(overview.dueDate),
          words.overview.forms(overview.forms.length),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {ledger.value && entries.length === 0 && <p className="hint">{words.overview.noRecent}</p>}
      <ol className="recent-list">
        {entries.map((entry) => (
          <li key={entry.id} className={entry.active ? '' : 'inactive'}>
            <span className="figures hint">{shortTime(entry.at)}</span>
            <span className="recent-what">
              {entryWords(words, entry)}
              {entry.reason !== '' && <q>{entry.reason}</q>}
              {!entry.active && <i>{words.entry.inactive}</i>}
            </span>
            <span className="hint">{entry.person}</span>
            {canWithdraw(entry) && (
              <Button
                size="small"
                appearance="subtle"
                onClick={() =>
                  void change(session, () =>
                    session.api.withdraw({
                      entry: entry.id,
                      reason: words.overview.withdrawReason,
                    }),
                  )
                }
              >
                {words.overview.withdraw}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function canWithdraw(entry: LedgerEntry): boolean {
  return entry.active && (entry.kind === 'adopt' || entry.kind === 'assign')
}
