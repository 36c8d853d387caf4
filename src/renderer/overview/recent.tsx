import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { LedgerEntry } from '../../shared/ledger.ts'
import type { Overview } from '../../shared/overview.ts'
import { shortTime } from '../figures/show.ts'
import { change, showCell } from '../state/actions.ts'
import { showFile } from '../state/show-file.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { foldReceipts } from './fold-receipts.ts'
import { useCall } from '../state/use-call.ts'
import { entryText, partText } from '../../shared/words/entries.ts'
import { useWords } from '../state/use-words.ts'

/** Lines asked for and lines drawn. */
const ASKED = 2_000
const SHOWN = 100

/** The latest lines of the ledger; changes can be taken back from here in any order. */
export function Recent({ overview }: { overview: Overview }): ReactNode {
  const words = useWords()
  const ledger = useCall('ledger', { limit: ASKED })
  const lines = foldReceipts(ledger.value ?? []).slice(0, SHOWN)
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
      {ledger.value && lines.length === 0 && <p className="hint">{words.overview.noRecent}</p>}
      {overview.unreadableLines > 0 && (
        <p className="hint" role="alert">
          {words.overview.unreadableLines(overview.unreadableLines)}
        </p>
      )}
      <ol className="recent-list">
        {lines.map((line) =>
          'files' in line ? (
            <Receipts key={line.files[0]?.id} files={line.files} />
          ) : (
            <Line key={line.entry.id} entry={line.entry} />
          ),
        )}
      </ol>
    </section>
  )
}

function Receipts({ files }: { files: LedgerEntry[] }): ReactNode {
  const words = useWords().entry
  const lang = useDeskState((state) => state.lang)
  const names = files.map(({ says }) => partText(lang, says.params['file'] ?? ''))
  return (
    <li title={names.slice(0, 40).join('\n')}>
      <span className="figures hint">{shortTime(files[0]?.at ?? '')}</span>
      <span className="recent-what">
        {files.length === 1
          ? files.map((entry) => <Said key={entry.id} entry={entry} />)
          : words.receiveMany(files.length)}
        {files.length > 1 && <span className="hint recent-names">{names.join(' · ')}</span>}
      </span>
      <span className="hint">{files[0]?.person}</span>
    </li>
  )
}

function Line({ entry }: { entry: LedgerEntry }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  return (
    <li className={entry.active ? '' : 'inactive'}>
      <span className="figures hint">{shortTime(entry.at)}</span>
      <span className="recent-what">
        <Said entry={entry} />
        {entry.reason !== '' && <q>{entry.reason}</q>}
        {!entry.active && <i>{words.entry.inactive}</i>}
      </span>
      <span className="hint">{entry.person}</span>
      {entry.listed && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() =>
            void change(desk, () =>
              desk.api.withdraw({ entry: entry.id, reason: words.overview.withdrawReason }),
            )
          }
        >
          {words.overview.withdraw}
        </Button>
      )}
    </li>
  )
}

/** What was done; leads to the cell or the file it was done to. */
function Said({ entry }: { entry: LedgerEntry }): ReactNode {
  const desk = useDesk()
  const lang = useDeskState((state) => state.lang)
  const text = entryText(lang, entry.says)
  const { goesTo } = entry
  if (goesTo?.kind !== 'cell' && goesTo?.kind !== 'file') return text
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        if (goesTo.kind === 'file') showFile(desk, goesTo.file)
        else showCell(desk, goesTo.school, goesTo.item)
      }}
    >
      {text}
    </button>
  )
}
