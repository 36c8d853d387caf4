import { DocumentSearchRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useWords } from '../state/use-words.ts'
import { OpenButtons } from './open-buttons.tsx'

/** No draft is kept yet: what can be checked, and how it gets here. */
export function NoDraft(): ReactNode {
  const words = useWords().draft
  return (
    <div className="empty">
      <DocumentSearchRegular fontSize={40} />
      <h2>{words.empty}</h2>
      <p>{words.emptyHint}</p>
      <span className="draft-open">
        <OpenButtons primary />
      </span>
    </div>
  )
}
