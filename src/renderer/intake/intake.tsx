import type { ReactNode } from 'react'
import { StateNote } from '../ui/state-note.tsx'
import { useSchools } from '../state/catalog.ts'
import { useCall } from '../state/use-call.ts'
import { useDeskState } from '../state/context.tsx'
import { Board } from './board.tsx'
import { Details } from './details.tsx'
import { IntakeBar } from './intake-bar.tsx'
import { IntakeEmpty } from './intake-empty.tsx'
import { FileList } from './file-list.tsx'
import { Tray } from './tray.tsx'
import { SchoolList } from './school-list.tsx'
import './intake.css'

/** 收表: who has sent what, and what the program made of it. */
export function Intake(): ReactNode {
  const tab = useDeskState((state) => state.intake.tab)
  const schools = useSchools()
  const revision = useDeskState((state) => state.overview?.receivedRevision ?? 0)
  const files = useCall('files', {}, { revision })
  const error = schools.error ?? files.error
  if (!schools.value || !files.value) return <StateNote error={error} />
  return (
    <div className="intake">
      <Board schools={schools.value} files={files.value} />
      <section className="intake-main">
        <Tray files={files.value} />
        <IntakeBar files={files.value} schools={schools.value} />
        {files.value.length === 0 && tab === 'files' ? (
          <IntakeEmpty />
        ) : tab === 'files' ? (
          <FileList files={files.value} schools={schools.value} />
        ) : (
          <SchoolList schools={schools.value} />
        )}
      </section>
      <Details schools={schools.value} files={files.value} />
    </div>
  )
}
