import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { attempt, enter, notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** Says what goes on into next year's collection and what stays behind, and makes it. */
export function NextYearDialog(): ReactNode {
  const desk = useDesk()
  const { nextYear: words, app } = useWords()
  const open = useDeskState((state) => state.nextYear)
  const [busy, setBusy] = useState(false)
  const close = (): void => desk.store.set({ nextYear: false })
  const make = async (): Promise<void> => {
    setBusy(true)
    const overview = await attempt(desk, () => desk.api.nextYear({}))
    setBusy(false)
    close()
    if (!overview) return
    enter(desk, overview)
    notify(desk, 'success', words.made(overview.title))
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => data.open || busy || close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <p>{words.goesOn}</p>
            <p>{words.stays}</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void make()}>
              {words.make}
            </Button>
            <Button disabledFocusable={busy} onClick={close}>
              {app.cancel}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
