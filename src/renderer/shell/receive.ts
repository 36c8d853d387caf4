import { useCallback } from 'react'
import type { GrantedFile } from '../../shared/api.ts'
import { attempt } from '../state/actions.ts'
import { useSession } from '../state/context.tsx'

/** Starts reading returns: hands files to the program and shows the intake screen. */
export function useReceive(): (grant: () => Promise<GrantedFile[]>, count: number) => void {
  const session = useSession()
  return useCallback(
    (grant, count) => {
      void attempt(session, async () => {
        session.store.set({ sending: count })
        try {
          const files = await grant()
          if (files.length === 0) return
          const { job } = await session.api.importFiles({ files })
          session.store.set({ step: 'intake', job: await session.api.job({ id: job }) })
        } finally {
          session.store.set({ sending: 0 })
        }
      })
    },
    [session],
  )
}
