import type { ReactNode } from 'react'
import { useDeskState } from '../../state/context.tsx'
import { useCall } from '../../state/use-call.ts'
import { useWords } from '../../state/use-words.ts'
import { AddingUp } from '../measure/adding-up.tsx'
import { useCatalog, useConsolidate } from '../measure/use-consolidate.ts'
import { Externals } from './externals.tsx'
import { IndicatorList } from './indicator-list.tsx'
import { Library } from './library.tsx'
import './indicators.css'

const PARTS = ['list', 'externals', 'library'] as const

/** 指标: the indicators with what they rest on, the figures of other offices, the shipped library. */
export function IndicatorsTab(): ReactNode {
  const words = useWords().indicators
  const [{ indicatorPart }, set] = useConsolidate()
  return (
    <div className="indicators">
      <div className="indicators-bar chips">
        {PARTS.map((part) => (
          <button
            key={part}
            type="button"
            className="chip"
            aria-pressed={part === indicatorPart}
            onClick={() => set({ indicatorPart: part })}
          >
            {words.parts[part]}
          </button>
        ))}
      </div>
      {indicatorPart === 'list' && <List />}
      {indicatorPart === 'externals' && <Externals />}
      {indicatorPart === 'library' && <Library />}
    </div>
  )
}

function List(): ReactNode {
  const basis = useDeskState((state) => state.basis)
  const catalog = useCatalog()
  const [{ comparable }] = useConsolidate()
  const known = catalog.value !== null && catalog.value.lastYear !== null
  const view = useCall('indicators', { basis, comparable: comparable && known })
  if (!view.value) return <AddingUp of={view} />
  return <IndicatorList view={view.value} withLastYear={known} />
}
