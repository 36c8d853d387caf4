import type { ReactNode } from 'react'
import { change } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { SidePanel } from './side-panel.tsx'
import { SummaryBar } from './summary-bar.tsx'
import { WritingOf } from './writing-of.tsx'

/** The collection's summary: its text with placeholders, the finished text, and what a figure rests on. */
export function Writing(): ReactNode {
  const desk = useDesk()
  const { api, store } = desk
  const words = useWords().summary
  const screen = useDeskState((state) => state.summary)
  return (
    <WritingOf
      written={{
        method: 'summary',
        screen,
        set: (more) => store.set({ summary: { ...store.get().summary, ...more } }),
        save: (text) => change(desk, () => api.editText({ role: 'summary', text, reason: '' })),
        first: words.first,
        quotedForms: 'quotedForms',
        Bar: SummaryBar,
        panel: (indicator, figure) => <SidePanel indicator={indicator} figure={figure} />,
      }}
    />
  )
}
