import { Button, Combobox, Dropdown, Field, Input, Option } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { RegisterView } from '../../shared/register.ts'
import { useWords } from '../state/use-words.ts'
import { RegisterReason } from './register-reason.tsx'

interface Props {
  view: RegisterView
  /** What stands in the register now; {} for a school that is new. */
  before: Record<string, string>
  values: Record<string, string>
  onChange: (values: Record<string, string>) => void
  /** What may stand in a column, as far as schools share it. */
  usual: (column: string) => string[]
  reason: string
  onReason: (reason: string) => void
  saving: boolean
  onSave: () => void
  /** What else can be done beside saving. */
  beside?: ReactNode
}

/** Columns of a school that differ from what stands in the register. */
export function changedColumns(
  values: Record<string, string>,
  before: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(([column, text]) => text.trim() !== (before[column] ?? '')),
  )
}

/** A school, every column under its heading; once one is changed, the reason is asked for. */
export function SchoolForm(props: Props): ReactNode {
  const words = useWords().register
  const { view, before, values, reason } = props
  const changed = Object.keys(changedColumns(values, before))
  const unnamed = (values[view.roles.name] ?? '').trim() === ''
  return (
    <form
      className="register-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (changed.length > 0 && reason.trim() !== '' && !unnamed) props.onSave()
      }}
    >
      <div className="register-fields">
        {view.columns.map((column) => (
          <Field
            key={column}
            label={column}
            size="small"
            required={column === view.roles.name}
            className={changed.includes(column) ? 'register-changed' : ''}
          >
            <ColumnBox
              column={column}
              view={view}
              value={values[column] ?? ''}
              usual={props.usual(column)}
              onChange={(text) => props.onChange({ ...values, [column]: text })}
            />
          </Field>
        ))}
      </div>
      {changed.length > 0 && (
        <div className="register-save">
          <RegisterReason reason={reason} onReason={props.onReason} />
          <Button
            size="small"
            type="submit"
            appearance="primary"
            disabled={props.saving || reason.trim() === '' || unnamed}
          >
            {words.save}
          </Button>
          {props.beside}
        </div>
      )}
    </form>
  )
}

function ColumnBox(props: {
  column: string
  view: RegisterView
  value: string
  usual: string[]
  onChange: (text: string) => void
}): ReactNode {
  const { column, view, value, usual, onChange } = props
  const { roles, active, closed } = view
  if (column === roles.status) {
    const states = [...new Set([active, closed, ...usual])]
    return (
      <Dropdown
        size="small"
        value={value}
        selectedOptions={[value]}
        onOptionSelect={(_, data) => onChange(data.optionValue ?? value)}
      >
        {states.map((one) => (
          <Option key={one} value={one}>
            {one}
          </Option>
        ))}
      </Dropdown>
    )
  }
  const types = column === roles.type ? view.types : []
  const offered = types.length > 0 ? types.map(({ type }) => type) : usual
  const own = column === roles.key || column === roles.name || column === roles.shortName
  if (own || offered.length === 0)
    return <Input size="small" value={value} onChange={(_, data) => onChange(data.value)} />
  return (
    <Combobox
      size="small"
      freeform
      value={value}
      selectedOptions={[value]}
      onChange={(event) => onChange(event.target.value)}
      onOptionSelect={(_, data) => onChange(data.optionValue ?? value)}
    >
      {offered.map((one) => (
        <Option key={one} value={one} text={one}>
          {`${one} ${types.find(({ type }) => type === one)?.workbook ?? ''}`.trim()}
        </Option>
      ))}
    </Combobox>
  )
}
