import type { ListColumn } from '../../../shared/lists.ts'
import { isSpanning } from '../banner.ts'
import { isExampleRow } from '../find/example.ts'
import { headingRole, isFoot, isFootLine, isMeta, namesSchool } from '../furniture.ts'
import { headingPath } from '../heading.ts'
import { isSigned, isTotal } from '../list-rows.ts'
import type { SheetGrid } from '../sheet-grid.ts'
import { listColumn, namesOneByOne } from './list-column.ts'
import { unitOfColumn } from './list-units.ts'

/** A list found on a blank sheet. Rows and columns are sheet rows and columns from 0. */
export interface DetectedList {
  title: string
  headTop: number
  headBottom: number
  columns: ListColumn[]
  columnAt: number[]
}

const LIST_TITLE = /花名册|名册|名单|清册|台账|登记[表册]|明细[表册]?$|一览表/u
const MOST_HEAD_ROWS = 4
/** Rows counted in advance, or left empty above a total, by which a list is one whatever it is called. */
const LEAST_FREE = 2

/**
 * The list that a blank sheet asks for: headings with nothing but free rows below them, where the
 * title or a heading says that persons or things are to be named one by one. One row for each
 * school (headed 学校名称, without 姓名 and the like) is a table.
 *
 * @returns null where the sheet is none
 */
export function detectList(grid: SheetGrid): DetectedList | null {
  for (let top = 0; top < grid.rowCount; top++) {
    const head = headAt(grid, top)
    if (head === null) continue
    const { headBottom, paths, ordinals } = head
    const free = freeBelow(grid, headBottom, ordinals)
    if (free === null) return null
    const title = titleAbove(grid, top)
    const headings = paths.map(({ path }) => path.join('·'))
    const one = headings.some(namesOneByOne)
    const named = LIST_TITLE.test(title) || LIST_TITLE.test(grid.sheet.name)
    const ofSchools = headings.some(namesSchool)
    if (!one && (ofSchools || (!named && free < LEAST_FREE))) return null
    return {
      title,
      headTop: top,
      headBottom,
      columns: paths.map(({ column, path }) => {
        const said = listColumn(path, grid.rule(headBottom + 1, column))
        const derived = said.kind === 'text' && isWorkedOut(grid, headBottom, column)
        const asked = derived ? { ...said, kind: 'number' as const } : said
        if (asked.kind !== 'number' || asked.unit !== null) return asked
        return { ...asked, unit: unitOfColumn(grid, top, path) }
      }),
      columnAt: paths.map(({ column }) => column),
    }
  }
  return null
}

/** The columns of a list whose headings begin in a row; null where no headings stand there. */
export function columnsUnder(grid: SheetGrid, top: number): ListColumn[] | null {
  return headAt(grid, top)?.paths.map(({ path }) => listColumn(path)) ?? null
}

/** Where on a sheet a known list's headings stand; null where fewer than half of them do. */
export function headingsOf(
  grid: SheetGrid,
  columns: readonly ListColumn[],
): { headTop: number; headBottom: number; columnAt: number[] } | null {
  for (let top = 0; top < grid.rowCount; top++) {
    const head = headAt(grid, top)
    if (head === null) continue
    const found = head.paths.map(({ path }) => listColumn(path).heading)
    const columnAt = columns.map(({ heading }) => head.paths[found.indexOf(heading)]?.column ?? -1)
    if (columnAt.filter((at) => at >= 0).length * 2 < columns.length) continue
    return { headTop: top, headBottom: head.headBottom, columnAt }
  }
  return null
}

interface Head {
  headBottom: number
  paths: { column: number; path: string[] }[]
  ordinals: ReadonlySet<number>
}

