import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { DraftView } from '../../shared/draft-desk.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { DropTarget } from '../ui/drop-target.tsx'
import { StateNote } from '../ui/state-note.tsx'
import { Comparison } from './comparison.tsx'
import { DraftBar } from './draft-bar.tsx'
import { DraftList } from './draft-list.tsx'
import { DraftPanel } from './draft-panel.tsx'
import { DraftText } from './draft-text.tsx'
import { NoDraft } from './no-draft.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { linesFor } from './lines.ts'
import { keepFiles, useDraftScreen } from './use-draft.ts'
import { useDoubtKeys } from './use-doubt-keys.ts'
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
  const lines = useMemo(() => linesFor(view, filter), [view, filter])
  const figure = picked !== null && picked < view.figures.length ? picked : null
  const pick = (next: number): void => set({ picked: next, cell: null })
  useDoubtKeys(view, figure, (next) => set({ picked: next, cell: null, filter: 'doubtful' }))
  return (
    <div className="draft">
      <DraftBar view={view} />
      {against === null ? (
        <div className="draft-panes">
          <DraftText view={view} picked={figure} onPick={pick} />
          <DraftList
            view={view}
            lines={lines}
            filter={filter}
            picked={figure}
            onFilter={(next) => set({ filter: next })}
            onPick={pick}
          />
          <DraftPanel view={view} figure={figure} onPick={pick} />
        </div>
      ) : (
        <Comparison before={against} after={view.version.entry} />
      )}
    </div>
  )
}
