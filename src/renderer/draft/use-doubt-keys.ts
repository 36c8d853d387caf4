import { useEffect } from 'react'
import type { DraftView } from '../../shared/draft-desk.ts'
import { commandAt } from '../commands/command-list.ts'
import { useDesk } from '../state/context.tsx'
import { linesFor, nextDoubt } from './lines.ts'

/** F8 and Shift+F8 lead from doubt to doubt, from anywhere on the screen; letters where nothing is typed. */
export function useDoubtKeys(
  view: DraftView,
  picked: number | null,
  onPick: (figure: number) => void,
): void {
  const { store } = useDesk()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || store.get().layer !== null) return
      if (event.key.length === 1 && takesText(event.target)) return
      const id = commandAt('draft', event)
      if (id === null) return
      if (id === 'ignore-doubt') {
        const field = document.querySelector<HTMLElement>('.draft-ignore input')
        if (field === null) return
        event.preventDefault()
        field.focus()
        return
      }
      event.preventDefault()
      const lines = linesFor(view, 'doubtful')
      const next = nextDoubt(lines, picked, id === 'next-doubt' ? 1 : -1)
      if (next !== null) onPick(next.figure)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
  )
}
