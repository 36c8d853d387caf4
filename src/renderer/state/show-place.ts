import type { EntryPlace } from '../../shared/ledger.ts'
import { findingKey } from '../../shared/finding-key.ts'
import { formOf } from '../figures/item-names.ts'
import { goToCell } from './actions.ts'
import type { ConsolidateView } from './consolidate-view.ts'
import { newReconcileView } from './reconcile-view.ts'
import type { Session, SetupTab } from './session.ts'
import { showFile } from './show-file.ts'

/** Shows what a ledger entry is about; stays where it is when that shows it already. */
export function showPlace(session: Session, place: EntryPlace): void {
  const { store } = session
  const setup = (setupTab: SetupTab): void => store.set({ step: 'setup', layer: null, setupTab })
  const consolidate = (part: Partial<ConsolidateView>): void =>
    store.set({
      step: 'consolidate',
      layer: null,
      consolidate: { ...store.get().consolidate, ...part },
    })
  switch (place.kind) {
    case 'cell':
      return showFigure(session, place.school, place.item)
    case 'file':
      return showFile(session, place.file)
    case 'finding':
      return showFinding(session, findingKey(place))
    case 'text':
      if (place.role === 'summary') return store.set({ step: 'summary', layer: null })
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
      return consolidate({ tab: 'years', yearsPart: 'links' })
    case 'last-year':
      return consolidate({ tab: 'years', yearsPart: 'bridge' })
    case 'snapshots':
      return consolidate({ tab: 'snapshots' })
    case 'controls':
      return store.set({
        step: 'reconcile',
        layer: null,
        reconcile: { ...store.get().reconcile, tab: 'controls' },
      })
    case 'queries':
      return store.set({ layer: { kind: 'queries', back: null } })
  }
}

/** A figure in 数据, in the list or on the form as they were. In 审核 its findings show it. */
function showFigure(session: Session, school: string, item: string): void {
  const { step, view } = session.store.get()
  if (step === 'reconcile') return
  session.store.set({
    step: 'data',
    form: formOf(item),
    onlyRow: null,
    rowFilter: 'all',
    layer: null,
    ...(view === 'paper' && { place: { school } }),
  })
  goToCell(session, school, item)
}

/** A finding in 审核, among those of the list as it was filtered there. */
function showFinding({ store }: Session, picked: string): void {
  const { step, reconcile } = store.get()
  const view = step === 'reconcile' ? reconcile : { ...newReconcileView(), state: null }
  store.set({ step: 'reconcile', layer: null, reconcile: { ...view, tab: 'findings', picked } })
}
