import { useEffect, useRef } from 'react'
import { useSession, useSessionState } from './context.tsx'

/** The panel's way to the form changes how the data screen shows its figures; from other screens it leads there. */
export function useFormButton(): void {
  const { store } = useSession()
  const view = useSessionState((state) => state.view)
  const at = useRef(view)
  useEffect(() => {
    if (at.current !== view) store.set({ step: 'data' })
  }, [view, store])
}
