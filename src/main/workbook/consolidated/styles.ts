import type { Border, Fill, Style } from 'exceljs'

/** Cells share these objects: exceljs knows a style by its object, which keeps writing fast. */
export type CellStyle = Partial<Style>

const line: Partial<Border> = { style: 'thin', color: { argb: 'FFB8C2CC' } }
const border = { top: line, left: line, bottom: line, right: line }
const font = { name: '宋体', size: 10 }

function fill(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } }
}

const middle = { vertical: 'middle' } as const

export const TITLE: CellStyle = {
  font: { name: '黑体', size: 18 },
  alignment: { horizontal: 'left', ...middle, wrapText: true },
}
export const SHEET_TITLE: CellStyle = {
  font: { name: '黑体', size: 13 },
  alignment: { horizontal: 'left', ...middle },
}
export const NOTE: CellStyle = {
  font: { ...font, size: 9, color: { argb: 'FF5A6672' } },
  alignment: { horizontal: 'left', ...middle },
}
export const HEADING: CellStyle = {
  font: { ...font, bold: true },
  border,
  fill: fill('FFE8EEF4'),
  alignment: { horizontal: 'center', ...middle, wrapText: true },
}
/** A heading over many columns reads from the left, so that it can be seen beside frozen panes. */
export const HEADING_LEFT: CellStyle = {
  ...HEADING,
  alignment: { horizontal: 'left', ...middle, wrapText: true },
}
export const CODE: CellStyle = {
  font: { name: '宋体', size: 9, color: { argb: 'FF3C4A57' } },
  border,
  fill: fill('FFF4F7FA'),
  alignment: { horizontal: 'center', ...middle },
}
export const FIELD: CellStyle = {
  font: { ...font, bold: true },
  border,
  fill: fill('FFF4F7FA'),
  alignment: { horizontal: 'left', ...middle },
}
export const TEXT: CellStyle = { font, border, alignment: { horizontal: 'left', ...middle } }
export const TEXT_WRAPPED: CellStyle = {
  font,
  border,
  alignment: { horizontal: 'left', ...middle, wrapText: true },
}
export const LINK: CellStyle = {
  font: { ...font, color: { argb: 'FF0563C1' }, underline: true },
  border,
  alignment: { horizontal: 'left', ...middle },
}
export const LINK_WRAPPED: CellStyle = {
  ...LINK,
  alignment: { horizontal: 'left', ...middle, wrapText: true },
}
export const CENTER: CellStyle = { font, border, alignment: { horizontal: 'center', ...middle } }
export const UNREADABLE: CellStyle = {
  font: { ...font, color: { argb: 'FF9C0006' } },
  border,
  fill: fill('FFFFC7CE'),
  alignment: { horizontal: 'right', ...middle },
}
export const TOO_LONG: CellStyle = {
  font: { ...font, color: { argb: 'FF7F6000' } },
  border,
  fill: fill('FFFFEB9C'),
  alignment: { horizontal: 'right', ...middle },
}
export const NOT_IN_FORM: CellStyle = { font, border, fill: fill('FFEDEDED') }
export const TABLE_MISSING: CellStyle = {
  font,
  border,
  fill: { type: 'pattern', pattern: 'lightUp', fgColor: { argb: 'FFB8C2CC' } },
}
export const GOOD: CellStyle = {
  font: { ...font, bold: true, size: 12 },
  border,
  alignment: { horizontal: 'left', ...middle },
}
/** A difference: plain, so that nothing rounds it to 0. */
export const DIFFERENCE: CellStyle = {
  font,
  border,
  alignment: { horizontal: 'right', ...middle },
}
/** Above the headings that stand in the row of codes. */
export const HEADING_BLANK: CellStyle = { fill: fill('FFE8EEF4') }
/** For conditional formatting of a difference that is not zero. */
export const ALARM: CellStyle = {
  font: { color: { argb: 'FF9C0006' } },
  fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } },
}

const numbers = new Map<string, CellStyle>()

/** Style of a figure in a number format. */
export function numberStyle(numFmt: string): CellStyle {
  let style = numbers.get(numFmt)
  if (style === undefined) {
    style = { font, border, numFmt, alignment: { horizontal: 'right', ...middle } }
    numbers.set(numFmt, style)
  }
  return style
}
