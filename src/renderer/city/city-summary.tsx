import { Button, Switch, Tab, TabList } from '@fluentui/react-components'
import {
  ArrowDownloadRegular,
  DocumentRegular,
  SaveRegular,
  TextBulletListLtrRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { withBalance } from '../../shared/balance-note.ts'
import type { CityView } from '../../shared/city.ts'
import { attempt } from '../state/actions.ts'
import { setCitySummary } from '../state/city-actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { useWords } from '../state/use-words.ts'
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
        overYears: false,
        Bar,
        panel: (indicator, figure) => (
          <CityTrailPanel city={city} indicator={indicator} moved={figure} />
        ),
      }}
    />
  )
}

/** Above the two panes: what the text rests on, how it is rounded, saved and written out. */
function Bar({ view, text, waiting, onText, onSave }: BarProps): ReactNode {
  const { api } = useDesk()
  const words = useWords()
  const basis = useDeskState((state) => state.basis)
  const city = useDeskState((state) => state.city)
  const exported = async (as: 'docx' | 'txt' | 'md'): Promise<{ job: number }> => {
    await onSave()
    return api.exportCitySummary({ basis, as })
  }
  const asDocx = useExport(() => exported('docx'))
  const asText = useExport(() => exported('txt'))
  const asTemplate = useExport(() => exported('md'))
  const moved = view.figures.filter((figure) => figure.moved !== null).length
  const there = city?.counties.filter((one) => one.in).length ?? 0
  const { reported, expected } = view.coverage
  return (
    <>
      <div className="summary-bar">
        <span className="figures">{words.summary.count(view.figures.length)}</span>
        <span className="hint figures">
          {words.city.summary.coverage(there, city?.counties.length ?? 0, reported, expected)}
        </span>
        <Switch
          label={moved > 0 ? words.summary.balanced(moved) : words.summary.balance}
          title={words.summary.balanceHint}
          checked={view.balanced}
          onChange={(_, { checked }) => onText(withBalance(text, checked))}
        />
        <span className="summary-room" />
        <Button
          size="small"
          icon={<SaveRegular />}
          disabled={!waiting}
          onClick={() => void onSave()}
        >
          {waiting ? words.summary.save : words.summary.saved}
        </Button>
        <Button
          size="small"
          icon={<ArrowDownloadRegular />}
          disabled={asTemplate.busy}
          onClick={asTemplate.start}
        >
          {words.city.summary.asTemplate}
        </Button>
        <Button
          size="small"
          icon={<TextBulletListLtrRegular />}
          disabled={asText.busy}
          onClick={asText.start}
        >
          {words.summary.asText}
        </Button>
        <Button
          size="small"
          appearance="primary"
          icon={<DocumentRegular />}
          disabled={asDocx.busy}
          onClick={asDocx.start}
        >
          {words.summary.asWord}
        </Button>
      </div>
      {city?.keeps === false && <p className="city-not-kept">{words.city.summary.notKept}</p>}
    </>
  )
}