/** Headings that begin in a row: at least three different words, none a field of the form's own head or foot. */
function headAt(grid: SheetGrid, top: number): Head | null {
  const anchors = grid.anchors(top)
  if (anchors.length < 3) return null
  const texts = anchors.map((column) => grid.text(top, column))
  // 联系电话 is asked for of every person too: only a line of such words is the form's foot.
  if (isFootLine(texts) || texts.some((text) => isMeta(text) || text.length > 24)) return null
  if (texts.some((text) => /^[\d.,%]+$/u.test(text)) || new Set(texts).size < texts.length)
    return null
  let headBottom = top
  for (const column of anchors) {
    headBottom = Math.max(headBottom, grid.merge(top, column)?.bottom ?? top)
  }
  if (headBottom - top >= MOST_HEAD_ROWS) return null
  const ordinals = new Set<number>()
  const paths: Head['paths'] = []
  for (let column = anchors[0] ?? 0; column < grid.columnCount; column++) {
    const path = headingPath(grid, column, top, headBottom)
    const leaf = path.at(-1)
    if (leaf === undefined) continue
    if (headingRole(leaf) === 'ordinal' || countsRows(grid, headBottom, column, leaf))
      ordinals.add(column)
    else paths.push({ column, path })
  }
  return paths.length < 2 ? null : { headBottom, paths, ordinals }
}

/** Whether the form prints running numbers under 编号, as others do under 序号. */
function countsRows(grid: SheetGrid, headBottom: number, column: number, leaf: string): boolean {
  if (headingRole(leaf) !== 'code') return false
  const texts = [1, 2].map((down) => grid.text(headBottom + down, column))
  return texts[0] === '1' && (texts[1] === '2' || texts[1] === '')
}

/**
 * How many of the rows below a heading the form has made out as rows: counted in advance, or left empty above a
 * total. Null where they are not free: more than a running number, an example, dots or the form's own
 * formulas stands in them.
 */
function freeBelow(
  grid: SheetGrid,
  headBottom: number,
  ordinals: ReadonlySet<number>,
): number | null {
  let counted = 0
  let empty = 0
  for (let row = headBottom + 1; row < grid.rowCount; row++) {
    const anchors = grid.anchors(row)
    const first = anchors[0]
    if (first === undefined) {
      empty++
      continue
    }
    const text = grid.text(row, first)
    if (isFoot(text) || isSigned(text) || isMeta(text) || isSpanning(grid, row)) return counted
    if (isReserved(text) || isExampleRow(grid, row)) continue
    if (isTotalRow(grid, row)) {
      counted += empty
      continue
    }
    const typed = anchors.filter((column) => grid.cell(row, column)?.formula === undefined)
    if (typed.some((column) => !ordinals.has(column))) return null
    counted++
  }
  return counted
}

/** A total below the free rows: nothing else stands on it but the form's own sums. */
function isTotalRow(grid: SheetGrid, row: number): boolean {
  const anchors = grid.anchors(row)
  const said = anchors.findIndex((column) => isTotal(grid.text(row, column)))
  if (said < 0 || said > 1) return false
  return anchors.slice(said + 1).every((column) => {
    const cell = grid.cell(row, column)
    return cell?.formula !== undefined || cell?.kind === 'number' || grid.text(row, column) === '—'
  })
}

/** Whether the form works a column out, in its rows or in a total below them. */
function isWorkedOut(grid: SheetGrid, headBottom: number, column: number): boolean {
  for (let row = headBottom + 1; row < grid.rowCount; row++) {
    if (grid.cell(row, column)?.formula !== undefined) return true
  }
  return false
}

/** Dots that leave room for more rows. */
export function isReserved(text: string): boolean {
  return /^(?:…+|[.。·]{3,})$/u.test(text.replaceAll(/\s/gu, ''))
}

/** The last line over the whole width above a heading that is no field of the form. */
function titleAbove(grid: SheetGrid, top: number): string {
  let title = ''
  for (let row = 0; row < top; row++) {
    const [only, ...others] = grid.anchors(row)
    if (only === undefined || others.length > 0) continue
    const text = grid.text(row, only)
    if (!isMeta(text) && !/^附[件表]/u.test(text) && title === '') title = text
  }
  return title
}
