import { useMemo } from 'react'
import type { ReactNode } from 'react'
import type { DraftView } from '../../shared/draft-desk.ts'
import type { DraftFilter } from '../state/draft-screen.ts'
import { DraftList } from './draft-list.tsx'
import { DraftText } from './draft-text.tsx'
import { linesFor } from './lines.ts'
import { useDoubtKeys } from './use-doubt-keys.ts'
import './draft.css'

interface Props {
  view: DraftView
  filter: DraftFilter
  /** Index of the figure looked at; null for none. */
  picked: number | null
  onFilter: (filter: DraftFilter) => void
  /** A figure was clicked; with a key, which doubt is looked at. */
  onPick: (figure: number) => void
  onDoubt: (figure: number) => void
  /** What stands at the side of the figure that is looked at. */
  children: ReactNode
}

/** A draft's text with its figures marked, the figures in a list, and what is said of one. */
export function DraftPanes(props: Props): ReactNode {
  const { view, filter, picked, onFilter, onPick, onDoubt, children } = props
  const lines = useMemo(() => linesFor(view, filter), [view, filter])
  useDoubtKeys(view, picked, onDoubt)
  return (
    <div className="draft-panes">
      <DraftText view={view} picked={picked} onPick={onPick} />
      <DraftList
        view={view}
        lines={lines}
        filter={filter}
        picked={picked}
        onFilter={onFilter}
        onPick={onPick}
      />
      {children}
    </div>
  )
}
