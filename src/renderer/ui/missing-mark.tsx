import type { ReactNode } from 'react'
import { useWords } from '../state/use-words.ts'
import './missing-mark.css'

/** Beside a figure that stands next to last year's: how many schools are not in it yet, and which. */
export function MissingMark({ schools }: { schools: readonly string[] }): ReactNode {
  const words = useWords().consolidate
  if (schools.length === 0) return null
  return (
    <small className="missing-mark" title={words.missingHint(schools.join('、'))}>
      {words.missing(schools.length)}
    </small>
  )
}
