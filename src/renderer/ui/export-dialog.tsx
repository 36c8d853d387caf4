import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useWords } from '../state/use-words.ts'

/** A button that asks one thing more before it writes: what comes out, and a box with what it means. */
export function ExportDialog(props: {
  words: { open: string; title: string; choice: string; choiceHint: string; make: string }
  /** What comes out, in a sentence. */
  about: string
  chosen: boolean
  onChoose: (chosen: boolean) => void
  /** Each time the dialog is opened or closed by the person. */
  onOpenChange?: () => void
  /** Something is being written. */
  busy: boolean
  /** There is nothing to write. */
  nothing?: boolean
  onMake: () => void
}): ReactNode {
  const { words, about, chosen, onChoose, onOpenChange, busy, nothing = false, onMake } = props
  const { cancel } = useWords().app
  const [open, setOpen] = useState(false)
  return (
    <Dialog
      open={open}
      onOpenChange={(_, data) => {
        setOpen(data.open)
        onOpenChange?.()
      }}
    >
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" disabled={busy}>
          {words.open}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <p>{about}</p>
            <Checkbox
              label={words.choice}
              checked={chosen}
              onChange={(_, data) => onChoose(data.checked === true)}
            />
            <p className="hint">{words.choiceHint}</p>
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabled={nothing}
              onClick={() => {
                onMake()
                setOpen(false)
              }}
            >
              {words.make}
            </Button>
            <Button onClick={() => setOpen(false)}>{cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
