import { Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SnapshotComparison, SnapshotRow } from '../../shared/snapshots.ts'
import { shortTime } from '../figures/show.ts'
import { withSeparators } from '../../shared/separators.ts'
import { LineNote } from '../ui/state-note.tsx'
import { useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { entryText } from '../../shared/words/entries.ts'
import { useWords } from '../state/use-words.ts'

/** Lines drawn at once. */
const STEP = 100

interface Props {
  from: SnapshotRow
  to: number | null
  rows: SnapshotRow[]
  onTo: (entry: number | null) => void
}

/** What two states say differently, and the entries of the ledger that moved it. */
export function Comparison({ from, to, rows, onTo }: Props): ReactNode {
  const words = useWords().snapshots
  const loaded = useCall('compareSnapshots', { from: from.entry, to })
  return (
    <section className="snapshots-comparison">
      <p className="comparison-head">
        {words.from} <b>{from.name}</b> {words.to}
        <Select
          size="small"
          aria-label={words.compare}
          value={to === null ? '' : String(to)}
          onChange={(_, { value }) => onTo(value === '' ? null : Number(value))}
        >
          <option value="">{words.present}</option>
          {rows
            .filter(({ entry }) => entry !== from.entry)
            .map((row) => (
              <option key={row.entry} value={row.entry}>
                {row.name} {shortTime(row.at)}
              </option>
            ))}
        </Select>
      </p>
      {loaded.value ? (
        <Found found={loaded.value} />
      ) : (
        <LineNote error={loaded.error} loading={words.loading} />
      )}
    </section>
  )
}

function Found({ found }: { found: SnapshotComparison }): ReactNode {
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const [shown, setShown] = useState(STEP)
  const { totals, indicators, sentences, schools, entries } = found
  if (totals.length + indicators.length + sentences.length + schools.length === 0)
    return <p className="state-note">{words.snapshots.nothing}</p>
  const county = totals.filter(({ by }) => by === null)
  return (
    <>
      {entries.length > 0 && (
        <>
          <h3>{words.snapshots.entries}</h3>
          <ul className="comparison-entries">
            {entries.map((entry) => (
              <li key={entry.id} id={`entry-${String(entry.id)}`}>
                <span className="cause figures">{entry.id}</span>
                <span className="hint figures">{shortTime(entry.at)}</span>{' '}
                {entryText(lang, entry.says)} {entry.reason !== '' && <q>{entry.reason}</q>}{' '}
                <span className="hint">{entry.person}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {schools.length > 0 && (
        <p>
          <span className="hint">{words.snapshots.schools}</span>{' '}
          {schools.map(({ name }) => name).join(words.app.comma)}
        </p>
      )}
      {sentences.length > 0 && (
        <>
          <h3>
            {words.snapshots.sentences} <span className="figures">{sentences.length}</span>
          </h3>
          {sentences.map(({ before, after, causes }) => (
            <p key={`${before ?? ''}|${after ?? ''}`} className="comparison-sentence">
              {before !== null && <del>{before}</del>}
              {after !== null && <ins>{after}</ins>}
              <Causes causes={causes} />
            </p>
          ))}
        </>
      )}
      {indicators.length > 0 && (
        <Lines
          title={words.snapshots.indicators}
          count={indicators.length}
          lines={indicators.map((one) => ({ key: one.id, name: one.title, where: '', ...one }))}
        />
      )}
      {county.length > 0 && (
        <Lines
          title={words.snapshots.totals}
          count={county.length}
          lines={county
            .slice(0, shown)
            .map((one) => ({ key: one.item, name: one.label, where: one.item, ...one }))}
        />
      )}
      {county.length > shown && (
        <button type="button" className="link" onClick={() => setShown(shown + STEP)}>
          {words.snapshots.more(county.length - shown)}
        </button>
      )}
    </>
  )
}

interface Line {
  key: string
  name: string
  where: string
  before: string | null
  after: string | null
  causes: number[]
}

function Lines(props: { title: string; count: number; lines: Line[] }): ReactNode {
  const words = useWords().snapshots
  return (
    <>
      <h3>
        {props.title} <span className="figures">{props.count}</span>
      </h3>
      <table className="plain-table" data-rest={props.count - props.lines.length}>
        <thead>
          <tr>
            <th>{props.title}</th>
            <th className="number">{words.before}</th>
            <th className="number">{words.after}</th>
            <th>{words.because}</th>
          </tr>
        </thead>
        <tbody>
          {props.lines.map((line) => (
            <tr key={line.key}>
              <td title={line.where}>
                {line.name} {line.where !== '' && <code className="hint">{line.where}</code>}
              </td>
              <td className="number">{shown(line.before, words.absent)}</td>
              <td className="number">
                <b>{shown(line.after, words.absent)}</b>
              </td>
              <td>
                <Causes causes={line.causes} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const shown = (value: string | null, absent: string): string =>
  value === null ? absent : withSeparators(value)

/** Numbers of the entries above; each leads to its line. */
function Causes({ causes }: { causes: number[] }): ReactNode {
  return (
    <span className="causes">
      {causes.map((id) => (
        <button
          key={id}
          type="button"
          className="cause figures"
          onClick={() =>
            document.getElementById(`entry-${String(id)}`)?.scrollIntoView({ block: 'center' })
          }
        >
          {id}
        </button>
      ))}
    </span>
  )
}
