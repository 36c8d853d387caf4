import { useEffect, useRef } from 'react'
import type { KeyboardEvent as ReactKeyboardEvent, RefObject } from 'react'
import { useDesk, useDeskState } from '../state/context.tsx'
import { keyAfter, keyWish, takesLetters } from './keys.ts'
import { movedOn } from './moved-on.ts'

/**
 * Which finding is looked at: moved by keys and clicks, and on to the next when it is settled.
 *
 * @param keys the findings as listed now; null while they are not known
 * @param typing whether the filter is being typed: what is looked at moves on once it rests
 * @param list the box of the list, which takes the keyboard
 */
export function usePicked(
  keys: readonly string[] | null,
  list: RefObject<HTMLDivElement | null>,
  typing: boolean,
): {
  picked: string | null
  pick: (key: string | null) => void
  onKey: (event: ReactKeyboardEvent) => void
} {
  const { store } = useDesk()
  const picked = useDeskState((state) => state.check.picked)
  const before = useRef<readonly string[]>([])
  const pick = (key: string | null): void =>
    store.set({ check: { ...store.get().check, picked: key } })
  useEffect(() => {
    if (keys === null || typing) return
    const now = store.get().check.picked
    const next = movedOn(before.current, keys, now)
    before.current = keys
    if (next === now) return
    store.set({ check: { ...store.get().check, picked: next } })
    // What was worked on is gone from the list: the keyboard goes back there for the next one.
    const active = document.activeElement
    if (active === null || active === document.body || active.closest('.finding'))
      list.current?.focus()
  }, [keys, typing, store, list])
  useEffect(() => {
    list.current?.focus()
  }, [list])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || takesLetters(event.target) || keys === null) return
      if (store.get().layer !== null || store.get().request !== null) return
      const wish = keyWish(event, false)
      if (wish === null) return
      event.preventDefault()
      list.current?.focus()
      store.set({
        check: {
          ...store.get().check,
          picked: keyAfter(keys, store.get().check.picked, wish),
        },
      })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [keys, store, list])
  const onKey = (event: ReactKeyboardEvent): void => {
    const wish = keyWish(event, true)
    if (wish === null || keys === null) return
    event.preventDefault()
    if ('open' in wish) document.querySelector<HTMLElement>('.finding .paper')?.focus()
    else pick(keyAfter(keys, picked, wish))
  }
  return { picked, pick, onKey }
}
