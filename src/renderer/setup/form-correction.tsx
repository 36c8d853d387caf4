import { Button, Dropdown, Field, Input, Option, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Form, FormEdit } from '../../shared/model.ts'
import { itemAddress, itemLabel } from '../figures/item-names.ts'
import { LineField } from '../ui/line-field.tsx'
import { useWords } from '../state/use-words.ts'
import { ListColumnEdit } from './list-column-edit.tsx'
import { useSave } from './use-save.ts'
import type { FormTarget } from '../form/paper-target.ts'

/** Puts right what was learned wrongly: a label, a heading, a code, an item's decimals or kind. */
export function FormCorrection({ form, target }: { form: Form; target: FormTarget }): ReactNode {
  const words = useWords().setup
  switch (target.kind) {
    case 'row': {
      const row = form.rows[target.row]
      if (!row) return null
      return (
        <>
          <h2>{`${row.code} ${row.label}`}</h2>
          <TextEdit
            label={words.labelOf}
            value={row.label}
            edit={(label) => ({ form: form.id, row: row.code, label })}
          />
          <TextEdit
            label={words.rowCode}
            value={row.code}
            edit={(newCode) => ({ form: form.id, row: row.code, newCode })}
          />
        </>
      )
    }
    case 'column': {
      const column = form.columns[target.column]
      if (!column) return null
      return (
        <>
          <h2>{`${column.code} ${column.path.join('·')}`}</h2>
          <TextEdit
            label={words.headingOf}
            value={column.path.join('\n')}
            lines
            edit={(text) => ({
              form: form.id,
              column: column.code,
              path: text.split('\n').filter((line) => line.trim() !== ''),
            })}
          />
          <TextEdit
            label={words.columnCode}
            value={column.code}
            edit={(newCode) => ({ form: form.id, column: column.code, newCode })}
          />
          <ColumnKind form={form} column={target.column} />
        </>
      )
    }
    case 'item':
      return <ItemEdit form={form} index={target.item} />
    case 'list-column':
      return <ListColumnEdit form={form} index={target.column} />
  }
}

function ItemEdit({ form, index }: { form: Form; index: number }): ReactNode {
  const words = useWords().setup
  const item = form.items[index]
  const save = useSave()
  const [kind, setKind] = useState<'number' | 'text' | 'none'>(item?.kind ?? 'number')
  const [reason, setReason] = useState('')
  if (!item) return null
  const row = form.rows[item.row]?.code ?? ''
  const column = form.columns[item.column]?.code ?? ''
  const kinds = { number: words.kindNumber, text: words.kindText, none: words.kindNone }
  return (
    <>
      <h2>{itemLabel(form, item)}</h2>
      <p className="panel-item">
        <code>{itemAddress(form, item)}</code>
        {item.unit !== null && <span>{item.unit}</span>}
      </p>
      {item.formula !== null && <code className="raw">={item.formula.replace(/^=/, '')}</code>}
      {item.kind === 'number' && (
        <TextEdit
          label={words.decimals}
          value={String(item.decimals)}
          valid={(text) => /^(10|\d)$/.test(text)}
          edit={(text) => ({ form: form.id, row, column, decimals: Number(text) })}
        />
      )}
      <form
        className="correction"
        onSubmit={(event) => {
          event.preventDefault()
          save({ form: form.id, row, column, kind }, reason)
        }}
      >
        <Field label={words.kind} size="small">
          <Dropdown
            size="small"
            value={kinds[kind]}
            selectedOptions={[kind]}
            onOptionSelect={(_, data) =>
              setKind(
                data.optionValue === 'text' || data.optionValue === 'none'
                  ? data.optionValue
                  : 'number',
              )
            }
          >
            <Option value="number">{kinds.number}</Option>
            <Option value="text">{kinds.text}</Option>
            <Option value="none">{kinds.none}</Option>
          </Dropdown>
        </Field>
        {kind !== item.kind && <ReasonAndSave reason={reason} onReason={setReason} />}
      </form>
    </>
  )
}

const COLUMN_KINDS = ['number', 'text', 'printed', 'none'] as const

/** What is filled in all along a column: figures, words, or what the county has printed already. */
function ColumnKind({ form, column }: { form: Form; column: number }): ReactNode {
  const words = useWords().setup
  const save = useSave()
  const kinds = new Set(form.items.flatMap((one) => (one.column === column ? [one.kind] : [])))
  const [now] = kinds.size === 1 ? kinds : []
  const [kind, setKind] = useState<(typeof COLUMN_KINDS)[number] | undefined>(now)
  const [reason, setReason] = useState('')
  const code = form.columns[column]?.code ?? ''
  const called = {
    number: words.kindNumber,
    text: words.kindText,
    printed: words.kindPrinted,
    none: words.kindNone,
  }
  return (
    <form
      className="correction"
      onSubmit={(event) => {
        event.preventDefault()
        const place = { form: form.id, column: code }
        if (kind === 'printed') save({ ...place, kind }, reason)
        else if (kind !== undefined) save({ ...place, kind }, reason)
      }}
    >
      <Field label={words.columnKind} size="small">
        <Dropdown
          size="small"
          value={kind === undefined ? '' : called[kind]}
          selectedOptions={kind === undefined ? [] : [kind]}
          onOptionSelect={(_, data) =>
            setKind(COLUMN_KINDS.find((one) => one === data.optionValue))
          }
        >
          {COLUMN_KINDS.map((one) => (
            <Option key={one} value={one}>
              {called[one]}
            </Option>
          ))}
        </Dropdown>
      </Field>
      {kind !== undefined && kind !== now && <ReasonAndSave reason={reason} onReason={setReason} />}
    </form>
  )
}

function TextEdit(props: {
  label: string
  value: string
  lines?: boolean
  valid?: (text: string) => boolean
  edit: (text: string) => FormEdit
}): ReactNode {
  const save = useSave()
  const [text, setText] = useState(props.value)
  const [reason, setReason] = useState('')
  const changed = text !== props.value && text.trim() !== '' && (props.valid?.(text) ?? true)
  return (
    <form
      className="correction"
      onSubmit={(event) => {
        event.preventDefault()
        if (changed) save(props.edit(text.trim()), reason)
      }}
    >
      <Field label={props.label} size="small">
        {props.lines === true ? (
          <Textarea
            size="small"
            rows={3}
            value={text}
            onChange={(_, data) => setText(data.value)}
          />
        ) : (
          <Input size="small" value={text} onChange={(_, data) => setText(data.value)} />
        )}
      </Field>
      {changed && <ReasonAndSave reason={reason} onReason={setReason} />}
    </form>
  )
}

function ReasonAndSave(props: { reason: string; onReason: (text: string) => void }): ReactNode {
  const words = useWords().setup
  return (
    <>
      <LineField label={words.reason} required value={props.reason} onChange={props.onReason} />
      <Button size="small" type="submit" appearance="primary" disabled={props.reason.trim() === ''}>
        {words.save}
      </Button>
    </>
  )
}
