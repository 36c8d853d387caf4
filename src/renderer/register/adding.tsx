import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { RegisterView } from '../../shared/register.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { showRegister } from '../state/show-register.ts'
import type { RegisterScreen } from '../state/register-screen.ts'
import { useWords } from '../state/use-words.ts'
import { changedColumns, SchoolForm } from './school-form.tsx'

/** A school that is added to the register; begun from a file that nobody knew, with what it says of itself. */
export function Adding(props: {
  adding: NonNullable<RegisterScreen['adding']>
  view: RegisterView
  usual: (column: string) => string[]
}): ReactNode {
  const { adding, view, usual } = props
  const desk = useDesk()
  const { register: words, app } = useWords()
  const saving = useDeskState((state) => state.saving)
  const { key, name, status } = view.roles
  const [values, setValues] = useState<Record<string, string>>({
    [key]: adding.code,
    [name]: adding.name,
    [status]: view.active,
  })
  const [reason, setReason] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  const add = async (): Promise<void> => {
    const edits = [{ add: changedColumns(values, {}) }]
    const why = reason.trim()
    if (!(await change(desk, () => desk.api.editRegister({ edits, file: null, reason: why }))))
      return
    notify(desk, 'success', words.saved)
    showRegister(desk)
  }
  return (
    <div ref={box}>
      <h2>{words.addTitle}</h2>
      <SchoolForm
        view={view}
        before={{}}
        values={values}
        onChange={setValues}
        usual={usual}
        reason={reason}
        onReason={setReason}
        saving={saving}
        onSave={() => void add()}
        beside={
          <Button size="small" onClick={() => showRegister(desk)}>
            {app.cancel}
          </Button>
        }
      />
    </div>
  )
}
