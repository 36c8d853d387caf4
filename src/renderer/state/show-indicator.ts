import type { Session } from './session.ts'

/** Leads to an indicator walked back, beside the sentence of the summary that quotes it. */
export function showIndicator(session: Session, indicator: string): void {
  const { summary } = session.store.get()
  session.store.set({
    step: 'summary',
    layer: null,
    summary: { ...summary, picked: { indicator }, cell: null },
  })
}
