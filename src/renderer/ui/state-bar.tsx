import type { ReactNode } from 'react'
import type { SchoolState } from '../../shared/model.ts'
import { schoolStateText } from '../../shared/words/say.ts'
import { useDeskState } from '../state/context.tsx'
import './state-bar.css'

export const SCHOOL_STATES: SchoolState[] = ['reported', 'queried', 'rejected', 'missing']

/** One bar of 已报/待核/退回/未报 in proportion; the words are in its title for those who cannot tell the colours. */
export function StateBar({ counts }: { counts: Record<SchoolState, number> }): ReactNode {
  const lang = useDeskState((state) => state.lang)
  const present = SCHOOL_STATES.filter((state) => counts[state] > 0)
  const title = present
    .map((state) => `${schoolStateText(lang, state)} ${counts[state]}`)
    .join(' · ')
  return (
    <span className="state-bar" title={title}>
      {present.map((state) => (
        <span key={state} className={`bar-${state}`} style={{ flexGrow: counts[state] }} />
      ))}
    </span>
  )
}
