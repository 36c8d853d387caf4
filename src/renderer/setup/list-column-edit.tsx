import { Checkbox, Dropdown, Field, Option } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { ListColumn, ListColumnKind } from '../../shared/lists.ts'
import type { Form } from '../../shared/model.ts'
import { useWords } from '../state/use-words.ts'
import { useSave } from './use-save.ts'

const KINDS: ListColumnKind[] = ['text', 'number', 'date', 'code', 'choice']

/** What a column of a list holds, put right at a click. */
export function ListColumnEdit({ form, index }: { form: Form; index: number }): ReactNode {
  const words = useWords().forms
  const save = useSave()
  const columns = form.list?.columns ?? []
  const column = columns[index]
  if (!column) return null
  const change = (to: Partial<ListColumn>): void =>
    save(
      { form: form.id, is: 'list', columns: columns.with(index, { ...column, ...to }) },
      words.reasonWhole,
    )
  return (
    <div className="correction">
      <h2>{column.heading}</h2>
      <Field label={words.columnKindOf} size="small">
        <Dropdown
          size="small"
          value={words.columnKind[column.kind]}
          selectedOptions={[column.kind]}
          onOptionSelect={(_, data) => {
            const kind = KINDS.find((one) => one === data.optionValue)
            if (kind !== undefined && kind !== column.kind) change({ kind })
          }}
        >
          {KINDS.map((kind) => (
            <Option key={kind} value={kind}>
              {words.columnKind[kind]}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Checkbox
        label={words.required}
        checked={column.required}
        onChange={(_, data) => change({ required: data.checked === true })}
      />
      {column.identity && <p className="hint">{words.identity}</p>}
    </div>
  )
}
