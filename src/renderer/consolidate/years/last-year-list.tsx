import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Earlier, EarlierList, PastTableView } from '../../../shared/last-year.ts'
import { change, notify } from '../../state/actions.ts'
import { useDesk } from '../../state/context.tsx'
import { useCall } from '../../state/use-call.ts'
import { useWords } from '../../state/use-words.ts'
import { ListNotes } from '../../ui/list-notes.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { AddingUp } from '../measure/adding-up.tsx'
import { EarlierLists } from './earlier-lists.tsx'

/** 数据与对应: the lists of earlier periods, how the tables of one were lined up with this year's forms, and what was done to them. */
export function LastYearList({ lists }: { lists: readonly EarlierList[] }): ReactNode {
  const words = useWords().years
  const [wanted, setWanted] = useState<Earlier | null>(null)
  const there = lists.filter(({ source }) => source !== '')
  const of = there.find((one) => one.of === wanted)?.of ?? there[0]?.of ?? 'last'
  const loaded = useCall('lastYearList', { of })
  const [picked, setPicked] = useState<string | null>(null)
  if (!loaded.value) return <AddingUp of={loaded} />
  const { tables, notes } = loaded.value
  const first = tables.find(({ state }) => state === 'asked') ?? tables[0]
  const table = tables.find((one) => keyOf(one) === picked) ?? first
  return (
    <div className="links">
      <section className="links-main">
        <EarlierLists lists={lists} shown={of} onShow={setWanted} />
        <ul className="pairing-tables">
          {tables.map((one) => (
            <li key={keyOf(one)}>
              <button
                type="button"
                className="chip"
                aria-pressed={one === table}
                onClick={() => setPicked(keyOf(one))}
              >
                {one.form}
                {one.state !== 'taken' && (
                  <small className="indicator-undefined"> {words.tableState[one.state]}</small>
                )}
              </button>
            </li>
          ))}
        </ul>
        {table !== undefined && <Pairs key={keyOf(table)} table={table} of={of} />}
      </section>
      <aside className="panel">
        {notes.length === 0 ? (
          <p className="hint">{words.noNotes}</p>
        ) : (
          <ListNotes kind="prior" notes={notes} />
        )}
      </aside>
    </div>
  )
}

const keyOf = ({ sheet, form }: PastTableView): string => `${sheet} ${form}`

function Pairs({ table, of }: { table: PastTableView; of: Earlier }): ReactNode {
  const words = useWords().years
  const labelled = table.pairs.some(({ labels }) => labels.some((label) => label !== ''))
  return (
    <>
      <Confirm table={table} of={of} />
      <table className="indicator-table pairing-table">
        <thead>
          <tr>
            <th scope="col">{words.pastCode}</th>
            {labelled && <th scope="col">{words.pastLabels}</th>}
            <th scope="col">{words.nowItem}</th>
            <th scope="col">{words.foundBy}</th>
          </tr>
        </thead>
        <tbody>
          {table.pairs.map(({ code, labels, item, label, how }, at) => (
            // A list may print the same code twice.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={at}>
              <td className="text figures">{code}</td>
              {labelled && <td className="text">{labels.join(' / ')}</td>}
              <td className="text">
                {item === null ? (
                  words.noItem
                ) : (
                  <>
                    {label} <small className="hint figures">{item}</small>
                  </>
                )}
              </td>
              <td className={`text ${item === null ? 'indicator-undefined' : 'hint'}`}>
                {words.how[how]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Says that the codes of a list without labels fit, or takes it back. */
function Confirm(props: { table: PastTableView; of: Earlier }): ReactNode {
  const { form, state, confirmed } = props.table
  const desk = useDesk()
  const words = useWords()
  const { years } = words
  const [reason, setReason] = useState('')
  if (confirmed !== null) {
    const undo = (): void =>
      void change(desk, () =>
        desk.api.withdraw({ entry: confirmed, reason: words.overview.withdrawReason }),
      )
    return (
      <p>
        {years.codesConfirmed}{' '}
        <Button size="small" appearance="subtle" onClick={undo}>
          {years.unlink}
        </Button>
      </p>
    )
  }
  if (state !== 'asked') return state === 'gone' ? <p>{years.tableGone}</p> : null
  const confirm = async (): Promise<void> => {
    const ok = await change(desk, () => desk.api.confirmLastYear({ form, of: props.of, reason }))
    if (ok) notify(desk, 'success', years.confirmed)
  }
  return (
    <div className="pairing-ask">
      <p>{years.codesAsked}</p>
      <ReasonField value={reason} onChange={setReason} kinds={['confirm-last-year']} />
      <Button size="small" appearance="primary" onClick={() => void confirm()}>
        {years.codesFit}
      </Button>
    </div>
  )
}
