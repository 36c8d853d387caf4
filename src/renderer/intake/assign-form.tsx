import { Button, Field } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FileDetail, SchoolRow } from '../../shared/intake.ts'
import { change } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { ReasonField } from '../ui/reason-field.tsx'
import { choicesOf, SchoolField } from '../ui/school-field.tsx'
import { Candidates } from './candidates.tsx'

/** Says by hand whose a file is; likely schools come first. Open at once when that is in doubt. */
export function AssignForm({
  file,
  schools,
}: {
  file: FileDetail
  schools: SchoolRow[]
}): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const [open, setOpen] = useState(file.school === null || file.candidates.length > 0)
  const [school, setSchool] = useState('')
  const [reason, setReason] = useState('')
  if (file.tables.length === 0) return null
  if (!open)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {words.file.assign}
      </Button>
    )
  const all = choicesOf(schools)
  const candidates = new Set(file.candidates.map((one) => one.school))
  const likely = file.candidates.flatMap((one) => all.filter(({ id }) => id === one.school))
  const others = all.filter(({ id }) => !candidates.has(id))
  const assign = (to: string | null, why: string): void =>
    void change(desk, () => desk.api.assignFile({ id: file.id, school: to, reason: why }))
  return (
    <form
      className="assign"
      onSubmit={(event) => {
        event.preventDefault()
        assign(school, reason.trim())
      }}
    >
      <Candidates file={file} onChoose={(id, evidence) => assign(id, reason.trim() || evidence)} />
      <Field label={words.file.assignTo} size="small">
        <SchoolField
          label={words.file.assignTo}
          placeholder={words.file.typeName}
          schools={[...likely, ...others]}
          value={school}
          onChange={setSchool}
        />
      </Field>
      <Field label={words.file.assignReason} size="small" required>
        <ReasonField value={reason} onChange={setReason} kinds={['assign']} />
      </Field>
      <span className="assign-buttons">
        <Button
          size="small"
          type="submit"
          appearance="primary"
          disabled={school === '' || reason.trim() === ''}
        >
          {words.file.assignDo}
        </Button>
        {file.school !== null && (
          <Button
            size="small"
            disabled={reason.trim() === ''}
            onClick={() => assign(null, reason.trim())}
          >
            {words.file.unassign}
          </Button>
        )}
      </span>
    </form>
  )
}
