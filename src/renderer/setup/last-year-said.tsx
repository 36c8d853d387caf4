import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { attempt, notify } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/** 去年的说明: taken over from last year's workbook or collection, to be offered where the same finding comes up. */
export function LastYearSaid(): ReactNode {
  const desk = useDesk()
  const words = useWords().lastYearSaid
  const [busy, setBusy] = useState(false)
  const take = async (): Promise<void> => {
    const files = await desk.host.pick({ kind: 'files', accept: ['xlsx', 'huishu'] })
    if (files.length === 0) return
    setBusy(true)
    const done = await attempt(desk, () => desk.api.takeExplanations({ files }))
    setBusy(false)
    if (done === null) return
    if (done.taken > 0) notify(desk, 'success', words.taken(done.taken))
    else notify(desk, 'warning', words.none)
  }
  return (
    <section className="card">
      <h2>{words.title}</h2>
      <p className="hint">{words.hint}</p>
      <Button disabled={busy} onClick={() => void take()}>
        {words.take}
      </Button>
    </section>
  )
}
