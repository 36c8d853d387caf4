import { Button, Combobox, Field, Option } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FileDetail, SchoolRow } from '../../shared/intake.ts'
import { change } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { ReasonField } from '../ui/reason-field.tsx'
import { Candidates } from './candidates.tsx'

const SHOWN = 30

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
  const [text, setText] = useState('')
  const [reason, setReason] = useState('')
  if (file.tables.length === 0) return null
  if (!open)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {words.file.assign}
      </Button>
    )
  const likely = file.candidates.map(({ school: id, name }) => ({ id, name, why: id }))
  const others = schools
    .filter((row) => !likely.some(({ id }) => id === row.school.id))
    .filter((row) => text === '' || row.school.name.includes(text) || row.school.id.includes(text))
    .slice(0, SHOWN)
    .map((row) => ({ id: row.school.id, name: row.school.name, why: row.school.id }))
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
        <Combobox
          size="small"
          freeform
          placeholder={words.file.typeName}
          value={text}
          selectedOptions={school === '' ? [] : [school]}
          onChange={(event) => {
            setText(event.target.value)
            setSchool('')
          }}
          onOptionSelect={(_, data) => {
            setSchool(data.optionValue ?? '')
            setText(data.optionText ?? '')
          }}
        >
          {[...likely, ...others].map(({ id, name, why }) => (
            <Option key={id} value={id} text={name}>
              <span className="assign-option">
                {name} <small className="hint">{why}</small>
              </span>
            </Option>
          ))}
        </Combobox>
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
