import { Button, Spinner } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { attempt } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import './city-reading.css'

/** How far the reading of a folder of counties is, and a way to break it off; nothing while none is read. */
export function CityReading(): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const job = useDeskState((state) => state.job)
  if (job?.kind !== 'city' || job.state !== 'running') return null
  const { id, done, total, current } = job
  return (
    <output className="city-reading">
      <Spinner size="tiny" />
      <span className="figures">{words.city.readingOf(current, done, total)}</span>
      <Button size="small" onClick={() => void attempt(desk, () => desk.api.cancelJob({ id }))}>
        {words.app.cancel}
      </Button>
    </output>
  )
}
