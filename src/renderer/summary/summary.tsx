import { Tab, TabList } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { DraftCheck } from '../draft/draft-check.tsx'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { Writing } from './writing.tsx'
import './summary.css'

/** 总结: the annual summary being written, and drafts of it checked. */
export function SummaryScreen(): ReactNode {
  const { store } = useDesk()
  const words = useWords().draft
  const tab = useDeskState((state) => state.summary.tab)
  return (
    <div className="summary">
      <TabList
        size="small"
        selectedValue={tab}
        onTabSelect={(_, { value }) =>
          store.set({
            summary: { ...store.get().summary, tab: value === 'draft' ? 'draft' : 'writing' },
          })
        }
      >
        <Tab value="writing">{words.tabs.writing}</Tab>
        <Tab value="draft">{words.tabs.draft}</Tab>
      </TabList>
      {tab === 'writing' ? <Writing /> : <DraftCheck />}
    </div>
  )
}
