import type { ReactNode } from 'react'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** 可比口径: whether both years stand on the same schools; one choice for every screen that compares. */
export function ComparableSwitch(): ReactNode {
  const words = useWords().consolidate
  const { store } = useDesk()
  const on = useDeskState((state) => state.consolidate.comparable)
  return (
    <button
      type="button"
      className="chip comparable-switch"
      aria-pressed={on}
      title={words.comparableHint}
      onClick={() =>
        store.set({ consolidate: { ...store.get().consolidate, comparable: !on, place: null } })
      }
    >
      {words.comparable}
    </button>
  )
}
