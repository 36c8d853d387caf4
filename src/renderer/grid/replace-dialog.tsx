import {
  Button,
  Checkbox,
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
import { useWords } from '../state/use-words.ts'
import type { Wanted } from './find-cells.ts'
import { FilterInput } from '../ui/filter-input.tsx'
import './replace-dialog.css'

interface Props {
  /** Cells that are marked; one is no stretch to keep to. */
  marked: number
  /** Goes to the next cell that holds it; gives how many do. */
  onNext: (wanted: Wanted, inMark: boolean) => number
  onReplace: (wanted: Wanted, by: string, inMark: boolean) => number
  onClose: () => void
}

/** Find and replace; what would be replaced is listed with its reason like any other change. */
export function ReplaceDialog({ marked, onNext, onReplace, onClose }: Props): ReactNode {
  const { replace: words, app } = useWords()
  const [text, setText] = useState('')
  const [by, setBy] = useState('')
  const [whole, setWhole] = useState(false)
  const [inMark, setInMark] = useState(marked > 1)
  const [found, setFound] = useState<number | null>(null)
  const wanted = { text, whole }
  return (
    <Dialog open modalType="non-modal" onOpenChange={(_, data) => data.open || onClose()}>
      <DialogSurface className="replace-dialog">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            setFound(onNext(wanted, inMark && marked > 1))
          }}
        >
          <DialogBody>
            <DialogTitle>{words.title}</DialogTitle>
            <DialogContent className="replace-fields">
              <Field label={words.find} size="small">
                <FilterInput
                  // The dialog is opened by a key, and what follows is typed.
                  // oxlint-disable-next-line jsx-a11y/no-autofocus
                  autoFocus
                  size="small"
                  value={text}
                  onText={setText}
                />
              </Field>
              <Field label={words.with} size="small">
                <Input size="small" value={by} onChange={(_, data) => setBy(data.value)} />
              </Field>
              <Checkbox
                label={words.whole}
                checked={whole}
                onChange={(_, data) => setWhole(data.checked === true)}
              />
              {marked > 1 && (
                <Checkbox
                  label={words.inMark(marked)}
                  checked={inMark}
                  onChange={(_, data) => setInMark(data.checked === true)}
                />
              )}
              <output className="hint">
                {found === null ? words.hint : found === 0 ? words.none : words.found(found)}
              </output>
            </DialogContent>
            <DialogActions>
              <Button size="small" type="submit" disabled={text.trim() === ''}>
                {words.next}
              </Button>
              <Button
                size="small"
                appearance="primary"
                disabled={text.trim() === ''}
                onClick={() => setFound(onReplace(wanted, by, inMark && marked > 1))}
              >
                {words.all}
              </Button>
              <Button size="small" onClick={onClose}>
                {app.close}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
