import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Finding } from '../../shared/findings.ts'
import type { ListColumn, ListRowView } from '../../shared/lists.ts'
import type { Form } from '../../shared/model.ts'
import { useDesk } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { StateNote } from '../ui/state-note.tsx'
import './list-finding.css'

/** Rows that are asked for; a finding names at most twenty cells, which mostly stand among these. */
const ASKED = 1_000

/** What a finding over a list is about: its rows as the school sent them, the cells in question lit. */
export function ListFinding({ finding, form }: { finding: Finding; form: Form }): ReactNode {
  const desk = useDesk()
  const all = useWords()
  const { colon } = all.app
  const words = all.check
  const { school } = finding
  const loaded = useCall('listRows', { form: form.id, scope: { school }, from: 0, to: ASKED })
  if (!loaded.value) return <StateNote error={loaded.error} />
  const columns = form.list?.columns ?? []
  const lit = litOf(finding, columns)
  const rows = loaded.value.rows.filter(({ row }) => lit.has(row))
  const found = rows.reduce((sum, { row }) => sum + (lit.get(row)?.size ?? 0), 0)
  const open = (): void =>
    desk.store.set({ step: 'data', view: 'paper', form: form.id, place: { school } })
  return (
    <div className="list-finding">
      <p className="list-finding-line">
        <span className="hint">{words.listRows(rows.length, loaded.value.total)}</span>
        <Button size="small" onClick={open}>
          {words.openList}
        </Button>
      </p>
      <Rows rows={rows} columns={columns} lit={lit} />
      {found < finding.items.length && (
        <ul className="list-finding-cells">
          {finding.items.map(({ sheet, cell, label, value }) => (
            <li key={`${sheet} ${cell}`}>
              {sheet} <code>{cell}</code> {label}
              {label === '' ? '' : colon} {value}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Rows(props: {
  rows: readonly ListRowView[]
  columns: readonly ListColumn[]
  lit: ReadonlyMap<number, ReadonlySet<number>>
}): ReactNode {
  const words = useWords().lists
  const box = useRef<HTMLDivElement>(null)
  const first = props.rows[0]?.row
  useEffect(() => {
    // A list is wider than the screen: what is in question comes into sight.
    const cell = box.current?.querySelector<HTMLElement>('[aria-current="true"]')
    if (cell && box.current) box.current.scrollLeft = cell.offsetLeft - box.current.clientWidth / 2
  }, [first])
  return (
    <div className="list-finding-box" ref={box}>
      <table className="list-finding-rows">
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            {props.columns.map(({ heading }) => (
              <th scope="col" key={heading}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ sheet, row, cells }) => (
            <tr key={`${sheet} ${String(row)}`}>
              <th scope="row" className="figures">
                {row}
              </th>
              {cells.map((text, at) => (
                <td
                  // Columns keep their place.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={at}
                  className={props.columns[at]?.kind === 'number' ? 'figures number' : ''}
                  aria-current={props.lit.get(row)?.has(at) === true ? 'true' : undefined}
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The columns in question by row of the sheet, from 1. */
function litOf({ items }: Finding, columns: readonly ListColumn[]): Map<number, Set<number>> {
  const lit = new Map<number, Set<number>>()
  for (const { cell, label } of items) {
    const row = Number(/\d+$/u.exec(cell)?.[0] ?? 0)
    const at = columns.findIndex(({ heading }) => heading === label)
    if (row > 0 && at >= 0) lit.set(row, (lit.get(row) ?? new Set()).add(at))
  }
  return lit
}
