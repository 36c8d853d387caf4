import type { ReactNode } from 'react'
import type { DraftView } from '../../shared/draft-desk.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { DropTarget } from '../ui/drop-target.tsx'
import { StateNote } from '../ui/state-note.tsx'
import { Comparison } from './comparison.tsx'
import { DraftBar } from './draft-bar.tsx'
import { DraftPanel } from './draft-panel.tsx'
import { DraftPanes } from './draft-panes.tsx'
import { NoDraft } from './no-draft.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { keepFiles, useDraftScreen } from './use-draft.ts'
import './draft.css'

/** 核对初稿: the office's text with its figures marked by how they stand, and what is in doubt. */
export function DraftCheck(): ReactNode {
  const desk = useDesk()
  const words = useWords().draft
  const basis = useDeskState((state) => state.basis)
  const [{ entry }] = useDraftScreen()
  const loaded = useCall('draft', { entry, basis }, { keep: ['basis'] })
  const { value: view } = loaded
  return (
    <DropTarget label={words.drop} onFiles={(grant) => void keepFiles(desk, grant)}>
      {view ? (
        <Checked view={view} />
      ) : loaded.loading || loaded.error ? (
        <StateNote error={loaded.error} loading={words.loading} />
      ) : (
        <NoDraft />
      )}
      <PasteDialog />
    </DropTarget>
  )
}

function Checked({ view }: { view: DraftView }): ReactNode {
  const [{ filter, picked, against }, set] = useDraftScreen()
  const figure = picked !== null && picked < view.figures.length ? picked : null
  const pick = (next: number): void => set({ picked: next, cell: null })
  const doubt = (next: number): void => set({ picked: next, cell: null, filter: 'doubtful' })
  return (
    <div className="draft">
      <DraftBar view={view} />
      {against === null ? (
        <DraftPanes
          view={view}
          filter={filter}
          picked={figure}
          onFilter={(next) => set({ filter: next })}
          onPick={pick}
          onDoubt={doubt}
        >
          <DraftPanel view={view} figure={figure} onPick={pick} />
        </DraftPanes>
      ) : (
        <Comparison before={against} after={view.version.entry} />
      )}
    </div>
  )
}
