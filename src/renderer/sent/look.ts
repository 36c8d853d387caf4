import type { SentCell } from '../../shared/sent.ts'
import type { Place } from './cell-index.ts'
import { fontAt } from './geometry.ts'
import type { Geometry } from './geometry.ts'
import type { Overlay } from './overlay.ts'

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

const PADDING = 8

/** Where a cell is drawn; text that runs over into empty neighbours, as in Excel, makes it wider. */
export function boxOf(cell: SentCell, { x, y, zoom }: Geometry, overlay: Overlay): Box {
  const left = x[cell.column] ?? 0
  const top = y[cell.row] ?? 0
  let end = cell.column + cell.columnSpan
  if (runsOver(cell, overlay)) {
    const wanted = left + textWidth(cell.text, fontAt(zoom)) + PADDING
    const { index } = overlay
    while (end < index.columns && (x[end] ?? 0) < wanted && isFree(index.at(cell.row, end)))
      end += 1
  }
  return {
    left,
    top,
    width: (x[end] ?? x.at(-1) ?? 0) - left,
    height: (y[cell.row + cell.rowSpan] ?? y.at(-1) ?? 0) - top,
  }
}

function runsOver(cell: SentCell, overlay: Overlay): boolean {
  return cell.columnSpan === 1 && !isFigure(cell.text) && overlay.zoneOf(cell) === null
}

function isFree(cell: SentCell | undefined): boolean {
  return cell === undefined || (cell.text === '' && cell.item === null && cell.columnSpan === 1)
}

function textWidth(text: string, font: number): number {
  let width = 0
  for (const letter of text) width += /[\u2e80-\uffef]/.test(letter) ? font : font * 0.58
  return width
}

function isFigure(text: string): boolean {
  return /^-?[\d,]+(\.\d+)?%?$/.test(text)
}

/** Whether a box is too low for a second line of text. */
export function isOneLine(box: Box, zoom: number): boolean {
  return box.height < fontAt(zoom) * 2.4
}

/** The classes by which a cell shows what was made of it. */
export function classesOf(
  cell: SentCell,
  overlay: Overlay,
  lit: Place | null,
  oneLine: boolean,
): string {
  const zone = overlay.zoneOf(cell)
  const classes = ['sent-cell']
  if (zone) classes.push(`sent-${zone}`)
  if (cell.bold) classes.push('sent-bold')
  if (oneLine) classes.push('sent-line-only')
  if (zone && zone !== 'unknown') {
    if (overlay.movedRows.has(cell.row) || overlay.movedColumns.has(cell.column))
      classes.push('sent-moved')
  }
  if (cell.cleanings.length > 0) classes.push('sent-cleaned')
  if (cell.state === 'unreadable') classes.push('sent-unreadable')
  if (cell.state === 'na') classes.push('sent-na')
  if (isFigure(cell.text)) classes.push('sent-right')
  else if (zone === 'heading' || cell.columnSpan > 1) classes.push('sent-center')
  if (lit && lit.row === cell.row && lit.column === cell.column) classes.push('sent-lit')
  return classes.join(' ')
}
