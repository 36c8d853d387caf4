import { useCallback } from 'react'
import type { GrantedFile } from '../../shared/grants.ts'
import { attempt } from './actions.ts'
import { useDesk } from './context.tsx'

/**
 * Starts reading returns: hands files to the program and shows the intake screen. A later return
 * of a school that has one waits there until a person has seen what it changes.
 */
export function useReceive(): (grant: () => Promise<GrantedFile[]>, count: number) => void {
  const desk = useDesk()
  return useCallback(
    (grant, count) => {
      void attempt(desk, async () => {
        desk.store.set({ sending: count })
        try {
          const files = await grant()
          if (files.length === 0) return
          const { job } = await desk.api.importFiles({ files, hold: true })
          desk.store.set({
            step: 'intake',
            layer: null,
            job: await desk.api.job({ id: job }),
          })
        } finally {
          desk.store.set({ sending: 0 })
        }
      })
    },
    [desk],
  )
}
