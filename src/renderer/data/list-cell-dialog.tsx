import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { ListRowView, ListView } from '../../shared/lists.ts'
import { change } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** A cell of a list that is looked at. */
export interface ListCell {
  row: ListRowView
  column: number
}

/** Puts another value into a cell of a list, with the reason; or what was returned back. */
export function ListCellDialog(props: {
  list: ListView
  cell: ListCell
  onClose: () => void
}): ReactNode {
  const { list, cell, onClose } = props
  const { row, column: at } = cell
  const desk = useDesk()
  const all = useWords()
  const words = all.lists
  const now = row.cells[at] ?? ''
  const [value, setValue] = useState(now)
  const [reason, setReason] = useState('')
  const column = list.columns[at]
  const put = row.corrected.find((one) => one.column === at)
  if (column === undefined) return null
  const save = async (to: string | null): Promise<void> => {
    const { school, sheet, row: line } = row
    const place = { form: list.form, school, sheet, row: line, column: at }
    const saved = await change(desk, () => desk.api.correctRow({ ...place, value: to, reason }))
    if (saved) onClose()
  }
  const said = reason.trim() !== ''
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className="list-cell-dialog">
        <DialogBody>
          <DialogTitle>{column.heading}</DialogTitle>
          <DialogContent>
            <p className="hint">{words.cellAt(row.schoolName, row.sheet, row.row)}</p>
            {put && <p className="hint">{words.corrected(put.returned || words.blank)}</p>}
            {column.identity ? (
              <p>{words.personal}</p>
            ) : (
              <>
                <Field label={words.value}>
                  <Input
                    value={value}
                    list={column.choices === undefined ? undefined : 'list-cell-choices'}
                    onChange={(_, data) => setValue(data.value)}
                  />
                </Field>
                {column.choices !== undefined && (
                  <datalist id="list-cell-choices">
                    {column.choices.map((one) => (
                      <option key={one} value={one}>
                        {one}
                      </option>
                    ))}
                  </datalist>
                )}
                <Field label={words.why} required>
                  <Input value={reason} onChange={(_, data) => setReason(data.value)} />
                </Field>
              </>
            )}
          </DialogContent>
          <DialogActions>
            {!column.identity && (
              <Button
                appearance="primary"
                disabled={!said || value === now}
                onClick={() => void save(value)}
              >
                {words.correct}
              </Button>
            )}
            {put && (
              <Button disabled={!said} onClick={() => void save(null)}>
                {words.asReturned}
              </Button>
            )}
            <Button onClick={onClose}>{all.app.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
