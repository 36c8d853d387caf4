import type { ReactNode } from 'react'
import type { ConsolidationCatalog } from '../../../shared/consolidate.ts'
import { MeasurePicker } from './measure-picker.tsx'
import { measureOf, useConsolidate } from './use-consolidate.ts'

/** Chooses the measure that 汇总 looks at; the place looked at belongs to the one before. */
export function MeasureChoice({ catalog }: { catalog: ConsolidationCatalog }): ReactNode {
  const [view, set] = useConsolidate()
  return (
    <MeasurePicker
      catalog={catalog}
      measure={measureOf(view, catalog)}
      onChange={(next) => set({ measure: next, place: null })}
    />
  )
}
