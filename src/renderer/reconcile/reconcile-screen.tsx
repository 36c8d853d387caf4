import { Tab, TabList } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { Controls } from '../controls/controls.tsx'
import { useSession, useSessionState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { Reconcile } from './reconcile.tsx'

/** 审核: the findings, and control totals of other sources. */
export function ReconcileScreen(): ReactNode {
  const { store } = useSession()
  const words = useWords().controls
  const tab = useSessionState((state) => state.reconcile.tab)
  return (
    <div className="reconcile-screen">
      <TabList
        size="small"
        selectedValue={tab}
        onTabSelect={(_, data) =>
          store.set({
            reconcile: {
              ...store.get().reconcile,
              tab: data.value === 'controls' ? 'controls' : 'findings',
            },
          })
        }
      >
        <Tab value="findings">{words.tabs.findings}</Tab>
        <Tab value="controls">{words.tabs.controls}</Tab>
      </TabList>
      {tab === 'findings' ? <Reconcile /> : <Controls />}
    </div>
  )
}
