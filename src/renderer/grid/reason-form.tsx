import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { notify } from '../state/actions.ts'
import type { ChangeRequest, ShownChange } from '../state/changes.ts'
import { sameCell } from '../state/edits.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { Desk } from '../state/desk.ts'
import { adoptEdits } from '../state/adopt-edits.ts'
import { settlePending } from '../state/pending-edits.ts'
import { useWords } from '../state/use-words.ts'
import { ChangedCells, RefusedCells } from './changed-cells.tsx'
import { useHeldFocus } from './hold-focus.ts'
import { isReason } from './reason-text.ts'
import { ReasonLine } from './reason-line.tsx'
import './reason-form.css'

const WIDTH = 560
const HEIGHT = 492

/** A small form beside the cells: what will change, what cannot, and why? Nothing is adopted without a reason. */
export function ReasonForm(): ReactNode {
  const request = useDeskState((state) => state.request)
  return request ? <Ask request={request} /> : null
}

function Ask({ request }: { request: ChangeRequest }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const box = useRef<HTMLFormElement>(null)
  // Where the keyboard was goes back to work when the form closes.
  const [before] = useState(() => document.activeElement)
  const [reason, setReason] = useState('')
  const { changes, refused, note } = request
  const close = (): void => giveUp(desk, before)
  const save = async (): Promise<void> => {
    if (changes.length === 0) return close()
    if (!isReason(reason)) return
    // A cell that goes back to what stands there loses its waiting edit and needs no line of the ledger.
    const news = changes.filter((one) => one.value !== one.from)
    const stand = news.length === 0 ? null : await adoptEdits(desk, news, reason.trim())
    if (stand !== null) {
      const now = (one: ShownChange): ShownChange =>
        stand.find((other) => sameCell(one, other)) ?? one
      return desk.store.set({ request: { ...request, changes: changes.map(now) } })
    }
    settlePending(desk, changes)
    notify(desk, 'success', words.change.saved(news.length))
    close()
  }
  useHeldFocus(box)
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('input, button')?.focus()
  }, [])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') giveUp(desk, before)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [desk, before])
  const title =
    changes.length === 0
      ? words.change.onlyRefused(refused.length)
      : request.how === 'clear'
        ? words.change.clear(changes.length)
        : request.how === 'restore'
          ? words.change.restore(changes.length)
          : words.change.title(changes.length)
  return (
    <form
      ref={box}
      className="reason-form"
      // Beside the cells, and whole in the window whatever becomes of its size.
      style={{
        left: `max(8px, min(${request.at.x}px, 100vw - ${WIDTH + 12}px))`,
        top: `max(8px, min(${request.at.y + 6}px, 100vh - ${HEIGHT + 8}px))`,
        width: WIDTH,
        maxHeight: `min(${HEIGHT}px, 100vh - 16px)`,
      }}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <strong>{title}</strong>
      {note !== '' && <p className="hint">{note}</p>}
      <div className="reason-cells">
        {changes.length > 0 && <ChangedCells changes={changes} />}
        {refused.length > 0 && (
          <div className="reason-refused" role="alert">
            {changes.length > 0 && words.change.refused(refused.length)}
            <RefusedCells refused={refused} />
          </div>
        )}
      </div>
      {changes.length > 0 && <ReasonLine reason={reason} onReason={setReason} />}
      <div className="reason-buttons">
        {changes.length > 0 && (
          <Button size="small" type="submit" appearance="primary" disabled={!isReason(reason)}>
            {words.change.save}
          </Button>
        )}
        <Button size="small" onClick={close}>
          {changes.length > 0 ? words.app.cancel : words.app.close}
        </Button>
      </div>
    </form>
  )
}

/** Closes the form and gives the keyboard back. */
function giveUp(desk: Desk, before: Element | null): void {
  desk.store.set({ request: null })
  if (before instanceof HTMLElement) before.focus()
}
