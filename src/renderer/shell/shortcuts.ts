import { useEffect } from 'react'
import { useSession } from '../state/context.tsx'
import type { Session } from '../state/session.ts'
import { redo, undo } from './undo.ts'

/** Keys that work everywhere in the window: undo, redo, find. Text fields keep their own undo. */
export function useShortcuts(): void {
  const session = useSession()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 'k' || key === 'f') {
        event.preventDefault()
        session.store.set({ searching: true })
      } else if ((key === 'z' || key === 'y') && !isTyping(event.target)) {
        event.preventDefault()
        void step(session, key === 'y' || event.shiftKey)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [session])
}

function step(session: Session, forward: boolean): Promise<void> {
  return forward ? redo(session) : undo(session)
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      // Switches and choices are inputs too, but nothing is typed into them.
      target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'))
  )
}
