import { Button, Combobox, Field, Option } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FileDetail, SchoolRow } from '../../shared/intake.ts'
import { change } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { ReasonField } from '../ui/reason-field.tsx'

const SHOWN = 30

/** Says by hand whose a file is; likely schools come first. Open at once when nobody is known. */
export function AssignForm({
  file,
  schools,
}: {
  file: FileDetail
  schools: SchoolRow[]
}): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const [open, setOpen] = useState(file.school === null && file.tables.length > 0)
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
  const likely = file.candidates.map(({ school: id, name, why }) => ({
    id,
    name,
    why: whyText(words.whyLikely, why),
  }))
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
      {likely.length > 0 && (
        <div className="likely">
          <span className="hint">{words.file.candidates}</span>
          {likely.map(({ id, name, why }) => (
            <button
              key={id}
              type="button"
              className="chip"
              aria-pressed={id === school}
              title={id}
              onClick={() => {
                setSchool(id)
                setText(name)
              }}
            >
              {name} <small className="hint">{why}</small>
            </button>
          ))}
        </div>
      )}
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

/** Why a school could be meant, in words; a kind this program does not know stays as it is. */
function whyText(words: Record<string, string>, why: string): string {
  return words[why] ?? why
}
