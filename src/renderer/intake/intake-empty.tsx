import { ArrowDownloadRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useWords } from '../state/use-words.ts'
import { PickButtons } from './pick-buttons.tsx'

/** Nothing has come in yet: what to do. */
export function IntakeEmpty(): ReactNode {
  const words = useWords().intake
  return (
    <div className="empty">
      <ArrowDownloadRegular fontSize={40} />
      <h2>{words.empty}</h2>
      <p>{words.emptyHint}</p>
      <PickButtons />
    </div>
  )
}
