import type { EntryPlace } from '../../shared/ledger.ts'
import { findingKey } from '../../shared/finding-key.ts'
import { formOf } from '../figures/item-names.ts'
import { goToCell } from './actions.ts'
import type { ConsolidateView } from './consolidate-view.ts'
import { newCheckView } from './check-view.ts'
import type { Desk, SetupTab } from './desk.ts'
import { showRegister } from './show-register.ts'
import { showFile } from './show-file.ts'
import type { SummaryScreen } from './summary-view.ts'

/** Shows what a ledger entry is about; stays where it is when that shows it already. */
export function showPlace(desk: Desk, place: EntryPlace): void {
  const { store } = desk
  const setup = (setupTab: SetupTab): void => store.set({ step: 'setup', layer: null, setupTab })
  const consolidate = (part: Partial<ConsolidateView>): void =>
    store.set({
      step: 'consolidate',
      layer: null,
      consolidate: { ...store.get().consolidate, ...part },
    })
  const summary = (tab: SummaryScreen['tab']): void =>
    store.set({ step: 'summary', layer: null, summary: { ...store.get().summary, tab } })
  switch (place.kind) {
    case 'cell':
      return showFigure(desk, place.school, place.item)
    case 'file':
      return showFile(desk, place.file)
    case 'finding':
      return showFinding(desk, findingKey(place))
    case 'text':
      if (place.role === 'summary') return summary('writing')
      if (place.role === 'lists') return store.set({ step: 'data', layer: null })
      if (place.role !== 'indicators') return setup(place.role)
      return consolidate({ tab: 'indicators', indicatorPart: 'list' })
    case 'form':
      store.set({ form: place.form })
      return setup('forms')
    case 'rule':
      return setup('rules')
    case 'external':
      return consolidate({ tab: 'indicators', indicatorPart: 'externals' })
    case 'links':
    case 'series':
      return consolidate({ tab: 'years', yearsPart: 'links' })
    case 'register':
      return showRegister(desk, { picked: place.school })
    case 'particulars':
      return setup('general')
    case 'last-year':
      return consolidate({ tab: 'years', yearsPart: 'list' })
    case 'snapshots':
      return consolidate({ tab: 'snapshots' })
    case 'controls':
      return store.set({
        step: 'check',
        layer: null,
        check: { ...store.get().check, tab: 'controls' },
      })
    case 'draft':
      return summary('draft')
    case 'queries':
      return store.set({ layer: { kind: 'queries', back: null } })
  }
}

/** A figure in 数据, in the list or on the form as they were. In 审核 its findings show it. */
function showFigure(desk: Desk, school: string, item: string): void {
  const { step, view } = desk.store.get()
  if (step === 'check') return
  desk.store.set({
    step: 'data',
    form: formOf(item),
    onlyRow: null,
    rowFilter: 'all',
    layer: null,
    ...(view === 'paper' && { place: { school } }),
  })
  goToCell(desk, school, item)
}

/** A finding in 审核, among those of the list as it was filtered there. */
function showFinding({ store }: Desk, picked: string): void {
  const { step, check } = store.get()
  const view = step === 'check' ? check : { ...newCheckView(), state: null }
  store.set({ step: 'check', layer: null, check: { ...view, tab: 'findings', picked } })
}
