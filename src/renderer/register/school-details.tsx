import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { RegisterView } from '../../shared/register.ts'
import { noteText } from '../../shared/words/faults.ts'
import { schoolStateText } from '../../shared/words/say.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { StateChip } from '../ui/state-chip.tsx'
import { MergeForm } from './merge-form.tsx'
import type { RegisterRow } from './register-rows.ts'
import { changedColumns, SchoolForm } from './school-form.tsx'

/** One school of the register: what stands there, and changing, closing or merging it. */
export function SchoolDetails(props: {
  row: RegisterRow
  standing: SchoolRow
  view: RegisterView
  schools: readonly SchoolRow[]
  usual: (column: string) => string[]
}): ReactNode {
  const { row, standing, view, schools, usual } = props
  const desk = useDesk()
  const { register: words } = useWords()
  const lang = useDeskState((state) => state.lang)
  const saving = useDeskState((state) => state.saving)
  const [values, setValues] = useState(row.attributes)
  const [reason, setReason] = useState('')
  const [merging, setMerging] = useState(false)
  const { school } = standing
  const save = async (): Promise<void> => {
    const edits = [{ school: school.id, set: changedColumns(values, row.attributes) }]
    const why = reason.trim()
    if (await change(desk, () => desk.api.editRegister({ edits, file: null, reason: why })))
      notify(desk, 'success', words.saved)
  }
  const former = [...(school.formerly?.names ?? []), ...(school.formerly?.codes ?? [])]
  const status = school.active ? view.closed : view.active
  return (
    <>
      <h2>{row.name}</h2>
      <p className="panel-line">
        <StateChip
          state={school.active ? standing.state : 'closed'}
          label={school.active ? schoolStateText(lang, standing.state) : school.status}
        />
        <span className="figures hint">{row.code}</span>
      </p>
      {former.length > 0 && (
        <p className="hint">{words.formerly(former.join(lang === 'zh' ? '、' : ', '))}</p>
      )}
      {row.notes.map((note) => (
        <p key={JSON.stringify(note)} className="register-note">
          {noteText(lang, 'register', note)}
        </p>
      ))}
      <p className="panel-buttons">
        <Button size="small" onClick={() => setValues({ ...values, [view.roles.status]: status })}>
          {school.active ? words.close : words.reopen}
        </Button>
        {!merging && (
          <Button size="small" onClick={() => setMerging(true)}>
            {words.merge}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          onClick={() => desk.store.set({ step: 'intake', intakePick: { school: school.id } })}
        >
          {words.toFile}
        </Button>
      </p>
      {merging ? (
        <MergeForm school={school} schools={schools} onClose={() => setMerging(false)} />
      ) : (
        <SchoolForm
          view={view}
          before={row.attributes}
          values={values}
          onChange={setValues}
          usual={usual}
          reason={reason}
          onReason={setReason}
          saving={saving}
          onSave={() => void save()}
        />
      )}
    </>
  )
}
