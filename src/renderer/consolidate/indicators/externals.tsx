import { Button } from '@fluentui/react-components'
import { AddRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { AddingUp } from '../measure/adding-up.tsx'
import type { ExternalRow } from '../../../shared/consolidate.ts'
import { withSeparators } from '../../../shared/separators.ts'
import { useCall } from '../../state/use-call.ts'
import { useWords } from '../../state/use-words.ts'
import { ExternalForm } from './external-form.tsx'

const NEW: ExternalRow = {
  name: '',
  value: '',
  unit: '',
  source: '',
  date: '',
  cleaned: null,
  refused: null,
  edited: false,
  usedBy: [],
}

/** 外部数据: figures of other offices with source and date, and what uses them. */
export function Externals(): ReactNode {
  const words = useWords().externals
  const rows = useCall('externals', {})
  const [picked, setPicked] = useState<ExternalRow | null>(null)
  if (!rows.value) return <AddingUp of={rows} />
  return (
    <div className="indicators-body">
      <section className="indicators-main">
        <div className="indicators-head">
          <p className="hint">{words.hint}</p>
          <Button size="small" icon={<AddRegular />} onClick={() => setPicked(NEW)}>
            {words.add}
          </Button>
        </div>
        {rows.value.length === 0 && <p className="state-note">{words.none}</p>}
        <div className="indicator-table-box">
          <table className="indicator-table external-table figures">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.value}</th>
                <th scope="col">{words.unit}</th>
                <th scope="col">{words.source}</th>
                <th scope="col">{words.date}</th>
                <th scope="col">{words.usedBy}</th>
              </tr>
            </thead>
            <tbody>
              {rows.value.map((row) => (
                <tr
                  key={row.name}
                  aria-selected={row.name === picked?.name}
                  onClick={() => setPicked(row)}
                >
                  <th scope="row">
                    <button type="button" onClick={() => setPicked(row)}>
                      {row.name}
                    </button>
                    {row.edited && <small className="hint"> {words.edited}</small>}
                  </th>
                  <td className={row.value === '' ? 'indicator-undefined' : 'indicator-value'}>
                    <Value row={row} />
                  </td>
                  <td className="text">{row.unit}</td>
                  <td className="text">{row.source}</td>
                  <td className="text">{row.date}</td>
                  <td className="text hint">{row.usedBy.join('、')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <aside className="panel indicator-panel">
        {picked === null ? (
          <p className="hint">{words.hint}</p>
        ) : (
          <ExternalForm key={picked.name} row={picked} onDone={() => setPicked(null)} />
        )}
      </aside>
    </div>
  )
}

/** The figure; one that was cleaned or refused with what was typed, and where. */
function Value({ row: { value, cleaned, refused } }: { row: ExternalRow }): ReactNode {
  const words = useWords().externals
  if (refused !== null)
    return (
      <>
        {words.refused[refused.code]} <Typed {...refused} />
      </>
    )
  if (value === '') return words.missing
  return (
    <>
      {withSeparators(value)} {cleaned !== null && <Typed {...cleaned} />}
    </>
  )
}

function Typed({ raw, sheet, cell }: { raw: string; sheet: string; cell: string }): ReactNode {
  const words = useWords().externals
  return <small className="hint">{words.typed(raw, `${sheet}!${cell}`)}</small>
}
