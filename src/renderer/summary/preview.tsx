import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { SummaryParagraph, SummaryView } from '../../shared/summary.ts'
import type { Lang } from '../../shared/words/say.ts'
import { summaryWarningText } from '../../shared/words/summary.ts'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'

interface Props {
  view: SummaryView
  /** Index of the figure walked back; -1 for none. */
  picked: number
  onPick: (figure: number) => void
}

/** The finished summary; each figure leads back to what it rests on. */
export function Preview({ view, picked, onPick }: Props): ReactNode {
  const words = useWords().summary
  const lang = useDeskState((state) => state.lang)
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [picked])
  const doubts = doubtsOf(view, lang)
  return (
    <article className="summary-preview" ref={box} aria-label={words.finished}>
      {view.paragraphs.map((paragraph, at) => (
        // Paragraphs have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Lines key={at} paragraph={paragraph}>
          {(run, figure) => {
            const quoted = view.figures[figure]
            const doubt = doubts.get(figure)
            const look = [
              'quoted',
              quoted?.lack ? 'quoted-lack' : '',
              quoted?.moved ? 'quoted-moved' : '',
              doubt === undefined ? '' : 'quoted-doubted',
            ]
            return (
              // A button is one block to the line breaker, which would part figures from their full stops.
              <span
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
                role="button"
                tabIndex={0}
                className={look.filter(Boolean).join(' ')}
                aria-pressed={figure === picked}
                title={[quoted?.title, doubt].filter(Boolean).join('\n')}
                data-indicator={quoted?.indicator}
                onClick={() => onPick(figure)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return
                  event.preventDefault()
                  onPick(figure)
                }}
              >
                {run}
              </span>
            )
          }}
        </Lines>
      ))}
    </article>
  )
}

/** What is to be looked at in figures that can be stated, by figure; a line each. */
function doubtsOf(view: SummaryView, lang: Lang): ReadonlyMap<number, string> {
  const doubts = new Map<number, string>()
  for (const warning of view.warnings) {
    if (warning.kind === 'unknown' || warning.kind === 'lack') continue
    const before = doubts.get(warning.figure)
    const said = summaryWarningText(lang, warning, view)
    doubts.set(warning.figure, before === undefined ? said : `${before}\n${said}`)
  }
  return doubts
}

function Lines(props: {
  paragraph: SummaryParagraph
  children: (text: string, figure: number) => ReactNode
}): ReactNode {
  const { level, runs } = props.paragraph
  const written = runs.map(({ text, bold, figure }, at) => {
    const shown = figure === null ? text : props.children(text, figure)
    // Stretches of a paragraph have no other name than their place.
    // oxlint-disable-next-line react/no-array-index-key
    return bold ? <b key={at}>{shown}</b> : <span key={at}>{shown}</span>
  })
  switch (level) {
    case 0:
      return <h2 className="summary-title">{written}</h2>
    case 1:
      return <h3 className="summary-head">{written}</h3>
    case 2:
    case 3:
      return <h4 className="summary-head">{written}</h4>
    case null:
      return <p>{written}</p>
  }
}
