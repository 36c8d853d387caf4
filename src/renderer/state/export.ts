import { useCallback, useEffect, useRef } from 'react'
import { attempt, notify } from './actions.ts'
import { useDesk, useDeskState } from './context.tsx'
import { wordsIn } from '../words/words-in.ts'

/**
 * Writes a workbook as a job, and hands it to the person when it is done.
 *
 * @param begin starts the job; the consolidated workbook when absent
 */
export function useExport(begin?: () => Promise<{ job: number }>): {
  start: () => void
  /** Starts another export, known only now. */
  startOther: (begin: () => Promise<{ job: number }>) => void
  busy: boolean
} {
  const desk = useDesk()
  const job = useDeskState((state) => state.job)
  const awaited = useRef<number | null>(null)
  useEffect(() => {
    if (!job || job.id !== awaited.current || job.state === 'running') return
    awaited.current = null
    const { output, left } = job
    if (job.state !== 'done' || !output) return
    void attempt(desk, async () => {
      const words = wordsIn(desk.store.get().lang).top
      if (left.length > 0) notify(desk, 'warning', words.leftOut(left.length, someOf(left)))
      if (await desk.host.save(output.grant, output.name))
        notify(desk, 'success', words.exported(output.name))
      else notify(desk, 'warning', words.notExported)
    })
  }, [job, desk])
  const startOther = useCallback(
    (other: () => Promise<{ job: number }>) => {
      void attempt(desk, async () => {
        const { job: id } = await other()
        awaited.current = id
        desk.store.set({ job: await desk.api.job({ id }) })
      })
    },
    [desk],
  )
  const start = useCallback(() => {
    const { basis, lang } = desk.store.get()
    startOther(begin ?? (() => desk.api.exportWorkbook({ basis, lang })))
  }, [desk, begin, startOther])
  return { start, startOther, busy: job?.kind === 'export' && job.state === 'running' }
}

/** So many files are named in a notice. */
const NAMED = 3

const someOf = (names: readonly string[]): string =>
  names.slice(0, NAMED).join('、') + (names.length > NAMED ? '…' : '')
