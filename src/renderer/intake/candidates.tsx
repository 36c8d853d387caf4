import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Candidate } from '../../shared/evidence.ts'
import type { FileDetail } from '../../shared/intake.ts'
import { evidenceText } from '../../shared/words/evidence.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

/**
 * The schools that a file could be from, each with what speaks for it. One is chosen by one click;
 * what speaks for it is the reason then, unless another was typed.
 */
export function Candidates({
  file,
  onChoose,
}: {
  file: FileDetail
  onChoose: (school: string, evidence: string) => void
}): ReactNode {
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  if (file.candidates.length === 0) return null
  const why = ({ evidence, why: known }: Candidate): string => {
    if (evidence !== undefined) return evidenceText(lang, evidence)
    const kinds: Record<string, string> = words.whyLikely
    return kinds[known] ?? known
  }
  return (
    <div className="likely">
      <span className="hint">{words.file.candidates}</span>
      <ul>
        {file.candidates.map((one) => (
          <li key={one.school} className={one.school === file.school ? 'likely-taken' : ''}>
            <span title={one.school}>
              <b>{one.name}</b>
              <small className="hint">{why(one)}</small>
            </span>
            <Button
              size="small"
              aria-label={`${words.file.chooseThis} ${one.name}`}
              onClick={() => onChoose(one.school, why(one))}
            >
              {one.school === file.school ? words.file.confirmThis : words.file.chooseThis}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
