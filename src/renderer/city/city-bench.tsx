import { Button, Tooltip } from '@fluentui/react-components'
import {
  ArrowSyncRegular,
  DataPieRegular,
  DismissRegular,
  DocumentTextRegular,
  HomeRegular,
  LocalLanguageRegular,
  TableRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { leaveCity, reopenCity, setCityScreen } from '../state/city-actions.ts'
import type { CityScreen } from '../state/city-screen.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { useWords } from '../state/use-words.ts'
import { speak } from '../state/language.ts'
import { HelpMenu } from '../help/help-menu.tsx'
import { BasisSwitch } from '../ui/basis-switch.tsx'
import { Notices } from '../ui/notices.tsx'
import { CityData } from './city-data.tsx'
import { CityReading } from '../ui/city-reading.tsx'
import { CityOverview } from './city-overview.tsx'
import { CitySummary } from './city-summary.tsx'
import { CityTotals } from './city-totals.tsx'
import './city.css'

const STEPS: { step: CityScreen['step']; icon: ReactNode }[] = [
  { step: 'overview', icon: <HomeRegular /> },
  { step: 'data', icon: <TableRegular /> },
  { step: 'consolidate', icon: <DataPieRegular /> },
  { step: 'summary', icon: <DocumentTextRegular /> },
]

/** The window over a city: the counties where a county has its schools. */
export function CityBench(): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const city = useDeskState((state) => state.city)
  const { step } = useDeskState((state) => state.cityScreen)
  if (city === null) return null
  return (
    <div className="workbench city">
      <nav className="rail" aria-label={words.app.name}>
        <span className="rail-mark" aria-hidden="true">
          {words.app.name}
        </span>
        {STEPS.map((one) => (
          <button
            key={one.step}
            type="button"
            className="rail-step"
            aria-current={one.step === step ? 'page' : undefined}
            onClick={() => setCityScreen(desk, { step: one.step })}
          >
            <span className="rail-icon">{one.icon}</span>
            <span>{words.city.steps[one.step]}</span>
          </button>
        ))}
      </nav>
      <TopBar title={city.title} year={city.year} />
      <main className="screen">
        <h1 className="heard">{words.city.steps[step]}</h1>
        {step === 'overview' && <CityOverview city={city} />}
        {step === 'data' && <CityData city={city} />}
        {step === 'consolidate' && <CityTotals city={city} />}
        {step === 'summary' && <CitySummary city={city} />}
      </main>
      <Notices />
    </div>
  )
}

function TopBar({ title, year }: { title: string; year: string }): ReactNode {
  const desk = useDesk()
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const { start, busy } = useExport(() => {
    const { basis } = desk.store.get()
    return desk.api.exportCity({ basis, lang })
  })
  return (
    <header className="top-bar">
      <div className="top-title">
        <strong title={title}>{title}</strong>
        <span>{year}</span>
      </div>
      <BasisSwitch />
      <span className="top-space" />
      <CityReading />
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowSyncRegular />}
        onClick={() => void reopenCity(desk)}
      >
        {words.city.again}
      </Button>
      <Button size="small" appearance="primary" disabled={busy} onClick={start}>
        {words.city.export}
      </Button>
      <Button
        size="small"
        appearance="subtle"
        icon={<LocalLanguageRegular />}
        onClick={() => speak(desk)}
      >
        {words.top.language}
      </Button>
      <HelpMenu />
      <Tooltip content={words.city.leave} relationship="label">
        <Button
          size="small"
          appearance="subtle"
          icon={<DismissRegular />}
          onClick={() => void leaveCity(desk)}
        />
      </Tooltip>
    </header>
  )
}
