import { isSpanning } from '../banner.ts'
import type { CardPair } from './detected.ts'
import { isFootLine, isIdentityWord, isMeta } from '../furniture.ts'
import { isFigure, isMark } from './head.ts'
import type { SheetGrid } from '../sheet-grid.ts'

/** The lines of a card: labels, each with an empty cell beside it. */
export interface CardLine {
  row: number
  pairs: CardPair[]
}

/** Lines that a card needs, and pairs on them: fewer may be fields of a heading. */
const LEAST_LINES = 3
const LEAST_PAIRS = 4

/**
 * The card that begins at `row`: lines of label, value, label, value …, as a school's particulars
 * are asked for. Null where the lines are anything else, such as a cover's fields.
 *
 * @param single whether lines with one pair only make a card
 */
export function cardAt(grid: SheetGrid, row: number, single: boolean): CardLine[] | null {
  const lines: CardLine[] = []
  for (let at = row; at < grid.rowCount; at++) {
    const anchors = grid.anchors(at)
    if (anchors.length === 0) continue
    const pairs = isSigned(anchors.map((c) => grid.text(at, c))) ? null : pairsOn(grid, at)
    if (pairs === null) break
    lines.push({ row: at, pairs })
  }
  const several = lines.filter(({ pairs }) => pairs.length > 1).length
  const pairs = lines.flatMap((line) => line.pairs.map(({ label }) => grid.text(line.row, label)))
  if (lines.length < LEAST_LINES || pairs.length < LEAST_PAIRS) return null
  if (single ? several > 0 || !isLabelled(grid, lines) : several < 2) return null
  // Fields that say who sends a form, each with a colon, are its cover.
  const own = pairs.filter((text) => !isMeta(text) && !/[:：]$/u.test(text))
  const beyond = own.filter((text) => !isIdentityWord(text))
  return own.length * 2 > pairs.length && beyond.length >= 2 ? lines : null
}

/**
 * A label with labels right beside it names them together: merged over several lines, or the first
 * of its line with room beside the next.
 */
function isGroup(grid: SheetGrid, row: number, anchors: readonly number[], at: number): boolean {
  const touches = (one: number): boolean => {
    const [column, next] = [anchors[one] ?? -1, anchors[one + 1]]
    return next === column + grid.span(row, column)
  }
  if (!touches(at)) return false
  const merge = grid.merge(row, anchors[at] ?? -1)
  return (merge !== undefined && merge.bottom > merge.top) || (at === 0 && !touches(1))
}

/** A text alone and wider than any label, or in brackets: the card's title, not its first line. */
function isTitle(grid: SheetGrid, row: number, anchors: readonly number[]): boolean {
  const [only] = anchors
  if (anchors.length !== 1 || only === undefined) return false
  const merge = grid.merge(row, only)
  const wide = merge !== undefined && merge.right - merge.left >= 3
  return wide || isSpanning(grid, row) || /^[(（].*[)）]$/u.test(grid.text(row, only))
}

/** Whether lines of one text each are labels with room beside them: short, no sentences, and something reaches over the room. */
function isLabelled(grid: SheetGrid, lines: CardLine[]): boolean {
  const [first] = lines[0]?.pairs ?? []
  if (first === undefined || grid.sheet.hidden) return false
  const texts = lines.flatMap(({ row, pairs }) => pairs.map(({ label }) => grid.text(row, label)))
  if (texts.some((text) => text.length > 30 || /[。；;!?？！]/u.test(text))) return false
  const { value } = first
  const reaches = grid.sheet.merges.some(({ left, right }) => left <= value && right >= value)
  return reaches || grid.columnCount > value
}

/** A line that closes the card: signed, dated or a note. 校长 and 电话 without a colon are asked for on it. */
function isSigned(texts: string[]): boolean {
  const [first = ''] = texts
  if (/^(?:填表|填报|制表|审核|复核|报出|报送)/u.test(first)) return true
  return /[:：]/u.test(first) && isFootLine(texts)
}

/** Label and value in turn; null where a label has no room beside it, or a value is already there. */
function pairsOn(grid: SheetGrid, row: number): CardPair[] | null {
  const pairs: CardPair[] = []
  const anchors = grid.anchors(row)
  if (isTitle(grid, row, anchors)) return null
  let group = -1
  for (const [at, label] of anchors.entries()) {
    if (isGroup(grid, row, anchors, at)) {
      group = label
      continue
    }
    const cell = grid.cell(row, label)
    const text = grid.text(row, label)
    if (cell?.kind !== 'text' || cell.formula !== undefined || isMark(text) || isFigure(text))
      return null
    const value = label + grid.span(row, label)
    const end = value + grid.span(row, value)
    const next = anchors[at + 1]
    // Behind the last of several values a line may end before the card does.
    const last = pairs.length > 0 || end >= grid.columnCount
    if (next !== undefined ? end !== next : !last) return null
    if (value > grid.columnCount) return null
    pairs.push({ group, label, value })
  }
  return pairs.length === 0 ? null : pairs
}
