import type { Form } from '../../shared/model.ts'
import { crossingAt } from '../../shared/item-place.ts'
import { itemAddress } from '../model/address.ts'
import type { SheetData, WorkbookData } from '../model/sheet.ts'
import { detectTables } from './find/detect.ts'
import type { DetectedTable } from './find/detected.ts'
import { translateFormula } from './formula.ts'
import { detectList } from './lists/detect-list.ts'
import { learnedList } from './lists/learned-list.ts'
import { learnCard } from './learn-card.ts'
import { learnGrid } from './learn-grid.ts'
import { joinPages } from './find/pages.ts'
import { SheetGrid } from './sheet-grid.ts'
import { placeKey } from '../model/place-key.ts'

/** A blank workbook by its file name. */
export interface BlankWorkbook {
  name: string
  workbook: WorkbookData
}

/** A table as learned from one blank workbook, before it is merged with the same table of others. */
export interface LearnedTable {
  workbook: string
  sheet: string
  form: Form
}

/**
 * Learns every table of a blank return workbook from the workbook itself: nothing is told to it.
 *
 * @param notApplicable mark in the blank form for a cell that is no item, usually "*"
 * @returns tables in sheet order; sheets without a table (cover, notes) give none
 */
export function learnWorkbook(blank: BlankWorkbook, notApplicable: string): LearnedTable[] {
  const taken = new Set<string>()
  const lists: LearnedTable[] = []
  const learned = blank.workbook.sheets.flatMap((sheet) => {
    const grid = new SheetGrid(sheet)
    const list = detectList(grid)
    if (list !== null) {
      const id = uniqueId(sheet.name.trim(), taken)
      lists.push(learnedList(blank.name, sheet.name, id, list, taken.size - 1))
      return []
    }
    return joinPages(grid, withUnits(detectTables(grid))).flatMap((pages) => {
      const [first] = pages
      if (first === undefined) return []
      const where = { workbook: blank.name, order: taken.size, notApplicable }
      const form =
        first.table.shape === 'card'
          ? learnCard(grid, first.table, where)
          : learnGrid(grid, pages, where)
      const id = uniqueId(first.table.number ?? sheet.name.trim(), taken)
      return [{ workbook: blank.name, sheet: sheet.name, form: { ...form, id } }]
    })
  })
  const places = placesOf(learned)
  const tables = learned.map((table) => ({ ...table, form: withFormulas(blank, table, places) }))
  return [...tables, ...lists].sort((a, b) => orderOf(a) - orderOf(b))
}

/** A unit above the first of several tables of a sheet holds for those below it that print none. */
function withUnits(tables: DetectedTable[]): DetectedTable[] {
  let unitText: string | null = null
  return tables.map((table) => {
    unitText = table.unitText ?? unitText
    return { ...table, unitText }
  })
}

const orderOf = ({ form }: LearnedTable): number => form.editions[0]?.order ?? 0

function uniqueId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${String(n)}`
  taken.add(id)
  return id
}

/** Sheet cell → item address, for every table of a workbook. */
type Places = Map<string, Map<number, string>>

function placesOf(learned: LearnedTable[]): Places {
  const places: Places = new Map()
  for (const { sheet, form } of learned) {
    const cells = places.get(sheet) ?? new Map<number, string>()
    const [edition] = form.editions
    form.rows.forEach((row, r) => {
      form.columns.forEach((column, c) => {
        const at = edition === undefined ? null : crossingAt(edition, r, c)
        if (at === null || at.row < 0 || at.column < 0) return
        cells.set(placeKey(at.row, at.column), itemAddress(form.id, row.code, column.code))
      })
    })
    places.set(sheet, cells)
  }
  return places
}

function withFormulas(blank: BlankWorkbook, table: LearnedTable, places: Places): Form {
  const { form } = table
  const sheet = blank.workbook.sheets.find((s) => s.name === table.sheet)
  const [edition] = form.editions
  if (sheet === undefined || edition === undefined) return form
  return {
    ...form,
    items: form.items.map((item) => {
      const at = crossingAt(edition, item.row, item.column)
      return { ...item, formula: formulaAt(sheet, at.row, at.column, places) }
    }),
  }
}

function formulaAt(sheet: SheetData, row: number, column: number, places: Places): string | null {
  const formula = sheet.cells[row]?.[column]?.formula
  if (formula === undefined) return null
  return translateFormula(
    formula,
    sheet.name,
    (name, r, c) => places.get(name)?.get(placeKey(r, c)) ?? null,
  )
}
