import { Button, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ListCount, ListPivot, ListView, PivotSide } from '../../shared/lists.ts'
import type { Scope } from '../../shared/totals.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { syntaxText } from '../../shared/words/rules.ts'
import { countsOf } from './pivot-counts.ts'
import { NO_SIDE, SideChoice, sideOf } from './pivot-side.tsx'
import type { SideTyped } from './pivot-side.tsx'
import { FilterInput } from '../ui/filter-input.tsx'

interface Props {
  list: ListView
  scope: Scope
  /** Called when what was drawn is kept. */
  onKept: () => void
}

/** A small table drawn over a list: what its rows and columns go by, under which condition, and the counts. */
export function PivotPanel({ list, scope, onKept }: Props): ReactNode {
  const words = useWords().lists
  const [down, setDown] = useState<SideTyped>(NO_SIDE)
  const [across, setAcross] = useState<SideTyped>(NO_SIDE)
  const [where, setWhere] = useState('')
  const rows = sideOf(down)
  const columns = sideOf(across)
  const drawn = rows !== null || columns !== null || where.trim() !== ''
  return (
    <section className="pivot-panel" aria-label={words.pivot}>
      <h3>{words.pivot}</h3>
      <SideChoice label={words.down} fields={list.fields} typed={down} onChange={setDown} />
      <SideChoice label={words.across} fields={list.fields} typed={across} onChange={setAcross} />
      <label className="pivot-line">
        <span>{words.where}</span>
        <FilterInput
          size="small"
          value={where}
          placeholder={words.whereHint(`名单.${list.fields[1]?.name ?? ''} = "…"`)}
          onText={setWhere}
        />
      </label>
      {drawn && (
        <Drawn list={list} scope={scope} asked={{ rows, columns, where }} onKept={onKept} />
      )}
    </section>
  )
}

function Drawn(
  props: Props & { asked: { rows: PivotSide | null; columns: PivotSide | null; where: string } },
): ReactNode {
  const { list, scope, asked } = props
  const words = useWords().lists
  const lang = useDeskState((state) => state.lang)
  const { value } = useCall(
    'listPivot',
    { form: list.form, scope, ...asked },
    { keep: ['scope', 'where'] },
  )
  if (!value) return <p className="hint">…</p>
  if (value.fault !== null) {
    return <p className="state-error">{syntaxText(lang, value.fault)}</p>
  }
  return (
    <>
      <PivotTable pivot={value} />
      {value.open > 0 && <p className="hint">{words.open(value.open)}</p>}
      <Keep list={list} counts={countsOf(value, asked.where)} onKept={props.onKept} />
    </>
  )
}

function PivotTable({ pivot: { rows, columns, values } }: { pivot: ListPivot }): ReactNode {
  const words = useWords().lists
  const name = (label: string): string =>
    label === '合计' ? words.all : label === '空白' ? words.blank : label
  return (
    <div className="pivot-table">
      <table className="plain-table">
        <thead>
          <tr>
            <th aria-label={words.down} />
            {columns.map(({ label }) => (
              <th key={label} className="number">
                {name(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label }, r) => (
            <tr key={label}>
              <th>{name(label)}</th>
              {columns.map((column, c) => (
                <td key={column.label} className="number">
                  {values[r]?.[c] ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Keeps what was drawn as items, each under the names of its row and column. */
function Keep(props: { list: ListView; counts: ListCount[]; onKept: () => void }): ReactNode {
  const desk = useDesk()
  const words = useWords().lists
  const [name, setName] = useState('')
  const { list } = props
  const counts = props.counts.map((count) => ({
    ...count,
    id: [name.trim(), count.id].filter(Boolean).join('·'),
  }))
  const usable = counts.filter(({ id }) => id !== '')
  const keep = async (): Promise<void> => {
    const asked = { form: list.form, counts: usable, reason: words.reason }
    if (!(await change(desk, () => desk.api.keepCounts(asked)))) return
    notify(desk, 'success', words.kept(usable.length))
    props.onKept()
  }
  return (
    <form
      className="pivot-keep"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
    >
      <label className="pivot-line">
        <span>{words.name}</span>
        <Input size="small" value={name} onChange={(_, data) => setName(data.value)} />
      </label>
      <Button size="small" type="submit" appearance="primary" disabled={usable.length === 0}>
        {usable.length > 1 ? words.keepAs(usable.length) : words.keep}
      </Button>
      <p className="hint">{words.keepHint(list.form)}</p>
    </form>
  )
}
