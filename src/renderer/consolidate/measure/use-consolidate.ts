import type { ConsolidationCatalog, Measure } from '../../../shared/consolidate.ts'
import { useDesk, useDeskState } from '../../state/context.tsx'
import type { ConsolidateView } from '../../state/consolidate-view.ts'
import { useCall } from '../../state/use-call.ts'
import type { Loaded } from '../../state/use-call.ts'

/** Where 汇总 stands, and how to change it. */
export function useConsolidate(): [ConsolidateView, (change: Partial<ConsolidateView>) => void] {
  const { store } = useDesk()
  const view = useDeskState((state) => state.consolidate)
  const set = (change: Partial<ConsolidateView>): void =>
    store.set({ consolidate: { ...store.get().consolidate, ...change } })
  return [view, set]
}

/** Dimensions, groups and indicators of the open collection. */
export function useCatalog(): Loaded<ConsolidationCatalog> {
  return useCall('consolidation', {})
}

/** The measure chosen, else the first there is. */
export function measureOf(view: ConsolidateView, catalog: ConsolidationCatalog): Measure {
  const { measure } = view
  const known =
    measure !== null &&
    (!('indicator' in measure) || catalog.indicators.some(({ id }) => id === measure.indicator))
  if (known) return measure
  const first =
    catalog.indicators.find(({ unit, ratio }) => !ratio && unit === '人') ??
    catalog.indicators.find(({ ratio }) => !ratio)
  return first ? { indicator: first.id, side: 'numerator' } : { schools: true }
}

/** The rows chosen that this collection has, else its first dimension. */
export function rowsOf(view: ConsolidateView, catalog: ConsolidationCatalog): string[] {
  const known = (name: string): boolean => catalog.dimensions.some((one) => one.name === name)
  const [first] = catalog.dimensions
  return (view.rows ?? (first ? [first.name] : [])).filter(known)
}
