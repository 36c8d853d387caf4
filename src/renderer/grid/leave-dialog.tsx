import { Button, Dialog, DialogSurface, DialogTitle } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { leave } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { dropPending } from '../state/pending-edits.ts'
import { askPendingReason } from '../state/pending-reason.ts'
import { useWords } from '../state/use-words.ts'
import { ChangedCells } from './changed-cells.tsx'

/** The collection is to be closed while edits wait for their reason: what becomes of them? */
export function LeaveDialog(): ReactNode {
  const desk = useDesk()
  const { change: words } = useWords()
  const leaving = useDeskState((state) => state.leaving)
  const pending = useDeskState((state) => state.pending)
  const stay = (): void => {
    desk.store.set({ leaving: false })
    // After the dialog gave the keyboard back.
    setTimeout(askPendingReason, 50)
  }
  return (
    <Dialog open={leaving} onOpenChange={(_, data) => desk.store.set({ leaving: data.open })}>
      <DialogSurface className="leave-dialog">
        <DialogTitle>{words.leaveTitle(pending.length)}</DialogTitle>
        <p className="hint">{words.leaveHint}</p>
        <ChangedCells changes={pending} />
        <div className="reason-buttons">
          <Button appearance="primary" onClick={stay}>
            {words.stay}
          </Button>
          <Button
            onClick={() => {
              dropPending(desk, pending)
              void leave(desk)
            }}
          >
            {words.leaveAnyway}
          </Button>
        </div>
      </DialogSurface>
    </Dialog>
  )
}
