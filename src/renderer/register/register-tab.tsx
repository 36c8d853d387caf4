import type { ColDef } from 'ag-grid-community'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { RegisterView } from '../../shared/register.ts'
import { schoolStateText } from '../../shared/words/say.ts'
import type { Lang } from '../../shared/words/say.ts'
import { useSchools } from '../state/catalog.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import type { Words } from '../words/zh.ts'
import { ListNotes } from '../ui/list-notes.tsx'
import { PlainList } from '../ui/plain-list.tsx'
import { StateChip } from '../ui/state-chip.tsx'
import { StateNote } from '../ui/state-note.tsx'
import { Adding } from './adding.tsx'
import { NewRegister } from './new-register.tsx'
import { RegisterBar } from './register-bar.tsx'
import { Merged } from './merged.tsx'
import { registerColumns } from './register-columns.ts'
import { registerRows, rowsShown, usualTexts } from './register-rows.ts'
import type { RegisterRow } from './register-rows.ts'
import { SchoolDetails } from './school-details.tsx'
import './register.css'

/** 名册: every school under the register's own headings, and whatever changes it. */
export function RegisterTab(): ReactNode {
  const schools = useSchools()
  const view = useCall('register', {})
  const offered = useDeskState((state) => state.register.offered)
  if (!schools.value || !view.value) return <StateNote error={schools.error ?? view.error} />
  if (offered !== null)
    return <NewRegister key={offered.grant} file={offered} schools={schools.value} />
  return <Register schools={schools.value} view={view.value} />
}

function Register({ schools, view }: { schools: SchoolRow[]; view: RegisterView }): ReactNode {
  const { store } = useDesk()
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const screen = useDeskState((state) => state.register)
  const rows = useMemo(() => registerRows(schools, view), [schools, view])
  const columns = useMemo(
    () => registerColumns(view, stateColumn(words, lang)),
    [view, words, lang],
  )
  const shown = rowsShown(rows, screen)
  const picked = rows.find(({ id }) => id === screen.picked)
  const usual = (column: string): string[] => usualTexts(rows, column)
  const set = (part: Partial<typeof screen>): void =>
    store.set({ register: { ...store.get().register, ...part } })
  return (
    <div className="register">
      <section className="register-main">
        <RegisterBar rows={rows} />
        <ListNotes
          kind="register"
          notes={view.notes.flatMap(({ school, note }) => (school === '' ? [note] : []))}
        />
        {rows.length === 0 ? (
          <p className="list-none">{words.register.empty}</p>
        ) : shown.length === 0 ? (
          <p className="list-none">
            {words.register.none}{' '}
            <button type="button" className="link" onClick={() => set({ text: '', which: 'all' })}>
              {words.register.clear}
            </button>
          </p>
        ) : (
          <PlainList
            id="register"
            rows={shown}
            all={rows.length}
            columns={columns}
            rowId={({ data }) => data.id}
            picked={picked?.id ?? null}
            onPick={({ data }) => data && set({ picked: data.id, adding: null })}
          />
        )}
      </section>
      <aside className="panel">
        {screen.adding !== null ? (
          <Adding
            key={JSON.stringify(screen.adding)}
            adding={screen.adding}
            view={view}
            usual={usual}
          />
        ) : picked === undefined ? (
          <p className="hint">{words.register.pick}</p>
        ) : picked.standing === null ? (
          <Merged key={picked.id} row={picked} />
        ) : (
          <SchoolDetails
            key={JSON.stringify([picked.id, picked.attributes])}
            row={picked}
            standing={picked.standing}
            view={view}
            schools={schools}
            usual={usual}
          />
        )}
      </aside>
    </div>
  )
}

function stateColumn({ register }: Words, lang: Lang): ColDef<RegisterRow> {
  const state = ({ standing }: RegisterRow): string => {
    if (standing === null) return register.merged
    return standing.school.active ? schoolStateText(lang, standing.state) : standing.school.status
  }
  return {
    colId: 'state',
    headerName: register.state,
    width: lang === 'en' ? 106 : 98,
    pinned: 'left',
    valueGetter: ({ data }) => (data ? state(data) : ''),
    cellRenderer: ({ data, value }: { data?: RegisterRow; value: string }) =>
      data && (
        <StateChip
          state={data.standing?.school.active === true ? data.standing.state : 'closed'}
          label={value}
        />
      ),
  }
}
