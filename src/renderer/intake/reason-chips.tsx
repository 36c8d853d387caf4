import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Reason, ReasonCode } from '../../shared/model.ts'
import { useWords } from '../state/use-words.ts'
import { Chip } from '../ui/chip.tsx'
import { reasonCounts } from './reason-counts.ts'

/** Shown at once; the rest behind a click. */
const FIRST = 6

/** One chip for each kind of thing that is said of the rows, the most frequent first. */
export function ReasonChips(props: {
  rows: readonly { reasons: readonly Reason[] }[]
  chosen: ReasonCode | null
  onChoose: (code: ReasonCode | null) => void
}): ReactNode {
  const words = useWords().kinds
  const [all, setAll] = useState(false)
  const counts = reasonCounts(props.rows)
  const { chosen, onChoose } = props
  const shown = all ? counts : counts.filter(([code], i) => i < FIRST || code === chosen)
  if (counts.length === 0 && chosen === null) return null
  return (
    <fieldset className="chips reason-chips" aria-label={words.title}>
      <span className="hint">{words.title}</span>
      {shown.map(([code, count]) => (
        <Chip
          key={code}
          on={chosen === code}
          label={words[code]}
          count={count}
          onClick={() => onChoose(chosen === code ? null : code)}
        />
      ))}
      {chosen !== null && !counts.some(([code]) => code === chosen) && (
        <Chip on label={words[chosen]} count={0} onClick={() => onChoose(null)} />
      )}
      {!all && counts.length > shown.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {words.more(counts.length - shown.length)}
        </button>
      )}
    </fieldset>
  )
}
