import { useEffect, useRef } from 'react'
import { itemAddress } from '../figures/item-names.ts'
import { goToCell } from '../state/actions.ts'
import { useForms } from '../state/catalog.ts'
import { useDesk } from '../state/context.tsx'
import { isStep, placeOf, samePlace, stateAt } from '../state/place.ts'
import type { Place } from '../state/place.ts'

/** Buttons of the mouse that lead back and forward. */
const BACK = 3
const FORWARD = 4

/**
 * Where one stands is kept in the window's address: back and forward (Alt with the arrows, the
 * mouse's buttons) lead along it, and loading the window anew comes back to the place.
 */
export function usePlaceHistory(): void {
  const desk = useDesk()
  const forms = useForms().value
  const known = useRef(forms)
  useEffect(() => {
    known.current = forms
  }, [forms])
  const ready = forms !== null
  useEffect(() => {
    if (!ready) return undefined
    const { store } = desk
    const go = (place: Place): void => {
      store.set(stateAt(store.get(), place))
      const { selected } = store.get()
      const form = known.current?.find(({ id }) => id === selected?.form)
      const item = form?.items[selected?.item ?? -1]
      if (selected?.kind === 'cell' && form && item)
        goToCell(desk, selected.school, itemAddress(form, item))
    }
    const asked = readPlace()
    if (asked['step'] !== undefined) go(asked)
    let last = placeOf(store.get())
    writePlace(last, 'replace')
    const onState = (): void => {
      if (store.get().overview === null) return
      const now = placeOf(store.get())
      if (samePlace(now, last)) return
      writePlace(now, isStep(last, now) ? 'push' : 'replace')
      last = now
    }
    const onPop = (): void => {
      last = readPlace()
      go(last)
      // What the address does not know has its usual state now.
      last = placeOf(store.get())
    }
    const onMouse = (event: MouseEvent): void => {
      if (event.button !== BACK && event.button !== FORWARD) return
      event.preventDefault()
      if (event.type === 'mouseup') history.go(event.button === BACK ? -1 : 1)
    }
    const stop = store.subscribe(onState)
    window.addEventListener('popstate', onPop)
    window.addEventListener('mousedown', onMouse)
    window.addEventListener('mouseup', onMouse)
    return () => {
      stop()
      window.removeEventListener('popstate', onPop)
      window.removeEventListener('mousedown', onMouse)
      window.removeEventListener('mouseup', onMouse)
      // Another collection begins at its own beginning.
      history.replaceState(null, '', location.pathname + location.search)
    }
  }, [desk, ready])
}

function readPlace(): Place {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)))
}

function writePlace(place: Place, how: 'push' | 'replace'): void {
  const address = `${location.pathname}${location.search}#${new URLSearchParams({ ...place }).toString()}`
  if (how === 'push') history.pushState(null, '', address)
  else history.replaceState(null, '', address)
}
