import { useCallback } from 'react'
import type { GrantedFile } from '../../shared/grants.ts'
import { attempt } from './actions.ts'
import { useSession } from './context.tsx'

/**
 * Starts reading returns: hands files to the program and shows the intake screen. A later return
 * of a school that has one waits there until a person has seen what it changes.
 */
export function useReceive(): (grant: () => Promise<GrantedFile[]>, count: number) => void {
  const session = useSession()
  return useCallback(
    (grant, count) => {
      void attempt(session, async () => {
        session.store.set({ sending: count })
        try {
          const files = await grant()
          if (files.length === 0) return
          const { job } = await session.api.importFiles({ files, hold: true })
          session.store.set({
            step: 'intake',
            layer: null,
            job: await session.api.job({ id: job }),
          })
        } finally {
          session.store.set({ sending: 0 })
        }
      })
    },
    [session],
  )
}
