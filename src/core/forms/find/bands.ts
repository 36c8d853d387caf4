import { isSpanning } from '../banner.ts'
import { captionsBeside } from './captions-beside.ts'
import { isExampleRow } from './example.ts'
import { headingRole, isFootLine, isYear, namesSchool } from '../furniture.ts'
import { isFigure, isMark } from './head.ts'
import { headingPath } from '../heading.ts'
import { isPrinted, saysItself } from './printed.ts'
import type { SheetGrid } from '../sheet-grid.ts'

/** Columns of one table among those that stand side by side under a header. */
export interface Band {
  stubs: number[]
  values: number[]
  /** Headings of columns under the same header that the county fills in itself. */
  printed: string[]
  /** Whether its rows have no labels: the school's name stands where they would. */
  school: boolean
}

interface Head {
  top: number
  bottom: number
}

type Kind = 'label' | 'most' | 'some' | 'room' | 'aside' | 'printed' | 'none'

const SCHOOL_CODE = /^(?:学校|单位|机构)?(?:[(（][^)）]*[)）])?(?:标识码|代码|编码)$/u
/** Headings of lists of people, by which a row is none of a school's. */
const PERSON = /^(?:姓名|(?:学生|教师|幼儿|职工)姓名|身份证(?:件)?号码?|学籍号)$/u

const dense = (text: string): string => text.replace(/[\s\u3000]+/gu, '')

/** Tables side by side under a header: stub columns, figures, stub columns again … */
export function bandsUnder(grid: SheetGrid, head: Head): Band[] {
  const first = firstColumn(grid, head)
  const leaves = new Map<number, string>()
  const kinds = new Map<number, Kind>()
  for (let column = first; column < grid.columnCount; column++) {
    if (continuesMerge(grid, column, head)) continue
    const leaf = headingPath(grid, column, head.top, head.bottom).at(-1) ?? ''
    leaves.set(column, leaf)
    kinds.set(column, kindOf(grid, column, head, leaf))
  }
  const columns = [...kinds.keys()]
  markPrinted(grid, head, leaves, kinds)
  const texts = columns.map((column) => dense(leaves.get(column) ?? ''))
  markFurtherLabels(columns, leaves, kinds, beginsApart(grid, head, columns, kinds))
  const last = lastStub(columns, kinds)
  // What one heading stands over is one stub, however many columns it has.
  const merge = last < 0 ? undefined : grid.merge(head.bottom, last)
  const bands =
    last < 0
      ? schoolBand(columns, texts, kinds)
      : split(columns, kinds, merge === undefined ? last : Math.max(last, merge.right))
  const printed = columns.flatMap((column) =>
    kinds.get(column) === 'printed' ? [leaves.get(column) ?? ''] : [],
  )
  return bands.map((band) => ({ ...band, printed }))
}

/** Marks what the county prints beside its rows: figures of its own, and words right of the first room. */
function markPrinted(
  grid: SheetGrid,
  head: Head,
  leaves: ReadonlyMap<number, string>,
  kinds: Map<number, Kind>,
): void {
  const rows = labelledRows(grid, head, kinds)
  const figures = [...kinds].filter(
    ([column, kind]) => kind === 'room' && isPrinted(grid, column, rows, leaves.get(column) ?? ''),
  )
  const rooms = [...kinds].filter(([, kind]) => kind === 'room').length
  // Where every figure is printed, the blank is one that was filled in for show.
  if (figures.length < rooms) for (const [column] of figures) kinds.set(column, 'printed')
  const labels = [...kinds].find(([, kind]) => kind === 'label')?.[0] ?? grid.columnCount
  let open = false
  for (const [column, kind] of kinds) {
    open ||= kind === 'room'
    const words = kind === 'label' || kind === 'most'
    if (!words || !saysItself(leaves.get(column) ?? '')) continue
    // 分值 typed as text is no label either, where labels stand left of it.
    const typed = column > labels && onlyFigures(grid, column, rows)
    if (open || typed) kinds.set(column, 'printed')
  }
}

