import type { PaperCell } from '../../shared/paper.ts'
import type { Form, FormEdition } from '../../shared/model.ts'
import { isFoot, isMeta } from './furniture.ts'
import { headingsOf } from './lists/detect-list.ts'
import type { SheetGrid } from './sheet-grid.ts'

/** What a cell that holds no item is on paper; of a list's headings also which column it heads. */
export interface CellRole {
  role: PaperCell['role']
  listColumn?: number
}

/** A part of the table on one sheet: where its figures stand. */
interface Block {
  top: number
  bottom: number
  firstValue: number
  lastValue: number
}

/** Tells of each cell of a sheet that holds no item what it is: title, heading, label, foot … */
export function rolesOn(
  grid: SheetGrid,
  form: Form,
  edition: FormEdition,
): (row: number, column: number) => CellRole {
  if (form.list !== undefined) return listRoles(grid, form)
  const blocks = blocksOn(edition, grid.sheet.name)
  const top = Math.min(...blocks.map((block) => block.top))
  const bottom = Math.max(...blocks.map((block) => block.bottom))
  return (row, column) => {
    const text = grid.text(row, column)
    if (row > bottom) return { role: text === '' ? 'none' : 'foot' }
    const beside = blocks
      .filter((block) => row >= block.top && row <= block.bottom && column <= block.lastValue)
      .sort((a, b) => a.lastValue - b.lastValue)[0]
    if (beside !== undefined) return { role: roleBeside(form, beside, column, text) }
    if (blocks.some((block) => row >= block.top && row <= block.bottom)) return { role: 'none' }
    return { role: roleAbove(grid, row, text, row < top) }
  }
}

/** The parts of the table on a sheet; a card's lines, which are pages too, are one. */
function blocksOn(edition: FormEdition, sheet: string): Block[] {
  const pages = edition.pages ?? [edition]
  return pages.flatMap((page) => {
    if ((page.sheet ?? edition.sheet) !== sheet) return []
    const rows = page.rowAt.filter((row) => row >= 0)
    const columns = page.columnAt.filter((column) => column >= 0)
    if (rows.length === 0 || columns.length === 0) return []
    return {
      top: Math.min(...rows),
      bottom: Math.max(...rows),
      firstValue: Math.min(...columns),
      lastValue: Math.max(...columns),
    }
  })
}

/** In a row of figures: left of them the row's labels and code. On a card labels stand everywhere. */
function roleBeside(form: Form, block: Block, column: number, text: string): PaperCell['role'] {
  if (form.shape === 'card') return text === '' ? 'none' : 'label'
  if (column >= block.firstValue) return 'none'
  return /^\d{1,3}$/.test(text) && column === block.firstValue - 1 ? 'code' : 'label'
}

/** Above a table, or between two pages of it: headings, and the lines of the form's own. */
function roleAbove(grid: SheetGrid, row: number, text: string, first: boolean): PaperCell['role'] {
  if (isMeta(text) || isFoot(text)) return 'meta'
  const anchors = grid.anchors(row)
  if (anchors.length === 1 && text !== '') return first && row <= 2 ? 'title' : 'meta'
  return anchors.length === 0 ? 'none' : 'heading'
}

/** A list is its headings: what stands below them is not printed. */
function listRoles(grid: SheetGrid, form: Form): (row: number, column: number) => CellRole {
  const list = headingsOf(grid, form.list?.columns ?? [])
  const headTop = list?.headTop ?? 0
  const headBottom = list?.headBottom ?? 0
  return (row, column) => {
    const text = grid.text(row, column)
    if (list === null || row < headTop) return { role: roleAbove(grid, row, text, true) }
    if (row > headBottom) return { role: text === '' ? 'none' : 'foot' }
    const at = list.columnAt.indexOf(column)
    return at >= 0 ? { role: 'heading', listColumn: at } : { role: 'heading' }
  }
}
