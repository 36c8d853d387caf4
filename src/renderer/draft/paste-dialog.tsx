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
  const { draft: words, app } = useWords()
  const [{ pasting }, set] = useDraftScreen()
  const [text, setText] = useState('')
  const [name, setName] = useState('')
  const take = async (): Promise<void> => {
    await keepText(desk, name.trim() === '' ? words.pasteDefault : name.trim(), text)
    setText('')
    setName('')
  }
  return (
    <Dialog open={pasting} onOpenChange={(_, data) => set({ pasting: data.open })}>
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
            <Button onClick={() => set({ pasting: false })}>{app.cancel}</Button>
            <Button appearance="primary" disabled={text.trim() === ''} onClick={() => void take()}>
              {words.pasteGo}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
