import { useEffect, useRef, useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import type { SummaryFigure, SummaryView } from '../../shared/summary.ts'
import { StateNote } from '../ui/state-note.tsx'
import { useDeskState } from '../state/context.tsx'
import type { SummaryScreen } from '../state/summary-view.ts'
import { useCall } from '../state/use-call.ts'
import { useSettled } from '../ui/use-settled.ts'
import { Editor } from './editor.tsx'
import { unitsAt } from './marked.ts'
import { NoSummary } from './no-summary.tsx'
import { Preview } from './preview.tsx'
import { Warnings } from './warnings.tsx'
import './summary.css'

/** Milliseconds without a key before the finished text follows. */
const REST = 200

/** A summary that is being written, and what surrounds it: that of the collection, or of a city. */
export interface Written {
  method: 'summary' | 'citySummary'
  /** What its answer depends on where that is not the collection. */
  revision?: number
  screen: SummaryScreen
  set: (more: Partial<SummaryScreen>) => void
  /** Saves the text; whether it was. */
  save: (text: string) => Promise<boolean>
  /** What a first one begins with. */
  first: string
  /** What is asked for the ways of quoting over years. */
  quotedForms: 'quotedForms' | 'cityQuotedForms'
  Bar: ComponentType<BarProps>
  panel: (indicator: string | null, figure: SummaryFigure | null) => ReactNode
}

/** What the bar above the two panes is given. */
export interface BarProps {
  view: SummaryView
  text: string
  /** Something typed is not saved yet. */
  waiting: boolean
  onText: (text: string) => void
  onSave: () => Promise<void>
}

/** The text with placeholders, the finished text beside it, and what a figure rests on. */
export function WritingOf({ written }: { written: Written }): ReactNode {
  const { method, revision, screen, set, first, quotedForms, Bar } = written
  const basis = useDeskState((state) => state.basis)
  const { draft, picked } = screen
  const latest = useRef(screen)
  useEffect(() => {
    latest.current = screen
  })
  // Without a text of one's own there is nothing to wait for.
  const settled = useSettled(draft, draft === null ? 0 : REST)
  const rested = draft === null ? null : settled
  const loaded = useCall<'summary' | 'citySummary'>(
    method,
    { basis, text: rested },
    { keep: ['text'], ...(revision !== undefined && { revision }) },
  )
  const saving = useRef<Promise<void> | null>(null)
  const [goTo, setGoTo] = useState<{ at: number } | null>(null)
  const view = loaded.value
  if (!view) return <StateNote error={loaded.error} />
  const text = draft ?? view.template
  if (text === null) return <NoSummary onBegin={() => set({ draft: first })} />

  const write = async (): Promise<void> => {
    const { draft: now } = latest.current
    if (now === null) return
    if (now === view.template) return set({ draft: null })
    // What was typed while saving waits for the next time.
    if ((await written.save(now)) && latest.current.draft === now) set({ draft: null })
  }
  // Leaving the field saves; a click on a button then waits for the same saving.
  const save = (): Promise<void> => {
    saving.current ??= write().finally(() => {
      saving.current = null
    })
    return saving.current
  }
  const pick = (at: number): void => set({ picked: at, cell: null })
  const place = (line: number, column: number): void => {
    const before = text.split('\n').slice(0, line - 1)
    const start = before.join('\n').length + (line > 1 ? 1 : 0)
    setGoTo({ at: start + unitsAt(text.slice(start), column - 1) })
  }
  const index =
    typeof picked === 'object'
      ? view.figures.findIndex(({ indicator }) => indicator === picked?.indicator)
      : picked
  const figure = view.figures[index]
  const indicator =
    typeof picked === 'object' ? (picked?.indicator ?? null) : (figure?.indicator ?? null)
  return (
    <div className="summary-writing">
      <Bar
        view={view}
        text={text}
        waiting={draft !== null}
        onText={(next) => set({ draft: next })}
        onSave={save}
      />
      <div className="summary-panes">
        <Editor
          text={text}
          indicators={view.indicators}
          periods={view.periods}
          goTo={goTo}
          quotedForms={quotedForms}
          onChange={(next) => set({ draft: next })}
          onSave={() => void save()}
        />
        <section className="summary-finished">
          <Warnings view={view} onFigure={pick} onPlace={place} />
          <Preview view={view} picked={index} onPick={pick} />
        </section>
        {written.panel(indicator, figure ?? null)}
      </div>
    </div>
  )
}
