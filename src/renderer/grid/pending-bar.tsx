import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { keyOf } from '../commands/command-list.ts'
import { keyCap } from '../commands/key.ts'
import { notify } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { adoptEdits } from '../state/adopt-edits.ts'
import { dropPending, renewPending, settlePending } from '../state/pending-edits.ts'
import { PENDING_REASON } from '../state/pending-reason.ts'
import { useWords } from '../state/use-words.ts'
import { ChangedCells } from './changed-cells.tsx'
import { ReasonLine } from './reason-line.tsx'
import { isReason } from './reason-text.ts'
import './pending-bar.css'

/**
 * Figures typed that do not count yet, on every screen until it was said why, once for all of them.
 * It never takes the keyboard by itself: what is typed goes on into the cells.
 */
export function PendingBar(): ReactNode {
  const waits = useDeskState((state) => state.pending.length > 0)
  return waits ? <Bar /> : null
}

function Bar(): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const pending = useDeskState((state) => state.pending)
  const saving = useDeskState((state) => state.saving)
  const [reason, setReason] = useState('')
  const [open, setOpen] = useState(false)
  const before = useRef<EventTarget | null>(null)
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => {
    // A browser asks by itself; the desktop window just stays, so the question is put here.
    const warn = (event: BeforeUnloadEvent): void => {
      event.preventDefault()
      desk.store.set({ leaving: true })
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [desk])
  const back = (): void => {
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
  }
  const save = async (): Promise<void> => {
    if (!isReason(reason) || saving) return
    const edits = pending
    const had = box.current?.contains(document.activeElement) === true
    const refused = await adoptEdits(desk, edits, reason.trim())
    if (refused !== null) return renewPending(desk, refused)
    notify(desk, 'success', words.change.saved(edits.length))
    settlePending(desk, edits)
    setReason('')
    if (had) back()
  }
  const drop = (): void => {
    dropPending(desk, pending)
    notify(desk, 'info', words.change.dropped(pending.length, keyCap(keyOf('redo') ?? '')))
    back()
  }
  return (
    <form
      ref={box}
      className="pending-bar"
      aria-label={words.change.pending(pending.length)}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {open && (
        <div className="pending-list">
          <ChangedCells changes={pending} onDrop={(one) => dropPending(desk, [one])} />
        </div>
      )}
      <div className="pending-line">
        <button
          type="button"
          className="link pending-count"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {words.change.pending(pending.length)} {open ? '▾' : '▴'}
        </button>
        <ReasonLine
          reason={reason}
          onReason={setReason}
          onEscape={back}
          inputRef={(input) => {
            if (input) input.id = PENDING_REASON
          }}
          onFocus={(from) => {
            if (from instanceof Node && !box.current?.contains(from)) before.current = from
          }}
        />
        <span className="pending-space" />
        <Button
          size="small"
          type="submit"
          appearance="primary"
          disabled={!isReason(reason) || saving}
        >
          {words.change.save}
        </Button>
        <Button size="small" onClick={drop} disabled={saving}>
          {words.change.drop}
        </Button>
      </div>
    </form>
  )
}
