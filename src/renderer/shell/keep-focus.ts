import { useEffect } from 'react'

/** Time for a grid to give the keyboard to a cell that it has drawn anew, in milliseconds. */
const SETTLED = 60

/** How often a grid is waited for that has not drawn the cell with the keyboard yet. */
const TRIES = 6

/** Places remembered; the newest that is still there gets the keyboard back. */
const KEPT = 24

/** What takes the keyboard on a screen where none of the remembered places is left. */
const FALLBACKS = [
  '.layer .ag-cell-focus',
  '.step:not([inert]) .ag-cell-focus',
  '.step:not([inert]) table.paper',
  '.layer',
  '.step:not([inert])',
]

/**
 * Keeps the keyboard in the window: what has it may go away (a dialog that closes, a screen that
 * changes, a button that is no longer there), and a key would then mean nothing. It goes back to
 * where it was last, or to the screen.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const places: HTMLElement[] = []
    const grids = new WeakMap<HTMLElement, Element>()
    let tries = 0
    let timer = 0
    const lost = (): boolean =>
      document.activeElement === null || document.activeElement === document.body
    const restore = (): void => {
      if (!lost() || !document.hasFocus()) return
      // A grid draws the cell it goes to a moment after it has let go of the one before.
      const grid = grids.get(places.at(-1) ?? document.body)
      const cell = grid?.isConnected ? grid.querySelector<HTMLElement>('.ag-cell-focus') : null
      if (isThere(cell)) return cell.focus({ preventScroll: true })
      tries += 1
      if (grid?.isConnected && tries < TRIES) {
        timer = window.setTimeout(restore, SETTLED)
        return
      }
      const back = places.findLast(isThere)
      const place =
        back ?? FALLBACKS.map((one) => document.querySelector<HTMLElement>(one)).find(isThere)
      place?.focus({ preventScroll: true })
    }
    const look = (): void => {
      if (!lost()) return
      clearTimeout(timer)
      tries = 0
      timer = window.setTimeout(restore, SETTLED)
    }
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLElement)) return
      const at = places.indexOf(target)
      if (at >= 0) places.splice(at, 1)
      const grid = target.closest('.ag-root-wrapper')
      if (grid) grids.set(target, grid)
      places.push(target)
      places.splice(0, places.length - KEPT)
    }
    const observer = new MutationObserver(look)
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['inert'] })
    document.addEventListener('focusin', onFocus)
    document.addEventListener('focusout', look)
    look()
    return () => {
      observer.disconnect()
      clearTimeout(timer)
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('focusout', look)
    }
  }, [])
}

function isThere(element: HTMLElement | null | undefined): element is HTMLElement {
  return (
    element instanceof HTMLElement &&
    element.isConnected &&
    element.closest('[inert]') === null &&
    element.checkVisibility() &&
    !element.matches(':disabled')
  )
}
