import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { FormEvent, ReactNode } from 'react'
import type { Overview } from '../../../shared/overview.ts'
import type { ExternalRow } from '../../../shared/consolidate.ts'
import { LineField } from '../../ui/line-field.tsx'
import { change, notify } from '../../state/actions.ts'
import { useDesk } from '../../state/context.tsx'
import { useWords } from '../../state/use-words.ts'

/** A figure of another office being entered: value, unit, and where and when it is from. */
export function ExternalForm({ row, onDone }: { row: ExternalRow; onDone: () => void }): ReactNode {
  const desk = useDesk()
  const words = useWords().externals
  const [name, setName] = useState(row.name)
  const [figure, setFigure] = useState({
    value: row.value,
    unit: row.unit,
    source: row.source,
    date: row.date,
  })
  const [reason, setReason] = useState('')
  const sourced = figure.source.trim() !== '' && figure.date.trim() !== ''
  const complete = name.trim() !== '' && figure.value.trim() !== '' && sourced
  const keep = (work: () => Promise<Overview>): void =>
    void change(desk, work).then((ok) => {
      if (!ok) return
      notify(desk, 'success', words.saved)
      onDone()
    })
  const save = (event: FormEvent): void => {
    event.preventDefault()
    keep(() => desk.api.editExternal({ name, figure, reason }))
  }
  const field = (part: keyof typeof figure): ReactNode => (
    <LineField
      key={part}
      label={words[part]}
      value={figure[part]}
      onChange={(text) => setFigure({ ...figure, [part]: text })}
    />
  )
  return (
    <form className="indicator-editor" onSubmit={save}>
      <h2>{row.name === '' ? words.add : row.name}</h2>
      {row.name === '' && <LineField label={words.name} value={name} onChange={setName} />}
      {(['value', 'unit', 'source', 'date'] as const).map(field)}
      <LineField label={words.reason} value={reason} onChange={setReason} />
      {!sourced && <p className="hint">{words.needSource}</p>}
      <div className="indicator-ways">
        <Button size="small" appearance="primary" type="submit" disabled={!complete}>
          {words.save}
        </Button>
        <Button size="small" onClick={onDone}>
          {words.cancel}
        </Button>
        {row.value !== '' && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => keep(() => desk.api.editExternal({ name, figure: null, reason }))}
          >
            {words.remove}
          </Button>
        )}
      </div>
    </form>
  )
}
