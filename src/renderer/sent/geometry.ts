import type { SentSheet } from '../../shared/sent.ts'

/** Where the columns and rows of a sheet stand, in pixels at a zoom; `x[n]` is where the sheet ends. */
export interface Geometry {
  zoom: number
  x: number[]
  y: number[]
}

/** Excel's pixels for a character of width and for a point of height. */
const PER_CHARACTER = 7
const PER_POINT = 4 / 3
/** A row or column of no size (hidden) is drawn wide enough to be seen. */
const NARROWEST = 18
const LOWEST = 16

const SMALLEST_ZOOM = 0.5
/** Letters at full size, and the smallest that can still be read: columns give way before they do. */
const FONT = 12
const SMALLEST_FONT = 10.5
const LARGEST_ZOOM = 2

export function geometryOf(
  sheet: Pick<SentSheet, 'columnWidths' | 'rowHeights'>,
  zoom: number,
): Geometry {
  const columns = sheet.columnWidths.map((width) => Math.max(NARROWEST, width * PER_CHARACTER + 5))
  const rows = sheet.rowHeights.map((height) => Math.max(LOWEST, height * PER_POINT))
  return { zoom, x: edges(columns, zoom), y: edges(rows, zoom) }
}

function edges(sizes: number[], zoom: number): number[] {
  const at = [0]
  for (const size of sizes) at.push((at.at(-1) ?? 0) + Math.round(size * zoom))
  return at
}

/** The zoom at which all columns fit into `room` pixels, never larger than life and never too small to read. */
export function fitZoom(
  sheet: Pick<SentSheet, 'columnWidths' | 'rowHeights'>,
  room: number,
): number {
  const width = geometryOf(sheet, 1).x.at(-1) ?? 0
  if (width === 0 || room <= 0) return 1
  return clampZoom(Math.min(1, Math.floor((room / width) * 100) / 100))
}

/** Size of the letters at a zoom, in pixels. */
export function fontAt(zoom: number): number {
  return Math.max(SMALLEST_FONT, FONT * zoom)
}

export function clampZoom(zoom: number): number {
  return Math.min(LARGEST_ZOOM, Math.max(SMALLEST_ZOOM, zoom))
}

/** Index of the last edge at or before a pixel: the row or column that is there. */
export function indexAt(edgesOf: readonly number[], pixel: number): number {
  let low = 0
  let high = Math.max(0, edgesOf.length - 2)
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((edgesOf[middle] ?? 0) <= pixel) low = middle
    else high = middle - 1
  }
  return low
}

/** "A", "B" … "AA" for column 0, 1 … 26. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return letters
}

export function addressOf(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}
