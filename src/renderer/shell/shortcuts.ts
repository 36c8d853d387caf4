import { useEffect } from 'react'
import { commandAt } from '../commands/command-list.ts'
import { canRun, runCommand } from '../commands/window-commands.ts'
import { useDoing } from '../commands/use-doing.ts'

/** Time for a grid to tell of an edit that has ended, in milliseconds. */
const TOLD = 20

/** Keys that work everywhere in the window. Text fields keep their own undo. */
export function useShortcuts(): void {
  const doing = useDoing()
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const id = commandAt('window', event)
      if (id === null || ((id === 'undo' || id === 'redo') && isTyping(event.target))) return
      event.preventDefault()
      // What is being typed into a cell is taken before the screen goes away under it.
      const typing =
        event.target instanceof HTMLInputElement &&
        event.target.closest('.list-view, .paper') !== null
      if (typing) event.target.blur()
      const run = (): void => {
        // An undo with nothing to undo says so; a step that is not there is not gone to.
        if (id === 'undo' || id === 'redo' || canRun(id, doing)) runCommand(id, doing)
      }
      // The grid tells of what was typed a moment later, and not at all once it is gone.
      if (typing) setTimeout(run, TOLD)
      else run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [doing])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      // Switches and choices are inputs too, but nothing is typed into them.
      target.matches('input:not([type="checkbox"], [type="radio"]), textarea, select'))
  )
}
