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
import { useDesk } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { useWords } from '../state/use-words.ts'

/** Writes the workbook with its lists; only here identity numbers can be asked for whole. */
export function ListExport(): ReactNode {
  const desk = useDesk()
  const words = useWords().lists
  const { cancel } = useWords().app
  const [open, setOpen] = useState(false)
  const [identities, setIdentities] = useState(false)
  const { start, busy } = useExport(() => {
    const { basis, lang } = desk.store.get()
    return desk.api.exportWorkbook({ basis, lang, identities })
  })
  return (
    <Dialog
      open={open}
      onOpenChange={(_, data) => {
        setOpen(data.open)
        setIdentities(false)
      }}
    >
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" disabled={busy}>
          {words.export}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.exportTitle}</DialogTitle>
          <DialogContent>
            <p>{words.exportHint}</p>
            <Checkbox
              label={words.identities}
              checked={identities}
              onChange={(_, data) => setIdentities(data.checked === true)}
            />
            <p className="hint">{words.identitiesHint}</p>
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                start()
                setOpen(false)
              }}
            >
              {words.exportNow}
            </Button>
            <Button onClick={() => setOpen(false)}>{cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
