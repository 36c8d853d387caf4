import type { Desk } from './desk.ts'

/** Leads to an indicator walked back, beside the sentence of the summary that quotes it. */
export function showIndicator(desk: Desk, indicator: string): void {
  const { summary } = desk.store.get()
  desk.store.set({
    step: 'summary',
    layer: null,
    summary: { ...summary, tab: 'writing', picked: { indicator }, cell: null },
  })
}
