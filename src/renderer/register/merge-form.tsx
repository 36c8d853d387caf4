import { Button, Field } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { School } from '../../shared/model.ts'
import { change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { RegisterReason } from './register-reason.tsx'
import { choicesOf, SchoolField } from '../ui/school-field.tsx'

/** Merges a school into another one, after saying what becomes of its return. */
export function MergeForm(props: {
  school: School
  schools: readonly SchoolRow[]
  onClose: () => void
}): ReactNode {
  const desk = useDesk()
  const { register: words, app } = useWords()
  const [into, setInto] = useState('')
  const [reason, setReason] = useState('')
  const { school, schools, onClose } = props
  const others = choicesOf(schools).filter(({ id }) => id !== school.id)
  const merge = async (): Promise<void> => {
    const edits = [{ school: school.id, into }]
    const why = reason.trim()
    if (!(await change(desk, () => desk.api.editRegister({ edits, file: null, reason: why }))))
      return
    notify(desk, 'success', words.saved)
    onClose()
  }
  return (
    <form
      className="register-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (into !== '' && reason.trim() !== '') void merge()
      }}
    >
      <Field label={words.mergeInto(school.name)} size="small" required>
        <SchoolField
          label={words.mergeInto(school.name)}
          placeholder={words.typeName}
          schools={others}
          value={into}
          onChange={setInto}
        />
      </Field>
      <p className="hint">{words.mergeHint}</p>
      <RegisterReason reason={reason} onReason={setReason} />
      <span className="assign-buttons">
        <Button
          size="small"
          type="submit"
          appearance="primary"
          disabled={into === '' || reason.trim() === ''}
        >
          {words.mergeDo}
        </Button>
        <Button size="small" onClick={onClose}>
          {app.cancel}
        </Button>
      </span>
    </form>
  )
}
