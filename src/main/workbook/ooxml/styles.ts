import { BUILT_IN_FORMATS, isDateFormat } from '../number-format.ts'
import type { Dress } from '../new-cell.ts'
import { decodeXml, isTrue, XmlWalk } from './xml.ts'

/** What a cell's style says that matters to reading it. */
export interface CellStyle extends Dress {
  /** Whether numbers in this style are dates or times of day. */
  dates: boolean
  /** Whether what stands in it is struck through: taken back by whoever wrote it. */
  struck: boolean
  /** Whether the style adds nothing to a cell. */
  bare: boolean
}

/** Cell styles (`cellXfs`) by index. */
export function cellStyles(part: Buffer): CellStyle[] {
  const walk = new XmlWalk(decodeXml(part))
  const formats = new Map(Object.entries(BUILT_IN_FORMATS))
  const fonts: { bold: boolean; struck: boolean }[] = []
  const styles: CellStyle[] = []
  const inside: string[] = []
  while (walk.next()) {
    const parent = inside.at(-1) ?? ''
    if (walk.opens) {
      if (walk.name === 'numFmt' && parent === 'numFmts') {
        formats.set(walk.attribute('numFmtId') ?? '', walk.attribute('formatCode') ?? '')
      } else if (walk.name === 'font' && parent === 'fonts')
        fonts.push({ bold: false, struck: false })
      else if (parent === 'font' && inside.at(-2) === 'fonts') {
        const font = fonts.at(-1)
        const is = isTrue(walk.attribute('val') ?? '1')
        if (font && walk.name === 'b') font.bold = is
        else if (font && walk.name === 'strike') font.struck = is
      } else if (walk.name === 'xf' && parent === 'cellXfs') {
        const format = formats.get(walk.attribute('numFmtId') ?? '0') ?? 'General'
        const font = fonts[Number(walk.attribute('fontId') ?? '0')]
        const { bold, struck } = font ?? { bold: false, struck: false }
        styles.push({ format, indent: 0, bold, struck, dates: isDateFormat(format), bare: false })
      } else if (walk.name === 'alignment' && parent === 'xf' && inside.at(-2) === 'cellXfs') {
        const style = styles.at(-1)
        if (style !== undefined) style.indent = Number(walk.attribute('indent') ?? '0') || 0
      }
      if (!walk.closes) inside.push(walk.name)
    } else inside.pop()
  }
  for (const style of styles) {
    const general = style.format === 'General' || style.format === ''
    style.bare = general && style.indent <= 0 && !style.bold && !style.struck
  }
  return styles
}
