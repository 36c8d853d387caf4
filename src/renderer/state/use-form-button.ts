import { useEffect, useRef } from 'react'
import { useDesk, useDeskState } from './context.tsx'

/** The panel's way to the form changes how the data screen shows its figures; from other screens it leads there. */
export function useFormButton(): void {
  const { store } = useDesk()
  const view = useDeskState((state) => state.view)
  const at = useRef(view)
  useEffect(() => {
    if (at.current !== view) store.set({ step: 'data' })
  }, [view, store])
}