function onlyFigures(grid: SheetGrid, column: number, rows: readonly number[]): boolean {
  const texts = rows.map((row) => grid.text(row, column)).filter((text) => text !== '')
  return texts.length >= 2 && texts.every(isFigure)
}

/** The rows below a header that have a label, down to the foot. */
function labelledRows(
  grid: SheetGrid,
  { bottom }: Head,
  kinds: ReadonlyMap<number, Kind>,
): number[] {
  const stubs = [...kinds].flatMap(([column, kind]) =>
    kind === 'label' || kind === 'most' || kind === 'some' ? [column] : [],
  )
  const rows: number[] = []
  for (let row = bottom + 1; row < grid.rowCount && row <= bottom + 60; row++) {
    const anchors = grid.anchors(row)
    if (isFootLine(anchors.map((at) => grid.text(row, at)))) break
    if (isSpanning(grid, row)) {
      if (rows.length > 0) break
    } else if (stubs.some((column) => grid.text(row, column) !== '')) rows.push(row)
  }
  return rows
}

/** Whether a heading merged over several columns, its data cells too, began further left. */
function continuesMerge(grid: SheetGrid, column: number, { bottom }: Head): boolean {
  const merge = grid.merge(bottom, column)
  if (merge === undefined || merge.left === column) return false
  for (let row = bottom + 1; row < grid.rowCount; row++) {
    if (grid.isAnchor(row, column) && grid.text(row, column) !== '') return false
  }
  return grid.text(bottom, column) !== ''
}

/** A corner may say nothing, and the labels below it begin left of the first heading. */
function firstColumn(grid: SheetGrid, { top, bottom }: Head): number {
  let first = grid.columnCount
  for (let row = top; row < grid.rowCount && row <= bottom + 60; row++) {
    const anchors = grid.anchors(row)
    const texts = anchors.map((column) => grid.text(row, column))
    if (row > bottom && isFootLine(texts)) break
    first = Math.min(first, anchors[0] ?? first)
  }
  return first
}

/** What the column under a heading holds: row labels, some of them, or room for figures. */
function kindOf(grid: SheetGrid, column: number, head: Head, leaf: string): Kind {
  const role = headingRole(leaf)
  if (role === 'code' || role === 'ordinal' || role === 'unit') return 'aside'
  const words = new Set<string>()
  let texts = 0
  let cells = 0
  let rooms = 0
  for (let row = head.bottom + 1; row < grid.rowCount && row <= head.bottom + 60; row++) {
    const anchors = grid.anchors(row)
    if (anchors.length === 0) continue
    if (isFootLine(anchors.map((at) => grid.text(row, at)))) break
    if (isExampleRow(grid, row)) continue
    if (isSpanning(grid, row)) {
      // A section's heading may stand right below the header ("一、学生"); a later one may begin another table.
      if (texts + rooms === 0) continue
      break
    }
    const text = grid.text(row, column)
    if (isRoom(grid, row, column)) rooms++
    else {
      texts++
      words.add(text)
      if (grid.isAnchor(row, column)) cells++
    }
  }
  if (leaf === '') return texts > 0 ? 'label' : 'none'
  // The same words in every row are a choice to tick, no labels.
  if (words.size === 1 && cells >= 2 && rooms === 0) return 'room'
  if (texts > rooms) return rooms === 0 ? 'label' : 'most'
  return texts >= 2 && role !== 'text' ? 'some' : 'room'
}

function isRoom(grid: SheetGrid, row: number, column: number): boolean {
  const cell = grid.cell(row, column)
  const text = grid.text(row, column)
  if (cell?.formula === undefined && isYear(text)) return false
  if (cell === undefined || cell.kind !== 'text' || cell.formula !== undefined) return true
  return text === '' || isMark(text)
}

