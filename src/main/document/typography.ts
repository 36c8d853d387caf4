import { LineRuleType } from 'docx'
import type { IParagraphOptions, IRunOptions } from 'docx'

/**
 * How an official document of a Chinese office looks (GB/T 9704-2012, Layout key for official
 * document of Party and government organs): A4, type area 156 × 225 mm, 22 lines a page, body 三号
 * 仿宋 with two characters' indent, headings 三号 黑体 and 楷体, page number 四号 宋体.
 */
const MM = 1440 / 25.4
export const PAGE = {
  size: { width: Math.round(210 * MM), height: Math.round(297 * MM) },
  margin: {
    top: Math.round(37 * MM),
    bottom: Math.round(35 * MM),
    left: Math.round(28 * MM),
    right: Math.round(26 * MM),
    footer: Math.round(25 * MM),
  },
}

/** 字号 in half points. */
const SIZE = { 二号: 44, 三号: 32, 四号: 28 }
/** 225 mm in 22 lines, in twentieths of a point. */
const LINE = Math.round((225 * MM) / 22)

type Look = Pick<IRunOptions, 'font' | 'size' | 'bold'>

/** Han characters in the font named, digits and Latin letters beside them in Times New Roman. */
function look(eastAsia: string, size: number, bold = false): Look {
  const latin = 'Times New Roman'
  return { font: { ascii: latin, hAnsi: latin, cs: latin, eastAsia }, size, bold }
}

export const BODY = look('仿宋', SIZE.三号)
export const STRONG = look('仿宋', SIZE.三号, true)
export const PAGE_NUMBER = look('宋体', SIZE.四号)

/** By level of heading, the title first. */
export const HEADINGS: readonly Look[] = [
  look('宋体', SIZE.二号, true),
  look('黑体', SIZE.三号),
  look('楷体', SIZE.三号),
  look('仿宋', SIZE.三号, true),
]

const spacing = { line: LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 }

/** Lines of body text and of headings: two characters in from the left, whatever their size. */
export const INDENTED: IParagraphOptions = {
  spacing,
  indent: { firstLine: SIZE.三号 * 20, firstLineChars: 200 },
}

/** The title: centred, a line free above and below. */
export const TITLE: IParagraphOptions = {
  spacing: {
    line: Math.round(LINE * 1.25),
    lineRule: LineRuleType.EXACT,
    before: LINE,
    after: LINE,
  },
}
