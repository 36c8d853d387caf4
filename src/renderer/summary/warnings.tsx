import { WarningRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { SummaryView, SummaryWarning } from '../../shared/summary.ts'
import { summaryWarningText } from '../../shared/words/summary.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

interface Props {
  view: SummaryView
  onFigure: (figure: number) => void
  /** Leads to a place of the text with placeholders. */
  onPlace: (line: number, column: number) => void
}

/** What in the summary wants a look before it is sent. */
export function Warnings({ view, onFigure, onPlace }: Props): ReactNode {
  const words = useWords().summary
  const lang = useDeskState((state) => state.lang)
  if (view.warnings.length === 0) return null
  const go = (warning: SummaryWarning): void => {
    if (warning.kind === 'unknown') onPlace(warning.line, warning.column)
    else onFigure(warning.figure)
  }
  return (
    <section className="summary-warnings" aria-label={words.warnings(view.warnings.length)}>
      <b>
        <WarningRegular /> {words.warnings(view.warnings.length)}
      </b>
      <ul>
        {view.warnings.map((warning, at) => (
          // Warnings have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <button type="button" className="link" onClick={() => go(warning)}>
              {summaryWarningText(lang, warning, view)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
