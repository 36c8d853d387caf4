import { isBanner } from '../banner.ts'
import { formNumberIn, isFoot, isMeta, unitTextIn } from '../furniture.ts'
import { cleanText } from '../label.ts'
import type { SheetGrid } from '../sheet-grid.ts'
import { magnifiedUnit } from '../units.ts'

/** What is printed above a table. */
export interface Above {
  title: string
  number: string | null
  unitText: string | null
  captions: string[]
}

/** Reads the lines from `from` up to a table's header: its title, 表号 and unit, wherever they stand. */
export function readAbove(grid: SheetGrid, headTop: number, from: number): Above {
  const captions: string[] = []
  let number: string | null = null
  let unitText: string | null = null
  for (let row = headTop - 1; row >= from; row--) {
    const anchors = grid.anchors(row)
    for (const [at, column] of anchors.entries()) {
      const text = grid.text(row, column)
      const next = anchors[at + 1]
      const beside = next === undefined ? '' : grid.text(row, next)
      number ??= formNumberIn(text) ?? fieldBeside(text, /^表\s*号\s*[:：]?$/u, beside)
      unitText ??=
        unitTextIn(text) ??
        fieldBeside(text, /^(?:计量|金额|面积|数量)?单位\s*[:：]$/u, beside) ??
        unitAlone(text)
    }
    const [first] = anchors
    const banner = first === undefined ? '' : grid.text(row, first)
    if (isBanner(grid, row)) captions.unshift(banner)
  }
  const title = titleOf(captions.filter((text) => !isMeta(text) && !isFoot(text)))
  return { title, number, unitText, captions }
}

/** The value beside a label that ends in a colon, or says nothing else. */
function fieldBeside(text: string, label: RegExp, beside: string): string | null {
  return label.test(text) && beside !== '' && !isMeta(beside) ? cleanText(beside) : null
}

/** "（人）", "（单位：人）" alone in a cell at the edge of the form. */
function unitAlone(text: string): string | null {
  const inner = /^[(（]\s*([^()（）]+)\s*[)）]$/u.exec(text)?.[1]
  if (inner === undefined) return null
  const parts = inner.split(/[、,，/]/u)
  return parts.every((part) => magnifiedUnit(part) !== null) ? inner : null
}

const ATTACHED = /^(?:附\s*[件表录]?\s*[\d一二三四五六七八九十]*\s*[:：]?\s*$|附件)/u
const BRACKETED = /^[(（〔[][^()（）]*[)）〕\]]$/u
const NAMES_TABLE = /(?:表|情况|统计|台账|一览|汇总|明细|清单|调查)(?:[(（][^)）]*[)）])?$/u

/** Of the lines above a table the one that names it; the form's own name stands above its parts'. */
function titleOf(lines: string[]): string {
  const open = lines.filter((text) => !ATTACHED.test(text) && !BRACKETED.test(text))
  return open.find((text) => NAMES_TABLE.test(text)) ?? open[0] ?? ''
}
