import { BUILT_IN_FORMATS, isDateFormat } from '../number-format.ts'
import type { Dress } from '../new-cell.ts'
import { decodeXml, XmlWalk } from './xml.ts'

/** What a cell's style says that matters to reading it. */
export interface CellStyle extends Dress {
  /** Whether numbers in this style are dates or times of day. */
  dates: boolean
  /** Whether the style adds nothing to a cell. */
  bare: boolean
}

/** Cell styles (`cellXfs`) by index. */
export function cellStyles(part: Buffer): CellStyle[] {
  const walk = new XmlWalk(decodeXml(part))
  const formats = new Map(Object.entries(BUILT_IN_FORMATS))
  const bolds: boolean[] = []
  const styles: CellStyle[] = []
  const inside: string[] = []
  while (walk.next()) {
    const parent = inside.at(-1) ?? ''
    if (walk.opens) {
      if (walk.name === 'numFmt' && parent === 'numFmts') {
        formats.set(walk.attribute('numFmtId') ?? '', walk.attribute('formatCode') ?? '')
      } else if (walk.name === 'font' && parent === 'fonts') bolds.push(false)
      else if (walk.name === 'b' && parent === 'font' && inside.at(-2) === 'fonts') {
        bolds[bolds.length - 1] = isTrue(walk.attribute('val') ?? '1')
      } else if (walk.name === 'xf' && parent === 'cellXfs') {
        const format = formats.get(walk.attribute('numFmtId') ?? '0') ?? 'General'
        const bold = bolds[Number(walk.attribute('fontId') ?? '0')] ?? false
        styles.push({ format, indent: 0, bold, dates: isDateFormat(format), bare: false })
      } else if (walk.name === 'alignment' && parent === 'xf' && inside.at(-2) === 'cellXfs') {
        const style = styles.at(-1)
        if (style !== undefined) style.indent = Number(walk.attribute('indent') ?? '0') || 0
      }
      if (!walk.closes) inside.push(walk.name)
    } else inside.pop()
  }
  for (const style of styles) {
    const general = style.format === 'General' || style.format === ''
    style.bare = general && style.indent <= 0 && !style.bold
  }
  return styles
}

/** An XML boolean. */
export function isTrue(text: string | null): boolean {
  return text === '1' || text === 'true' || text === 'on'
}
