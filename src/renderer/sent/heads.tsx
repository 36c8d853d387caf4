import type { ReactNode } from 'react'
import { useWords } from '../state/use-words.ts'
import type { Place } from './cell-index.ts'
import { columnLetters } from './geometry.ts'
import type { Geometry } from './geometry.ts'
import type { Overlay } from './overlay.ts'

interface Props {
  overlay: Overlay
  geometry: Geometry
  lit: Place | null
}

/** A B C over the sheet; hidden and moved columns are marked. */
export function ColumnHeads(props: Props & { from: number; to: number }): ReactNode {
  const words = useWords().sent
  const { overlay, geometry, lit } = props
  const { x } = geometry
  return (
    <div className="sent-column-heads" style={{ width: x.at(-1) }}>
      {x.slice(0, -1).map((left, column) => {
        const width = (x[column + 1] ?? left) - left
        if (left > props.to || left + width < props.from) return null
        const was = overlay.movedColumns.get(column)
        const hidden = overlay.hiddenColumns.has(column)
        return (
          <span
            key={column}
            className={headClasses(was !== undefined, hidden, lit?.column === column)}
            style={{ left, width }}
            title={[
              hidden && words.hiddenColumn,
              was !== undefined && words.movedColumn(columnLetters(was)),
            ]
              .filter(Boolean)
              .join(' · ')}
          >
            {columnLetters(column)}
          </span>
        )
      })}
    </div>
  )
}

/** 1 2 3 beside the sheet; hidden and moved rows are marked. */
export function RowHeads(props: Props & { first: number; last: number }): ReactNode {
  const words = useWords().sent
  const { overlay, geometry, lit, first, last } = props
  const { y } = geometry
  return (
    <div className="sent-row-heads" style={{ height: y.at(-1) }}>
      {y.slice(0, -1).map((top, row) => {
        if (row < first || row > last) return null
        const was = overlay.movedRows.get(row)
        const hidden = overlay.hiddenRows.has(row)
        return (
          <span
            key={row}
            className={headClasses(was !== undefined, hidden, lit?.row === row)}
            style={{ top, height: (y[row + 1] ?? top) - top }}
            title={[hidden && words.hiddenRow, was !== undefined && words.movedRow(was + 1)]
              .filter(Boolean)
              .join(' · ')}
          >
            {row + 1}
          </span>
        )
      })}
    </div>
  )
}

function headClasses(isMoved: boolean, hidden: boolean, lit: boolean): string {
  return ['sent-head', isMoved && 'head-moved', hidden && 'head-hidden', lit && 'head-lit']
    .filter(Boolean)
    .join(' ')
}
