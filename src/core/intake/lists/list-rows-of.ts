import { isSpanning } from '../../forms/banner.ts'
import { isExampleRow } from '../../forms/find/example.ts'
import { isFoot } from '../../forms/furniture.ts'
import { normalLabel } from '../../forms/label.ts'
import { isSigned, isTotal } from '../../forms/list-rows.ts'
import { isReserved } from '../../forms/lists/detect-list.ts'
import type { SkippedAs, SkippedRow } from '../../model/list-rows.ts'
import { withoutIdentities } from '../../lists/identity-number.ts'
import type { ListSheet } from './list-sheet.ts'

/** Sheet rows that are rows of the list, and those with something in them that are none. */
export function rowsOf(sheet: ListSheet): { rows: number[]; skipped: SkippedRow[] } {
  const { grid } = sheet
  const rows: number[] = []
  const skipped: SkippedRow[] = []
  let ended = false
  const heads = headWords(sheet)
  for (let row = sheet.headBottom + 1; row < grid.rowCount; row++) {
    const anchors = grid.anchors(row)
    if (anchors.length === 0) continue
    const as = notOfList(sheet, heads, row, ended)
    if (as === 'blank') continue
    if (as === null) {
      rows.push(row)
      continue
    }
    if (as === 'note') ended = true
    const text = anchors.map((column) => grid.text(row, column)).join(' ')
    skipped.push({ row, as, text: withoutIdentities(text.slice(0, 120)) })
  }
  return { rows, skipped }
}

/** Why a row is none of the list's; null where it is one. */
function notOfList(
  sheet: ListSheet,
  heads: HeadWords,
  row: number,
  ended: boolean,
): SkippedAs | 'blank' | null {
  const { grid, columnAt } = sheet
  const anchors = grid.anchors(row)
  const first = grid.text(row, anchors[0] ?? 0)
  const own = columnAt.filter((column) => column >= 0)
  const filled = own.filter(
    (column) =>
      grid.isAnchor(row, column) &&
      grid.text(row, column) !== '' &&
      !isIdleFormula(grid, row, column),
  )
  if (isReserved(first)) return 'reserved'
  if (isExampleRow(grid, row)) return 'note'
  if (repeatsHead(sheet, heads, row)) return 'heading'
  if (isSigned(first) || isFoot(first)) return 'note'
  if (isTotalRow(sheet, row, anchors)) return 'total'
  if (isSpanning(grid, row)) return ended ? 'note' : 'section'
  // Only the running number, which the form prints in advance.
  if (filled.length === 0)
    return anchors.every((c) => /^\d+$/u.test(grid.text(row, c))) ? 'blank' : 'note'
  if (filled.length === 1 && anchors.length === 1) {
    if (ended) return 'note'
    if (/^[（(]?[一二三四五六七八九十]{1,3}[）)、.．]/u.test(first)) return 'section'
  }
  // Below the foot stand signatures in a cell or two; whole rows are rows again.
  return ended && filled.length * 2 < own.length ? 'note' : null
}

/** The form's own formula in a row that nobody filled in comes to 0. */
function isIdleFormula(grid: ListSheet['grid'], row: number, column: number): boolean {
  const cell = grid.cell(row, column)
  return cell?.formula !== undefined && Number(cell.value) === 0
}

/** For each column of the list what stands over it. */
type HeadWords = readonly (readonly string[])[]

function headWords({ grid, columnAt, headTop, headBottom }: ListSheet): HeadWords {
  return columnAt.map((column) => {
    const words: string[] = []
    if (column < 0) return words
    for (let row = headTop; row <= headBottom; row++) {
      const word = normalLabel(grid.text(row, column))
      if (word !== '') words.push(word)
    }
    return words
  })
}

function repeatsHead({ grid, columnAt }: ListSheet, heads: HeadWords, row: number): boolean {
  let same = 0
  let other = 0
  for (const [at, column] of columnAt.entries()) {
    const words = heads[at] ?? []
    const is = column >= 0 && words.includes(normalLabel(grid.text(row, column)))
    if (is) same++
    // Nearly every row is none: a few cells say so.
    else if (++other * 2 >= columnAt.length) return false
  }
  return same >= 2
}

/** A total says so in its first cells, and names nobody. */
function isTotalRow(
  { grid, columns, columnAt }: ListSheet,
  row: number,
  anchors: readonly number[],
): boolean {
  const said = anchors.slice(0, 2).find((column) => saysTotal(grid.text(row, column)))
  const alone = anchors.find((column) => saysTotal(grid.text(row, column)))
  if (said === undefined && (alone === undefined || !onlyFigures(grid, row, anchors, alone)))
    return false
  const identity = columns.findIndex((column) => column.identity)
  const at = columnAt[identity] ?? -1
  return at < 0 || at === (said ?? alone) || grid.text(row, at) === ''
}

/** 合计 8 项, 共计：12个, 城区小计: a total with its count or its place; 其中 says a part of one. */
const WITH_COUNT =
  /^.{0,6}(?:小计|合计|总计|共计|累计|汇总)数?[:：]?(?:\d+(?:\.\d+)?[\p{Script=Han}]{0,3})?[。.]?$/u
const PART = /^其中(?:[:：]|[^项])/u

function saysTotal(text: string): boolean {
  // Each of its words has one of these; nearly no cell of a list has.
  if (!/[计总中]/u.test(text)) return false
  const plain = text.normalize('NFKC').replaceAll(/\s/gu, '')
  return isTotal(plain) || WITH_COUNT.test(plain) || PART.test(plain)
}

/** Whether nothing but figures stands beside a word in a row. */
function onlyFigures(
  grid: ListSheet['grid'],
  row: number,
  anchors: readonly number[],
  word: number,
): boolean {
  return anchors.every((column) => {
    const cell = grid.cell(row, column)
    return (
      column === word ||
      cell?.kind !== 'text' ||
      /^[\d,.\s/—-]*\p{Script=Han}{0,3}$/u.test(cell.value)
    )
  })
}
