import { Button, Input } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { withSeparators } from '../figures/show.ts'
import { change, notify } from '../state/actions.ts'
import type { ChangeRequest } from '../state/changes.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { Desk } from '../state/desk.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { useHeldFocus } from './hold-focus.ts'
import { recentReasons } from './recent-reasons.ts'
import './reason-form.css'

const WIDTH = 340
const HEIGHT = 230

/** A small form beside the cell: why is it changed? Nothing is adopted without a reason. */
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
  const ledger = useCall('ledger', { limit: 200 })
  const recent = recentReasons(ledger.value ?? [])
  const [typed, setTyped] = useState<string | null>(null)
  const reason = typed ?? recent[0] ?? ''
  const { changes, refused } = request
  const shownValue = (value: string): string =>
    value === '' ? words.entry.blank : withSeparators(value)
  const close = (): void => giveUp(desk, before)
  const save = async (): Promise<void> => {
    if (changes.length === 0) return close()
    if (reason.trim() === '') return
    const done = await change(desk, () => desk.api.adopt({ changes, reason: reason.trim() }))
    if (!done) return
    notify(desk, 'success', words.change.saved(changes.length))
    close()
  }
  useHeldFocus(box)
  useEffect(() => {
    const input = box.current?.querySelector('input')
    input?.focus()
    input?.select()
  }, [recent.length])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') giveUp(desk, before)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [desk, before])
  const left = Math.max(8, Math.min(request.at.x, window.innerWidth - WIDTH - 12))
  const top = Math.max(8, Math.min(request.at.y + 6, window.innerHeight - HEIGHT - 40))
  const title =
    changes.length === 0
      ? words.change.onlyRefused(refused.length)
      : request.how === 'clear'
        ? words.change.clear(changes.length)
        : request.how === 'restore'
          ? words.change.restore(changes.length)
          : words.change.title(changes.length)
  const single = changes.length === 1 ? changes[0] : undefined
  return (
    <form
      ref={box}
      className="reason-form"
      style={{ left, top, width: WIDTH }}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <strong>{title}</strong>
      {single && (
        <p className="figures">
          <span className="hint">{request.only?.where ?? single.item}</span>
          <br />
          {request.only && <s>{shownValue(request.only.from)}</s>} →{' '}
          <b>{single.value === null ? words.entry.back : shownValue(single.value)}</b>
        </p>
      )}
      <RefusedList request={request} />
      {changes.length > 0 && (
        <>
          <Input
            size="small"
            aria-label={words.change.reason}
            placeholder={`${words.change.reason}${words.app.colon}${words.change.placeholder}`}
            value={reason}
            onChange={(_, data) => setTyped(data.value)}
          />
          {recent.length > 0 && (
            <div className="reason-recent" title={words.change.recent}>
              {recent.map((one) => (
                <button key={one} type="button" className="chip" onClick={() => setTyped(one)}>
                  {one}
                </button>
              ))}
            </div>
          )}
        </>
      )}
      <div className="reason-buttons">
        {changes.length > 0 && (
          <Button size="small" type="submit" appearance="primary" disabled={reason.trim() === ''}>
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

const NAMED = 4

function RefusedList({ request: { refused, changes } }: { request: ChangeRequest }): ReactNode {
  const { change: words, app } = useWords()
  if (refused.length === 0) return null
  return (
    <div className="reason-refused" role="alert">
      {changes.length > 0 && words.refused(refused.length)}
      <ul>
        {refused.slice(0, NAMED).map((one, index) => (
          <li key={`${one.where} ${index}`}>
            {one.where === '' ? words.outside : one.where}
            {app.colon}“{one.value}” {words.why[one.why]}
          </li>
        ))}
      </ul>
      {refused.length > NAMED && words.more(refused.length)}
    </div>
  )
}
