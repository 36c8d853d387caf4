import type { ReactNode } from 'react'
import { Recount } from '../snapshots/recount.tsx'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { WritingBar } from './writing-bar.tsx'
import type { BarProps } from './writing-of.tsx'

/** Above the collection's summary: its bar, and whether both calculations agree. */
export function SummaryBar(props: BarProps): ReactNode {
  const { api } = useDesk()
  const words = useWords().summary
  const basis = useDeskState((state) => state.basis)
  return (
    <WritingBar
      {...props}
      coverage={words.coverage(props.view.coverage)}
      begin={(as) => api.exportSummary({ basis, as })}
      before={<Recount />}
    />
  )
}
