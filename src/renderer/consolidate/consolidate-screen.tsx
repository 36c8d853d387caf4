import { Tab, TabList } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { usePeriods } from '../state/use-periods.ts'
import { useWords } from '../state/use-words.ts'
import { TABS } from './tabs.tsx'
import { useConsolidate } from './measure/use-consolidate.ts'
import './consolidate.css'

/** 汇总: totals by groups, indicators, and what moved since last year. */
export function Consolidate(): ReactNode {
  const words = useWords().consolidate
  const { yearly } = usePeriods()
  const [view, set] = useConsolidate()
  const now = TABS.find(({ tab }) => tab === view.tab) ?? TABS[0]
  const Screen = now?.screen
  return (
    <div className="consolidate">
      <TabList
        size="small"
        selectedValue={view.tab}
        onTabSelect={(_, { value }) => {
          const found = TABS.find(({ tab }) => tab === value)
          if (found) set({ tab: found.tab })
        }}
      >
        {TABS.map(({ tab }) => (
          <Tab key={tab} value={tab}>
            {tab === 'years' && !yearly ? words.periods.tab : words.tabs[tab]}
          </Tab>
        ))}
      </TabList>
      <div className="consolidate-tab">{Screen && <Screen />}</div>
    </div>
  )
}
