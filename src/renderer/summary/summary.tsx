import { Tab, TabList } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useSession, useSessionState } from '../state/context.tsx'
import { Snapshots } from '../snapshots/snapshots.tsx'
import { useWords } from '../words/use-words.ts'
import { Writing } from './writing.tsx'
import './summary.css'

/** 总结: the annual summary being written, and the states that were signed off. */
export function SummaryScreen(): ReactNode {
  const { store } = useSession()
  const words = useWords()
  const tab = useSessionState((state) => state.summary.tab)
  return (
    <div className="summary">
      <TabList
        size="small"
        selectedValue={tab}
        onTabSelect={(_, data) => {
          const next = data.value === 'snapshots' ? 'snapshots' : 'text'
          store.set({ summary: { ...store.get().summary, tab: next } })
        }}
      >
        <Tab value="text">{words.summary.text}</Tab>
        <Tab value="snapshots">{words.snapshots.title}</Tab>
      </TabList>
      {tab === 'text' ? <Writing /> : <Snapshots />}
    </div>
  )
}
