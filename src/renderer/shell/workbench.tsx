import type { ReactNode } from 'react'
import { Consolidate } from '../consolidate/consolidate-screen.tsx'
import { DataScreen } from '../data/data-screen.tsx'
import { LeaveDialog } from '../grid/leave-dialog.tsx'
import { PendingBar } from '../grid/pending-bar.tsx'
import { ReasonForm } from '../grid/reason-form.tsx'
import { Intake } from '../intake/intake.tsx'
import { OverviewScreen } from '../overview/overview.tsx'
import { CheckScreen } from '../check/check-screen.tsx'
import { Setup } from '../setup/setup.tsx'
import { SummaryScreen } from '../summary/summary.tsx'
import { useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { Reminders } from '../intake/reminders.tsx'
import { DropTarget } from '../ui/drop-target.tsx'
import { KeyboardPage } from './keyboard-page.tsx'
import { Layers } from './layers.tsx'
import { LakeDialog } from './lake-dialog.tsx'
import { NextYearDialog } from './next-year-dialog.tsx'
import { Notices } from '../ui/notices.tsx'
import { Rail } from './rail.tsx'
import { CityBar, ReadOnlyBar, TroubleBar } from './read-only-bar.tsx'
import { SearchBox } from './search-box.tsx'
import { StatusLine } from './status-line.tsx'
import { TopBar } from './top-bar.tsx'
import { useReceive } from '../state/receive.ts'
import { JoinList } from './join-list.tsx'
import { CommentList } from './comment-list.tsx'
import { usePlaceHistory } from './history.ts'
import { useKeptFocus } from './keep-focus.ts'
import { usePrintSheet } from '../shown/use-print-sheet.ts'
import { useShortcuts } from './shortcuts.ts'
import './workbench.css'

/** The window over an open collection: rail, top bar, the step's own screen, status line. */
export function Workbench(): ReactNode {
  const words = useWords()
  const receive = useReceive()
  useShortcuts()
  useKeptFocus()
  usePlaceHistory()
  usePrintSheet()
  return (
    <DropTarget label={words.intake.dropHere} onFiles={receive}>
      <div className="workbench" tabIndex={-1}>
        <Rail />
        <TopBar />
        <div className="read-only">
          <ReadOnlyBar />
          <TroubleBar />
          <CityBar />
        </div>
        <main className="screen">
          <Covered>
            <StepScreen />
          </Covered>
          <Layers />
        </main>
        <PendingBar />
        <StatusLine />
      </div>
      <SearchBox />
      <KeyboardPage />
      <LakeDialog />
      <NextYearDialog />
      <CommentList />
      <JoinList />
      <ReasonForm />
      <LeaveDialog />
      <Reminders />
      <Notices />
    </DropTarget>
  )
}

/** The step's screen: under a layer it stays as it was, out of sight and out of the keyboard's way. */
function Covered({ children }: { children: ReactNode }): ReactNode {
  const covered = useDeskState((state) => state.layer !== null)
  const step = useDeskState((state) => state.step)
  const title = useWords().steps[step]
  return (
    <div className={covered ? 'step step-covered' : 'step'} inert={covered} tabIndex={-1}>
      <h1 className="heard">{title}</h1>
      {children}
    </div>
  )
}

function StepScreen(): ReactNode {
  const step = useDeskState((state) => state.step)
  switch (step) {
    case 'overview':
      return <OverviewScreen />
    case 'intake':
      return <Intake />
    case 'data':
      return <DataScreen />
    case 'check':
      return <CheckScreen />
    case 'consolidate':
      return <Consolidate />
    case 'summary':
      return <SummaryScreen />
    case 'setup':
      return <Setup />
  }
}
