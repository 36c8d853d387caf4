import { Tab, TabList } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { SetupTab } from '../state/desk.ts'
import { useWords } from '../state/use-words.ts'
import { FormsTab } from './forms-tab.tsx'
import { GeneralTab } from './general-tab.tsx'
import { RegisterTab } from '../register/register-tab.tsx'
import { RulesTab } from './rules-tab.tsx'
import { ScreeningTab } from './screening-tab.tsx'
import './setup.css'

const TABS: SetupTab[] = ['forms', 'register', 'rules', 'screening', 'general']

/** 设置: learned forms, register, rules, who works, language. */
export function Setup(): ReactNode {
  const words = useWords().setup
  const { store } = useDesk()
  const tab = useDeskState((state) => state.setupTab)
  return (
    <div className="setup">
      <TabList
        size="small"
        selectedValue={tab}
        onTabSelect={(_, data) =>
          store.set({ setupTab: TABS.find((one) => one === data.value) ?? 'forms' })
        }
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
        {tab === 'rules' && <RulesTab />}
        {tab === 'screening' && <ScreeningTab />}
        {tab === 'general' && <GeneralTab />}
      </div>
    </div>
  )
}
