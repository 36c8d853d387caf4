import { Tab, TabList } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Controls } from '../controls/controls.tsx'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { FindingsTab } from './findings-tab.tsx'

/** 审核: the findings, and control totals of other sources. */
export function CheckScreen(): ReactNode {
  const { store } = useDesk()
  const words = useWords().controls
  const tab = useDeskState((state) => state.check.tab)
  return (
    <div className="check-screen">
      <TabList
        size="small"
        selectedValue={tab}
        onTabSelect={(_, data) =>
          store.set({
            check: {
              ...store.get().check,
              tab: data.value === 'controls' ? 'controls' : 'findings',
            },
          })
        }
      >
        <Tab value="findings">{words.tabs.findings}</Tab>
        <Tab value="controls">{words.tabs.controls}</Tab>
      </TabList>
      {tab === 'findings' ? <FindingsTab /> : <Controls />}
    </div>
  )
}
