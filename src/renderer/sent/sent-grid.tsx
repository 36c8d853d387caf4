import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { SentCell, SentSheet } from '../../shared/sent.ts'
import { travels } from '../commands/command-list.ts'
import { useSize } from '../ui/use-size.ts'
import { useWords } from '../state/use-words.ts'
import { moved } from './cell-index.ts'
import type { Place } from './cell-index.ts'
import { addressOf, fontAt, indexAt } from './geometry.ts'
import type { Geometry } from './geometry.ts'
import type { Overlay } from './overlay.ts'
import { ColumnHeads, RowHeads } from './heads.tsx'
import { boxOf, classesOf, isOneLine } from './look.ts'

/** The window is drawn in steps of this many pixels, with as many around it. */
const STEP = 240

interface Props {
  sheet: SentSheet
  geometry: Geometry
  overlay: Overlay
  lit: Place | null
  onLit: (place: Place) => void
  onHover: (cell: SentCell | null, box: DOMRect | null) => void
}

/** The sheet cell by cell at its own widths and heights; only what is in view is drawn. */
export function SentGrid(props: Props): ReactNode {
  const { sheet, geometry, overlay, lit, onLit, onHover } = props
  const words = useWords().sent
  const scroller = useRef<HTMLDivElement>(null)
  const size = useSize(scroller)
  const [at, setAt] = useState({ left: 0, top: 0 })
  const width = geometry.x.at(-1) ?? 0
  const height = geometry.y.at(-1) ?? 0
  const look = (): void => {
    const box = scroller.current
    if (!box) return
    const left = Math.floor(box.scrollLeft / STEP) * STEP
    const top = Math.floor(box.scrollTop / STEP) * STEP
    setAt((old) => (old.left === left && old.top === top ? old : { left, top }))
  }
  useLayoutEffect(() => {
    if (scroller.current && lit) intoView(scroller.current, lit, geometry)
  }, [lit, geometry])
  // The keyboard works at once, without a click into the sheet first.
  useEffect(() => scroller.current?.focus({ preventScroll: true }), [sheet])

  const firstRow = indexAt(geometry.y, at.top - STEP)
  const lastRow = indexAt(geometry.y, at.top + size.height + 2 * STEP)
  const cells = useMemo(() => {
    const seen: SentCell[] = overlay.index.tall.filter(
      (cell) => cell.row < firstRow && cell.row + cell.rowSpan > firstRow,
    )
    for (let row = firstRow; row <= lastRow; row += 1) seen.push(...overlay.index.inRow(row))
    return seen
  }, [overlay, firstRow, lastRow])
  const from = at.left - STEP
  const to = at.left + size.width + 2 * STEP

  const onKey = (event: KeyboardEvent): void => {
    if (travels(event)) return
    const far = event.ctrlKey || event.metaKey
    const next = moved(lit ?? { row: 0, column: 0 }, event.key, far, overlay.index)
    if (next) onLit(next)
    else if (far && event.key.toLowerCase() === 'c' && lit) {
      const text = overlay.index.at(lit.row, lit.column)?.text ?? ''
      void navigator.clipboard.writeText(text)
    } else return
    event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      className="sent-scroller"
      role="grid"
      tabIndex={0}
      aria-label={words.title}
      aria-rowcount={overlay.index.rows}
      aria-colcount={overlay.index.columns}
      aria-activedescendant={lit ? `sent-${addressOf(lit.row, lit.column)}` : undefined}
      onScroll={look}
      onKeyDown={onKey}
      onPointerLeave={() => onHover(null, null)}
    >
      <div className="sent-canvas" style={{ fontSize: fontAt(geometry.zoom) }}>
        <span className="sent-corner" />
        <ColumnHeads overlay={overlay} geometry={geometry} lit={lit} from={from} to={to} />
        <RowHeads overlay={overlay} geometry={geometry} lit={lit} first={firstRow} last={lastRow} />
        <div
          className="sent-body"
          style={{ width, height }}
          onPointerDown={(event) => {
            const box = event.currentTarget.getBoundingClientRect()
            const row = indexAt(geometry.y, event.clientY - box.top)
            const column = indexAt(geometry.x, event.clientX - box.left)
            const cell = overlay.index.at(row, column)
            onLit(cell ? { row: cell.row, column: cell.column } : { row, column })
          }}
        >
          <Lines geometry={geometry} first={firstRow} last={lastRow} />
          {lit && !overlay.index.at(lit.row, lit.column) && (
            <span className="sent-cell sent-lit" style={emptyBox(lit, geometry)} />
          )}
          {cells.map((cell) => {
            const box = boxOf(cell, geometry, overlay)
            if (box.left > to || box.left + box.width < from) return null
            const address = addressOf(cell.row, cell.column)
            return (
              <span
                key={address}
                id={`sent-${address}`}
                // A table cannot leave out what is not in view.
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
                role="gridcell"
                aria-colindex={cell.column + 1}
                className={classesOf(cell, overlay, lit, isOneLine(box, geometry.zoom))}
                data-cell={address}
                style={box}
                onPointerEnter={(event) =>
                  onHover(cell, event.currentTarget.getBoundingClientRect())
                }
              >
                <span>{shownText(cell)}</span>
              </span>
            )
          })}
        </div>
      </div>
    </div>
  )
}

function shownText(cell: SentCell): string {
  const text = cell.text.replaceAll('_x000D_', '')
  if (cell.state === 'unreadable') return `⚠ ${text}`
  return text
}

function emptyBox({ row, column }: Place, { x, y }: Geometry): Record<string, number> {
  const left = x[column] ?? 0
  const top = y[row] ?? 0
  return { left, top, width: (x[column + 1] ?? left) - left, height: (y[row + 1] ?? top) - top }
}

/** The grid of the sheet, beneath its cells. */
function Lines(props: { geometry: Geometry; first: number; last: number }): ReactNode {
  const { x, y } = props.geometry
  const top = y[props.first] ?? 0
  const bottom = y[props.last + 1] ?? y.at(-1) ?? 0
  return (
    <>
      {x.slice(1).map((left) => (
        <i
          key={`x${left}`}
          className="sent-line"
          style={{ left: left - 1, top, width: 1, height: bottom - top }}
        />
      ))}
      {y.slice(props.first + 1, props.last + 2).map((at) => (
        <i
          key={`y${at}`}
          className="sent-line"
          style={{ left: 0, top: at - 1, width: x.at(-1), height: 1 }}
        />
      ))}
    </>
  )
}

/** Scrolls just as far as needed for the cell to be seen with some room around it. */
function intoView(box: HTMLElement, { row, column }: Place, { x, y }: Geometry): void {
  const head = 26
  const side = 46
  const margin = 40
  const left = x[column] ?? 0
  const right = x[column + 1] ?? left
  const top = y[row] ?? 0
  const bottom = y[row + 1] ?? top
  if (left - margin < box.scrollLeft) box.scrollLeft = left - margin
  else if (right + side + margin > box.scrollLeft + box.clientWidth)
    box.scrollLeft = right + side + margin - box.clientWidth
  if (top - margin < box.scrollTop) box.scrollTop = top - margin
  else if (bottom + head + margin > box.scrollTop + box.clientHeight)
    box.scrollTop = bottom + head + margin - box.clientHeight
}
