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
  Textarea,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { keepText, useDraftScreen } from './use-draft.ts'

/** Takes in text from the clipboard. */
export function PasteDialog(): ReactNode {
  const desk = useDesk()
  const [{ pasting }, set] = useDraftScreen()
  return (
    <PasteText
      open={pasting}
      onOpen={(open) => set({ pasting: open })}
      onText={(name, text) => keepText(desk, name, text)}
    />
  )
}

/** A field for a text and one for what it is called. */
export function PasteText(props: {
  open: boolean
  onOpen: (open: boolean) => void
  onText: (name: string, text: string) => Promise<void>
}): ReactNode {
  const { open, onOpen, onText } = props
  const { draft: words, app } = useWords()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const take = async (): Promise<void> => {
    await onText(name.trim() === '' ? words.pasteDefault : name.trim(), text)
    setText('')
    setName('')
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => onOpen(data.open)}>
      <DialogSurface className="draft-paste">
        <DialogBody>
          <DialogTitle>{words.pasteTitle}</DialogTitle>
          <DialogContent>
            <Field label={words.pasteName}>
              <Input
                size="small"
                value={name}
                placeholder={words.pasteDefault}
                onChange={(_, data) => setName(data.value)}
              />
            </Field>
            <Textarea
              className="draft-paste-text"
              aria-label={words.pasteTitle}
              placeholder={words.pasteHint}
              resize="vertical"
              value={text}
              onChange={(_, data) => setText(data.value)}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onOpen(false)}>{app.cancel}</Button>
            <Button appearance="primary" disabled={text.trim() === ''} onClick={() => void take()}>
              {words.pasteGo}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
