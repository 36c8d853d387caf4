import { Button, Tab, TabList } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { CityView } from '../../shared/city.ts'
import { attempt } from '../state/actions.ts'
import { setCitySummary } from '../state/city-actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { useWords } from '../state/use-words.ts'
import { WritingBar } from '../summary/writing-bar.tsx'
import { WritingOf } from '../summary/writing-of.tsx'
import type { BarProps } from '../summary/writing-of.tsx'
import { CityDraft } from './city-draft.tsx'
import { CityTrailPanel } from './city-trail.tsx'

/** 全市总结: the city's summary being written, and a draft of it checked. */
export function CitySummary({ city }: { city: CityView }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const { tab } = useDeskState((state) => state.cityScreen.summary)
  return (
    <div className="summary">
      <TabList
        size="small"
        selectedValue={tab}
        onTabSelect={(_, { value }) =>
          setCitySummary(desk, { tab: value === 'draft' ? 'draft' : 'writing' })
        }
      >
        <Tab value="writing">{words.draft.tabs.writing}</Tab>
        <Tab value="draft">{words.draft.tabs.draft}</Tab>
      </TabList>
      {tab === 'writing' ? <CityWriting city={city} /> : <CityDraft city={city} />}
    </div>
  )
}

function CityWriting({ city }: { city: CityView }): ReactNode {
  const desk = useDesk()
  const words = useWords().city
  const screen = useDeskState((state) => state.cityScreen.summary)
  return (
    <WritingOf
      written={{
        method: 'citySummary',
        revision: city.revision,
        screen,
        set: (more) => setCitySummary(desk, more),
        save: async (text) => {
          const saved = await attempt(desk, () => desk.api.saveCitySummary({ text }))
          if (saved) desk.store.set({ city: saved })
          return saved !== null
        },
        first: words.summary.first,
        quotedForms: 'cityQuotedForms',
        Bar,
        panel: (indicator, figure) => (
          <CityTrailPanel city={city} indicator={indicator} moved={figure} />
        ),
      }}
    />
  )
}

/** Above a city's summary: its bar, the text with placeholders as a file, and whether it is kept. */
function Bar(props: BarProps): ReactNode {
  const { api } = useDesk()
  const words = useWords().city.summary
  const basis = useDeskState((state) => state.basis)
  const city = useDeskState((state) => state.city)
  const asTemplate = useExport(async () => {
    await props.onSave()
    return api.exportCitySummary({ basis, as: 'md' })
  })
  const there = city?.counties.filter((one) => one.in).length ?? 0
  const { reported, expected } = props.view.coverage
  return (
    <>
      <WritingBar
        {...props}
        coverage={words.coverage(there, city?.counties.length ?? 0, reported, expected)}
        begin={(as) => api.exportCitySummary({ basis, as })}
        behind={
          <Button
            size="small"
            icon={<ArrowDownloadRegular />}
            disabled={asTemplate.busy}
            onClick={asTemplate.start}
          >
            {words.asTemplate}
          </Button>
        }
      />
      {city?.keeps === false && <p className="city-not-kept">{words.notKept}</p>}
    </>
  )
}
