import { ProgressBar } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useWords } from '../state/use-words.ts'
import type { Progress } from './progress.ts'

/** How far the findings are settled, as a bar and in numbers. */
export function SettledBar({ progress }: { progress: Progress }): ReactNode {
  const words = useWords().check
  const { corrected, explained, withdrawn, open, asked } = progress
  const settled = corrected + explained + withdrawn
  const all = settled + open
  return (
    <div className="settled">
      <span className="settled-line figures">
        <b>{words.settled(settled, all)}</b>
        <span className="hint">
          {words.parts({ corrected, explained, withdrawn, asked, open: open - asked })}
        </span>
      </span>
      <ProgressBar
        aria-label={words.progress}
        thickness="large"
        color={open === 0 ? 'success' : 'brand'}
        value={all === 0 ? 1 : settled / all}
      />
    </div>
  )
}
