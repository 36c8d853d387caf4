import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FileDetail } from '../../shared/intake.ts'
import type { SentSheet } from '../../shared/sent.ts'
import type { Form } from '../../shared/model.ts'
import { ReasonField } from '../ui/reason-field.tsx'
import { change, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { lacking } from './lacking.ts'
import { movedOf } from './overlay.ts'

interface Props {
  sheet: SentSheet
  forms: Form[]
  detail: FileDetail | null
}

/** The tables found on the sheet, how they were aligned, and what they lack. */
export function SentTables({ sheet, forms, detail }: Props): ReactNode {
  const words = useWords()
  const asked = (form: string): boolean =>
    detail?.reasons.some(
      (reason) => reason.code === 'unsure-layout' && reason.params['form'] === form,
    ) ?? false
  if (sheet.tables.length === 0) return <p className="hint">{words.sent.noTables}</p>
  return (
    <section>
      <h3>{words.sent.tables}</h3>
      <ul className="sent-tables">
        {sheet.tables.map((table) => {
          const rows = movedOf([[table.rowAt, table.blankRowAt]]).size
          const columns = movedOf([[table.columnAt, table.blankColumnAt]]).size
          const form = forms.find((candidate) => candidate.id === table.form)
          const lacks = form ? lacking(table, form) : []
          const facts = [
            rows > 0 && words.sent.movedRows(rows),
            columns > 0 && words.sent.movedColumns(columns),
            lacks.length > 0 && words.sent.lacks(lacks.length),
          ].filter(Boolean)
          return (
            <li key={table.form}>
              <b>{table.form}</b> {form?.title}
              <span className={`aligned aligned-${table.aligned}`}>
                {words.file[table.aligned]}
                {facts.length > 0 && ` (${facts.join(words.app.comma)})`}
              </span>
              {lacks.length > 0 && <small>{lacks.join(words.app.comma)}</small>}
              {detail && asked(table.form) && <Confirm file={detail.id} form={table.form} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** A layout that was not sure is confirmed once, for every file laid out so. */
function Confirm({ file, form }: { file: number; form: string }): ReactNode {
  const desk = useDesk()
  const words = useWords().sent
  const [reason, setReason] = useState('')
  const confirm = async (): Promise<void> => {
    const why = reason.trim()
    if (await change(desk, () => desk.api.confirmLayout({ file, form, reason: why })))
      notify(desk, 'success', words.confirmed(form))
  }
  return (
    <form
      className="sent-confirm"
      onSubmit={(event) => {
        event.preventDefault()
        void confirm()
      }}
    >
      <span>{words.confirmAsk(form)}</span>
      <ReasonField value={reason} onChange={setReason} kinds={['confirm-layout']} />
      <Button size="small" appearance="primary" type="submit" disabled={reason.trim() === ''}>
        {words.confirm}
      </Button>
    </form>
  )
}