/** The last stub column before the first figures, -1 for none; a column with few labels counts beside one with many. */
function lastStub(columns: number[], kinds: Map<number, Kind>): number {
  let last = -1
  let labelled = false
  for (const column of columns) {
    const kind = kinds.get(column)
    if (kind === 'room') break
    if (kind === 'aside' || kind === 'none' || kind === 'printed') continue
    if (kind !== 'some') labelled = true
    last = column
  }
  return labelled ? last : -1
}

function schoolBand(columns: number[], texts: string[], kinds: Map<number, Kind>): Band[] {
  const named = texts.findIndex(namesSchool)
  if (named < 0 || named > 4 || texts.some((text) => PERSON.test(text))) return []
  let end = named
  while (SCHOOL_CODE.test(texts[end + 1] ?? '')) end++
  const stubs = columns.slice(0, end + 1)
  const values = columns.slice(end + 1).filter((column) => {
    const kind = kinds.get(column)
    return kind !== 'aside' && kind !== 'printed'
  })
  return values.length === 0 ? [] : [{ stubs, values, printed: [], school: true }]
}

/** Parts the columns where labels begin again right of figures. */
function split(columns: number[], kinds: Map<number, Kind>, stubEnd: number): Band[] {
  const bands: Band[] = []
  let current: Band = { stubs: [], values: [], printed: [], school: false }
  columns.forEach((column, at) => {
    const kind = kinds.get(column)
    if (kind === 'printed') return
    if (column <= stubEnd) current.stubs.push(column)
    else if (kind === 'label' || (kind === 'aside' && labelsFollow(columns, kinds, at))) {
      if (current.values.length > 0) {
        bands.push(current)
        current = { stubs: [], values: [], printed: [], school: false }
      }
      current.stubs.push(column)
    } else if (kind === 'aside') current.stubs.push(column)
    else if (kind !== 'none') current.values.push(column)
  })
  bands.push(current)
  return bands.filter((band) => band.stubs.length > 0 && band.values.length > 0)
}

const LABELS = /(?:项目|名称|类别|科目|种类|来源|类型|年级|学段|指标|内容)$/u

/** Labels right of figures that end before the rows do (收入项目 | 金额 | 支出项目 | 金额) are labels still. */
function markFurtherLabels(
  columns: readonly number[],
  leaves: ReadonlyMap<number, string>,
  kinds: Map<number, Kind>,
  apart: ReadonlySet<number>,
): void {
  let open = false
  const stubs = new Set<string>()
  columns.forEach((column, at) => {
    const kind = kinds.get(column)
    const heading = dense(leaves.get(column) ?? '')
    open ||= kind === 'room'
    if (!open && kind === 'label') stubs.add(heading)
    const next = columns[at + 1]
    const words = kind === 'most' || (kind === 'some' && apart.has(column))
    if (!open || !words || next === undefined || kinds.get(next) !== 'room') return
    if (apart.has(column) || LABELS.test(heading) || stubs.has(heading)) kinds.set(column, 'label')
  })
}

/** Columns with which something new begins: below a caption of their own, or right of an empty column. */
function beginsApart(
  grid: SheetGrid,
  head: Head,
  columns: readonly number[],
  kinds: ReadonlyMap<number, Kind>,
): ReadonlySet<number> {
  const captions = captionsBeside(grid, head.top - 1)
  const gap = (at: number): boolean => at > 0 && kinds.get(columns[at - 1] ?? -1) === 'none'
  return new Set(columns.filter((column, at) => captions.has(column) || gap(at)))
}

/** Whether running numbers, codes or units lead to labels: they begin a further stub then. */
function labelsFollow(columns: number[], kinds: Map<number, Kind>, from: number): boolean {
  for (const column of columns.slice(from + 1)) {
    const kind = kinds.get(column)
    if (kind !== 'aside') return kind === 'label'
  }
  return false
}
