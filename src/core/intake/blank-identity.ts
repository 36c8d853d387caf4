import type { School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import { SheetGrid } from '../forms/sheet-grid.ts'
import type { PlacedText } from '../model/school-blank.ts'
import type { RawCell, SheetData } from '../model/sheet.ts'
import type { ReadContext } from '../ports.ts'
import { askedBy, readCover } from './cover.ts'
import { whoseIsIt } from './whose.ts'

/** What a blank is made out with: to whom it goes. */
export interface Addressee {
  school: School
  /** "" where the register does not say it. */
  town: string
}

/** A reporter's code; "" for one that has none and is known by its name. */
export function codeIn(school: School): string {
  const code = codeOf(school)
  return code === school.name ? '' : code
}

const TOWN_LABEL = /^(?:所在|所属)?(?:乡\s*镇|镇\s*街|乡镇街道|乡镇\s*[(（]街道[)）])[:：]?$/u
/** A line of more texts heads a table: what stands there is no field. */
const MOST_FIELDS = 4

type Field = 'code' | 'name' | 'town'

/**
 * Puts a school's code, name and town where a blank asks for them: into the empty cell beside the
 * label, else behind its colon. Only empty fields are filled, and only those that ask for nothing else.
 *
 * @returns what to write; `known` whether the workbook then says by itself, beyond doubt, whose it is
 */
export function addressed(
  sheets: readonly SheetData[],
  { school, town }: Addressee,
  context: ReadContext,
): { texts: PlacedText[]; known: boolean } {
  const values: Record<Field, string> = { code: codeIn(school), name: school.name, town }
  const texts = sheets.flatMap((sheet) => {
    const grid = new SheetGrid(sheet)
    return grid.textCells.flatMap(({ row, column, value }): PlacedText[] => {
      const field = fieldOf(value)
      if (field === null || values[field] === '' || !grid.isAnchor(row, column)) return []
      const place = placeFor(grid, row, column, value)
      if (place === null) return []
      const behind = place.column === column ? value.trimEnd() : ''
      return [{ sheet: sheet.name, ...place, text: `${behind}${values[field]}` }]
    })
  })
  return { texts, known: isKnown(withTexts(sheets, texts), school, context) }
}

/** Sheets with texts put into their cells. */
function withTexts(sheets: readonly SheetData[], texts: readonly PlacedText[]): SheetData[] {
  return sheets.map((sheet) => {
    const own = texts.filter((text) => text.sheet === sheet.name)
    if (own.length === 0) return sheet
    const cells = sheet.cells.map((line) => [...line])
    for (const { row, column, text } of own) {
      const line = (cells[row] ??= [])
      const cell: RawCell = { kind: 'text', value: text }
      line[column] = cell
    }
    const right = Math.max(...own.map(({ column }) => column + 1))
    return { ...sheet, cells, columnCount: Math.max(sheet.columnCount, right) }
  })
}

function fieldOf(text: string): Field | null {
  return TOWN_LABEL.test(text.trim()) ? 'town' : askedBy(text)
}

/** The cell for a field's value: the empty one beside its label, else behind the label's colon. */
function placeFor(
  grid: SheetGrid,
  row: number,
  column: number,
  label: string,
): { row: number; column: number } | null {
  const colon = /[:：]\s*$/u.test(label)
  const behind = colon ? { row, column } : null
  if (!colon && grid.anchors(row).length > MOST_FIELDS) return behind
  // A merged cell may reach beyond the last one with content.
  const behindCell = (at: number): number => (grid.merge(row, at)?.right ?? at) + 1
  let next = behindCell(column)
  // A form's row code may stand between the label and its value.
  if (/^\d{1,3}$/u.test(grid.text(row, next))) next = behindCell(next)
  const free = grid.text(row, next) === '' && grid.isAnchor(row, next)
  if (!free || grid.cell(row, next)?.formula !== undefined) return behind
  // Beside a heading of a table there is a further column, not the value of a field.
  const above = grid.text(row - 1, next)
  if (!colon && above !== '' && !/^\d{1,3}$/u.test(above)) return behind
  // Behind the last cell with content a box is known by its merged cells; a label without colon needs none.
  const room = next < grid.columnCount || grid.merge(row, next) !== undefined || !colon
  return room ? { row, column: next } : behind
}

function isKnown(sheets: readonly SheetData[], school: School, context: ReadContext): boolean {
  const { codes, names, stamps, asksForCode } = readCover(sheets.map((one) => new SheetGrid(one)))
  const values = (found: { value: string }[]): string[] => found.map(({ value }) => value)
  const said = { codes: values(codes), names: values(names), stamps: values(stamps), asksForCode }
  const { schools, config, forms } = context
  const found = whoseIsIt({ said, path: '', sentTo: null }, { schools, config, forms }, null)
  const coded = said.codes.length > 0 || codeIn(school) === ''
  return found.school === school.id && found.reasons.length === 0 && coded
}
