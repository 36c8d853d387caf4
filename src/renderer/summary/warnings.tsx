import { WarningRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { SummaryView, SummaryWarning } from '../../shared/summary.ts'
import { useWords } from '../words/use-words.ts'
import type { Words } from '../words/zh.ts'

interface Props {
  view: SummaryView
  onFigure: (figure: number) => void
  /** Leads to a place of the text with placeholders. */
  onPlace: (line: number, column: number) => void
}

/** What in the summary wants a look before it is sent. */
export function Warnings({ view, onFigure, onPlace }: Props): ReactNode {
  const words = useWords().summary
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
              {sentenceOf(warning, view, words)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function sentenceOf(warning: SummaryWarning, view: SummaryView, words: Words['summary']): string {
  if (warning.kind === 'unknown') {
    const { written, why, line, column } = warning
    return words.unknown[why](written, line, column)
  }
  const figure = view.figures[warning.figure]
  const title = figure?.title ?? ''
  if (warning.kind === 'lack') return words.lacks[figure?.lack ?? 'fault'](title)
  const known = view.indicators.find(({ id }) => id === figure?.indicator)
  return words.direction(warning.word, title, known?.change ?? '')
}
