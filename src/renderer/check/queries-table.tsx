import { Button } from '@fluentui/react-components'
import { Fragment } from 'react'
import type { ReactNode } from 'react'
import type { SchoolQueries } from '../../shared/queries.ts'
import { shortTime } from '../figures/show.ts'
import { withSeparators } from '../../shared/separators.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { proposalsOf } from './proposals.ts'

interface Props {
  rows: SchoolQueries[]
  busy: boolean
  onAsk: (school: string) => void
  onText: (row: SchoolQueries) => void
}

/** A line a school: counts, times, and what can be done. */
export function QueriesTable({ rows, busy, onAsk, onText }: Props): ReactNode {
  const words = useWords().queries
  const { columns } = words
  return (
    <div className="queries-scroll">
      <table className="queries-table">
        <thead>
          <tr>
            <th scope="col">{columns.school}</th>
            <th scope="col">{columns.open}</th>
            <th scope="col">{columns.asked}</th>
            <th scope="col">{columns.answered}</th>
            <th scope="col">{columns.settled}</th>
            <th scope="col">{columns.askedAt}</th>
            <th scope="col">{columns.answeredAt}</th>
            <th scope="col" aria-label={words.export} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.school}>
              <Row row={row} busy={busy} onAsk={onAsk} onText={onText} />
              {row.differing.map((cell) => (
                <Differing key={`${cell.item} ${cell.typed}`} row={row} cell={cell} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  row,
  busy,
  onAsk,
  onText,
}: Omit<Props, 'rows'> & { row: SchoolQueries }): ReactNode {
  const desk = useDesk()
  const words = useWords().queries
  const { store } = desk
  const waiting = row.open + row.asked + row.answered
  const show = (): void =>
    store.set({
      layer: null,
      check: { ...store.get().check, severity: null, state: null, text: row.name },
    })
  const reply = row.replies.find(({ waits }) => waits)
  return (
    <tr className={row.answered > 0 ? 'queries-answered' : undefined}>
      <th scope="row">
        <button type="button" className="link" title={words.show} onClick={show}>
          {row.name}
        </button>
      </th>
      <Count value={row.open} />
      <Count value={row.asked} />
      <Count value={row.answered} />
      <Count value={row.settled} />
      <td className="figures">{row.askedAt === null ? '' : shortTime(row.askedAt)}</td>
      <td className="figures">
        {row.answeredAt === null ? '' : shortTime(row.answeredAt)}
        {reply && (
          <button
            type="button"
            className="link"
            title={words.replyWaitsHint}
            onClick={() =>
              store.set({ layer: { kind: 'difference', file: reply.file, back: null } })
            }
          >
            {words.replyWaits}
          </button>
        )}
      </td>
      <td className="queries-do">
        {row.proposals > 0 && <AdoptAll row={row} />}
        <Button
          size="small"
          disabled={waiting === 0 || busy}
          title={words.exportHint}
          onClick={() => onAsk(row.school)}
        >
          {words.export}
        </Button>
        <Button
          size="small"
          disabled={waiting === 0}
          title={words.textHint}
          onClick={() => onText(row)}
        >
          {words.text}
        </Button>
      </td>
    </tr>
  )
}

/** A value that the school gave otherwise than adopted, though its question is settled. */
function Differing(props: {
  row: SchoolQueries
  cell: SchoolQueries['differing'][number]
}): ReactNode {
  const { row, cell } = props
  const desk = useDesk()
  const { queries: words, answer } = useWords()
  const { item, label, typed, value, now } = cell
  const adopt = async (): Promise<void> => {
    const changes = [{ school: row.school, item, value }]
    const reason = words.byAnswer('')
    if (!(await change(desk, () => desk.api.adopt({ changes, reason })))) return
    notify(desk, 'success', words.adopted(1))
  }
  return (
    <tr className="queries-differing">
      <td colSpan={7} title={item}>
        {words.differs(label, typed, now === '' ? answer.blank : withSeparators(now))}
      </td>
      <td className="queries-do">
        {value !== null && (
          <Button size="small" onClick={() => void adopt()}>
            {words.adoptTheirs}
          </Button>
        )}
      </td>
    </tr>
  )
}

function Count({ value }: { value: number }): ReactNode {
  return <td className="figures queries-count">{value === 0 ? '' : value}</td>
}

/** Takes every corrected value of a school's answers at once; one entry, which can be undone. */
function AdoptAll({ row }: { row: SchoolQueries }): ReactNode {
  const desk = useDesk()
  const words = useWords().queries
  const adopt = async (): Promise<void> => {
    const { school } = row
    const findings = await desk.api.schoolFindings({ school, basis: 'adopted' })
    const { changes, said } = proposalsOf(findings.filter(({ state }) => state !== 'corrected'))
    if (changes.length === 0) return
    const reason = words.byAnswer(said)
    if (!(await change(desk, () => desk.api.adopt({ changes, reason })))) return
    notify(desk, 'success', words.adopted(changes.length))
  }
  return (
    <Button size="small" appearance="primary" onClick={() => void adopt()}>
      {words.adoptAll(row.proposals)}
    </Button>
  )
}
