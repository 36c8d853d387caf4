import { Tab, TabList } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useWords } from '../words/use-words.ts'
import { FormsTab } from './forms-tab.tsx'
import { GeneralTab } from './general-tab.tsx'
import { RegisterTab } from './register-tab.tsx'
import './setup.css'

type SetupTab = 'forms' | 'register' | 'general'

const TABS: SetupTab[] = ['forms', 'register', 'general']

/** 设置: learned forms, register, who works, language. */
export function Setup(): ReactNode {
  const words = useWords().setup
  const [tab, setTab] = useState<SetupTab>('forms')
  return (
    <div className="setup">
      <TabList
        size="small"
        selectedValue={tab}
        onTabSelect={(_, data) => setTab(TABS.find((one) => one === data.value) ?? 'forms')}
      >
        {TABS.map((one) => (
          <Tab key={one} value={one}>
            {words[one]}
          </Tab>
        ))}
      </TabList>
      <div className="setup-tab">
        {tab === 'forms' && <FormsTab />}
        {tab === 'register' && <RegisterTab />}
        {tab === 'general' && <GeneralTab />}
      </div>
    </div>
  )
}
