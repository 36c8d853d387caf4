import { CounterBadge } from '@fluentui/react-components'
import {
  ClipboardTaskListLtrRegular,
  DataPieRegular,
  DocumentArrowDownRegular,
  DocumentTextRegular,
  HomeRegular,
  SettingsRegular,
  TableRegular,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { Step } from '../state/desk.ts'
import { useWords } from '../state/use-words.ts'

const STEPS: { step: Step; icon: ReactNode }[] = [
  { step: 'overview', icon: <HomeRegular /> },
  { step: 'intake', icon: <DocumentArrowDownRegular /> },
  { step: 'data', icon: <TableRegular /> },
  { step: 'check', icon: <ClipboardTaskListLtrRegular /> },
  { step: 'consolidate', icon: <DataPieRegular /> },
  { step: 'summary', icon: <DocumentTextRegular /> },
  { step: 'setup', icon: <SettingsRegular /> },
]

/** The steps of the working day, with counts of what waits. */
export function Rail(): ReactNode {
  const { store } = useDesk()
  const words = useWords()
  const now = useDeskState((state) => state.step)
  const overview = useDeskState((state) => state.overview)
  const findings = overview?.findings ?? null
  const waiting: Partial<Record<Step, number>> = overview
    ? {
        intake:
          overview.unclaimed + overview.held + overview.states.queried + overview.states.rejected,
        data: overview.unreadable,
        ...(findings && { check: findings.error + findings.query }),
      }
    : {}
  return (
    <nav className="rail" aria-label={words.app.name}>
      <span className="rail-mark" aria-hidden="true">
        {words.app.name}
      </span>
      {STEPS.map(({ step, icon }) => {
        const count = waiting[step] ?? 0
        return (
          <button
            key={step}
            type="button"
            className="rail-step"
            aria-current={step === now ? 'page' : undefined}
            onClick={() => store.set({ step, layer: null })}
          >
            <span className="rail-icon">{icon}</span>
            <span>{words.steps[step]}</span>
            {count > 0 && (
              <CounterBadge
                className="rail-count"
                size="small"
                color="important"
                count={count}
                overflowCount={999}
              />
            )}
          </button>
        )
      })}
    </nav>
  )
}
