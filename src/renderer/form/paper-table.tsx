import { useMemo } from 'react'
import type { ClipboardEvent, KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react'
import type { Paper, PaperCell } from '../../shared/paper.ts'
import { layoutOf } from './paper-layout.ts'
import './paper.css'

/** How one cell is drawn beyond its printed text. */
export interface CellLook {
  className?: string
  content?: ReactNode
  title?: string
  selected?: boolean
  pickable?: boolean
}

interface Props {
  paper: Paper
  label: string
  look: (cell: PaperCell) => CellLook
  onPick: (cell: PaperCell) => void
  onOpen?: (cell: PaperCell) => void
  /** Where the sheet takes the keyboard as one, like a spreadsheet. */
  keyboard?: {
    ref: Ref<HTMLTableElement>
    onKey: (event: KeyboardEvent) => void
    onCopy: (event: ClipboardEvent) => void
    onCut: (event: ClipboardEvent) => void
    onPaste: (event: ClipboardEvent) => void
    onMenu: (event: MouseEvent) => void
    onPress: (cell: PaperCell, event: MouseEvent) => void
    onOver: (cell: PaperCell, event: MouseEvent) => void
  }
  /** Whether the figures are still on their way. */
  busy?: boolean
}

/** Width of one character of a spreadsheet's column in pixels. */
const CHARACTER = 7.1

/** A form as on paper, with its merged headings. */
export function PaperTable(props: Props): ReactNode {
  const { paper, label, look, onPick, onOpen, keyboard } = props
  const rows = useMemo(() => layoutOf(paper), [paper])
  return (
    <table
      className="paper"
      // A table that is walked through with the arrow keys is a grid to a screen reader.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
      role="grid"
      aria-label={label}
      aria-busy={props.busy}
      aria-multiselectable={keyboard !== undefined}
      {...(keyboard
        ? {
            ref: keyboard.ref,
            tabIndex: 0,
            onKeyDown: keyboard.onKey,
            onCopy: keyboard.onCopy,
            onCut: keyboard.onCut,
            onContextMenu: keyboard.onMenu,
            onPaste: keyboard.onPaste,
          }
        : {})}
    >
      <colgroup>
        {paper.columnWidths.map((width, column) => (
          // A column is nothing but its place.
          // oxlint-disable-next-line react/no-array-index-key
          <col key={column} style={{ width: Math.max(30, Math.round(width * CHARACTER)) }} />
        ))}
      </colgroup>
      <tbody>
        {rows.map((row, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <tr
            key={at}
            style={{ height: Math.max(24, Math.round((paper.rowHeights[at] ?? 18) * 1.33)) }}
          >
            {row.map((place) => {
              if ('gap' in place)
                return <td key={`gap ${place.column}`} colSpan={place.gap} aria-hidden="true" />
              const { cell } = place
              const { className = '', content, title, selected, pickable } = look(cell)
              return (
                <td
                  key={cell.column}
                  rowSpan={cell.rowSpan}
                  colSpan={cell.columnSpan}
                  className={`paper-${cell.role} align-${cell.align}${cell.bold ? ' bold' : ''} ${className}`}
                  title={title}
                  aria-selected={selected}
                  data-item={cell.item ?? undefined}
                  onMouseDown={keyboard ? (event) => keyboard.onPress(cell, event) : undefined}
                  onMouseEnter={keyboard ? (event) => keyboard.onOver(cell, event) : undefined}
                  onClick={pickable ? () => onPick(cell) : undefined}
                  onDoubleClick={pickable && onOpen ? () => onOpen(cell) : undefined}
                >
                  {content ?? cell.text}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
