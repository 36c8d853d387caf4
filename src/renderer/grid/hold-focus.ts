import { useEffect } from 'react'
import type { RefObject } from 'react'

/**
 * Keeps the keyboard in a small form beside the grid until the person goes elsewhere with the
 * pointer or Tab. The grid takes its focus back some time after an edit, when it draws the cell
 * anew; what is typed as a reason would then land in a cell.
 */
export function useHeldFocus(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const box = form.current
    if (!box) return undefined
    let wished = false
    const onPointer = (event: PointerEvent): void => {
      wished = !(event.target instanceof Node && box.contains(event.target))
    }
    const onKey = (event: KeyboardEvent): void => {
      wished = event.key === 'Tab'
    }
    const onLeave = (event: FocusEvent): void => {
      const to = event.relatedTarget
      const from = event.target
      const taken = to instanceof Element && to.closest('.list-view') !== null
      if (!wished && taken && from instanceof HTMLElement) from.focus()
    }
    window.addEventListener('pointerdown', onPointer, true)
    box.addEventListener('keydown', onKey, true)
    box.addEventListener('focusout', onLeave)
    return () => {
      window.removeEventListener('pointerdown', onPointer, true)
      box.removeEventListener('keydown', onKey, true)
      box.removeEventListener('focusout', onLeave)
    }
  }, [form])
}
