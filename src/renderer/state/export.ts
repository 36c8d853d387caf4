import { useCallback, useEffect, useRef } from 'react'
import { attempt, notify } from './actions.ts'
import { useSession, useSessionState } from './context.tsx'
import { wordsIn } from '../words/words-in.ts'

/**
 * Writes a workbook as a job, and hands it to the person when it is done.
 *
 * @param begin starts the job; the consolidated workbook when absent
 */
export function useExport(begin?: () => Promise<{ job: number }>): {
  start: () => void
  busy: boolean
} {
  const session = useSession()
  const job = useSessionState((state) => state.job)
  const awaited = useRef<number | null>(null)
  useEffect(() => {
    if (!job || job.id !== awaited.current || job.state === 'running') return
    awaited.current = null
    const output = job.output
    if (job.state !== 'done' || !output) return
    void attempt(session, async () => {
      const words = wordsIn(session.store.get().lang).top
      if (await session.host.save(output.grant, output.name))
        notify(session, 'success', words.exported(output.name))
      else notify(session, 'warning', words.notExported)
    })
  }, [job, session])
  const start = useCallback(() => {
    void attempt(session, async () => {
      const { basis, lang } = session.store.get()
      const { job: id } = await (begin?.() ?? session.api.exportWorkbook({ basis, lang }))
      awaited.current = id
      session.store.set({ job: await session.api.job({ id }) })
    })
  }, [session, begin])
  return { start, busy: job?.kind === 'export' && job.state === 'running' }
}
