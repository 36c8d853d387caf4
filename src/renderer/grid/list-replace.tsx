import type { GridApi } from 'ag-grid-community'
import { useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { findCells, replaceIn } from './find-cells.ts'
import type { Wanted } from './find-cells.ts'
import type { ListEditing } from './list-editing.ts'
import type { Marking } from './marking.ts'
import { areaOf } from './rectangle.ts'
import type { Bounds, Spot } from './rectangle.ts'
import { ReplaceDialog } from './replace-dialog.tsx'
import type { ListRow } from './row.ts'

interface Props {
  grid: RefObject<GridApi<ListRow> | null>
  marking: Marking
  editing: ListEditing
  onClose: () => void
}

/** Find and replace over the list as it is shown, or over what was marked when it opened. */
export function ListReplace({ grid, marking, editing, onClose }: Props): ReactNode {
  const [mark] = useState(() => marking.bounds())
  const within = (inMark: boolean): Bounds => {
    if (inMark && mark) return mark
    const rows = grid.current?.getDisplayedRowCount() ?? 0
    const columns = grid.current?.getAllDisplayedColumns().length ?? 0
    return { top: 0, bottom: rows - 1, left: 0, right: columns - 1 }
  }
  const found = (wanted: Wanted, inMark: boolean): Spot[] =>
    findCells(within(inMark), wanted, editing.targetAt)
  return (
    <ReplaceDialog
      marked={mark ? areaOf(mark) : 0}
      onClose={onClose}
      onNext={(wanted, inMark) => {
        const spots = found(wanted, inMark)
        marking.goNext(spots)
        return spots.length
      }}
      onReplace={(wanted, by, inMark) => {
        const spots = found(wanted, inMark)
        if (spots.length > 0) editing.replace(replaceIn(spots, wanted, by, editing.targetAt))
        return spots.length
      }}
    />
  )
}
