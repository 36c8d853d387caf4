import type { Worksheet } from 'exceljs'
import { headingHeights } from './heading-tree.ts'
import type { Heading } from './heading-tree.ts'
import { LABEL_ROW } from './plan.ts'
import { put, putText } from './sheet.ts'
import { HEADING, HEADING_BLANK } from './styles.ts'
import type { CellStyle } from './styles.ts'

interface Head {
  headings: Heading[]
  depth: number
  /** Column of the first item; left of it the head stays empty. */
  first: number
  /** Widths of the sheet's columns. */
  widths: number[]
  tooLong: string
  styleOf?: (heading: Heading) => CellStyle
}

/** The headings over the items, merged as in the form, in rows as tall as their texts need. */
export function writeHead(sheet: Worksheet, head: Head): void {
  const { headings, depth, first, widths, tooLong, styleOf = () => HEADING } = head
  const heights = headingHeights(headings, depth, widths.slice(first - 1))
  heights.forEach((height, level) => {
    const row = sheet.getRow(LABEL_ROW + level)
    row.height = height
    for (let column = 1; column < first; column++) put(row.getCell(column), null, HEADING_BLANK)
  })
  for (const heading of headings) {
    const [top, left] = [LABEL_ROW + heading.top, first + heading.left]
    const [bottom, right] = [LABEL_ROW + heading.bottom, first + heading.right]
    if (bottom > top || right > left) sheet.mergeCells(top, left, bottom, right)
    const style = styleOf(heading)
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) sheet.getCell(row, column).style = style
    }
    putText(sheet.getCell(top, left), heading.text, style, tooLong)
  }
}
