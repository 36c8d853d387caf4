import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ListFault, ListView } from '../../shared/lists.ts'
import type { Form } from '../../shared/model.ts'
import type { Scope } from '../../shared/totals.ts'
import { listFaultText } from '../../shared/words/faults.ts'
import { useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { StateNote } from '../ui/state-note.tsx'
import { ListExport } from './list-export.tsx'
import { KeptCounts } from './kept-counts.tsx'
import { PivotPanel } from './pivot-panel.tsx'
import { RosterGrid } from './roster-grid.tsx'
import './roster.css'

/** The rows of a list, of one school or of several under one another, and what is counted from them beside. */
export function RosterView({ form }: { form: Form }): ReactNode {
  const words = useWords().lists
  const place = useDeskState((state) => state.place)
  const by = useDeskState((state) => state.by)
  const loaded = useCall('lists', {})
  const list = loaded.value?.lists.find((one) => one.form === form.id)
  if (!loaded.value || !list) return <StateNote error={loaded.error} />
  const scope: Scope = 'group' in place ? { by, group: place.group } : place
  return (
    <div className="roster">
      <div className="roster-rows">
        <p className="hint roster-line">
          {words.stacked(list.rows, list.schools, list.expected)}
          {list.columns.some(({ identity }) => identity) && ` · ${words.masked}`} · {words.edit}
          <ListExport />
        </p>
        <RosterGrid list={list} scope={scope} />
      </div>
      <Beside list={list} scope={scope} faults={loaded.value.faults} />
    </div>
  )
}

function Beside(props: { list: ListView; scope: Scope; faults: ListFault[] }): ReactNode {
  const words = useWords().lists
  const lang = useDeskState((state) => state.lang)
  const [drawn, setDrawn] = useState(0)
  return (
    <aside className="roster-beside">
      <PivotPanel
        key={`${props.list.form} ${String(drawn)}`}
        list={props.list}
        scope={props.scope}
        onKept={() => setDrawn(drawn + 1)}
      />
      <KeptCounts list={props.list} />
      {props.faults.length > 0 && (
        <section role="alert">
          <h3>{words.faults}</h3>
          <ul>
            {props.faults.map((fault) => (
              <li key={`${String(fault.line)} ${fault.id} ${fault.code}`}>
                {listFaultText(lang, fault)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  )
}
