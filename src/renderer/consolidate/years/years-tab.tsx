import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useCall } from '../../state/use-call.ts'
import { usePeriods } from '../../state/use-periods.ts'
import { useWords } from '../../state/use-words.ts'
import { AddingUp } from '../measure/adding-up.tsx'
import { useCatalog, useConsolidate } from '../measure/use-consolidate.ts'
import { Bridge } from './bridge.tsx'
import { ChooseButton } from './earlier-lists.tsx'
import { LastYearList } from './last-year-list.tsx'
import { Links } from './links.tsx'
import { SeriesTab } from './series-tab.tsx'
import './years.css'

const PARTS = ['bridge', 'links', 'series', 'list'] as const

/** 上年比较: what moved a total, and which schools of both years are the same. */
export function YearsTab(): ReactNode {
  const words = useWords().years
  const periods = usePeriods()
  const catalog = useCatalog()
  const lists = useCall('earlierLists', {})
  const [{ yearsPart }, set] = useConsolidate()
  if (!catalog.value) return <AddingUp of={catalog} />
  if (!lists.value) return <AddingUp of={lists} />
  const { lastYear } = catalog.value
  const none = lists.value.every(({ source }) => source === '')
  if (none && yearsPart !== 'series')
    return (
      <div className="empty">
        <h2>{words.noSource(periods.last)}</h2>
        <p>{words.noSourceHint(periods.last)}</p>
        <p className="years-give">
          {lists.value.map(({ of }, at) => (
            <ChooseButton
              key={of}
              of={of}
              primary={periods.yearly ? at === 0 : of === 'same'}
              label={words.choose(periods.lists[of])}
            />
          ))}
          <Button size="small" onClick={() => set({ yearsPart: 'series' })}>
            {words.parts.series}
          </Button>
        </p>
      </div>
    )
  // Without anything to compare with by schools there are only the lists themselves.
  const part = lastYear === null && yearsPart !== 'series' ? 'list' : yearsPart
  return (
    <div className="years">
      <div className="indicators-bar years-bar">
        <span className="chips">
          {PARTS.map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={part === one}
              disabled={lastYear === null && one !== 'series' && (none || one !== 'list')}
              onClick={() => set({ yearsPart: one })}
            >
              {words.parts[one]}
            </button>
          ))}
        </span>
        {lastYear !== null && (
          <span className="hint years-source">
            {words.source(periods.last, lastYear.source, lastYear.schools)}
          </span>
        )}
        {lists.value.length === 1 && part !== 'list' && part !== 'series' && (
          <ChooseButton of="last" label={words.choose(periods.lists.last)} />
        )}
      </div>
      {part === 'bridge' && <Bridge catalog={catalog.value} />}
      {part === 'links' && <Links />}
      {part === 'series' && <SeriesTab catalog={catalog.value} />}
      {part === 'list' && <LastYearList lists={lists.value} />}
    </div>
  )
}
