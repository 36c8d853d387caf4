import { a1 } from '../model/address.ts'
import { textAt } from '../model/sheet.ts'
import type { SheetData, WorkbookData } from '../model/sheet.ts'
import { asksForName, asksForTelephone, looksLikeName, marksIn } from './marks.ts'
import type { PersonalKind } from './marks.ts'

/** Something of a person in a cell. */
export interface PersonalCell {
  kind: PersonalKind
  sheet: string
  cell: string
  text: string
}

/** What forms print below a heading: the column's number. */
const COLUMN_NUMBER = /^(?:\d{1,3}|[甲乙丙丁戊])$/u

/** A column of names ends where this many rows say nothing. */
const GAP = 3

/**
 * Whatever tells who a person is in a workbook, wherever it stands: numbers by their shape; names and
 * telephone numbers also below or right of a label that asks for them.
 */
export function personalIn({ sheets }: WorkbookData): PersonalCell[] {
  return sheets.flatMap(inSheet)
}

function inSheet(sheet: SheetData): PersonalCell[] {
  const found = new Map<string, PersonalCell>()
  const put = (kind: PersonalKind, row: number, column: number, text: string): void => {
    const cell = a1(row, column)
    found.set(`${kind} ${cell} ${text}`, { kind, sheet: sheet.name, cell, text })
  }
  sheet.cells.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell === undefined || cell.value === '') return
      // A figure of eleven places is none's telephone unless its label says so.
      if (cell.kind === 'text')
        for (const { kind, text } of marksIn(cell.value)) put(kind, row, column, text)
      if (cell.kind !== 'text' || cell.value.length > 20) return
      const kind = asksForName(cell.value)
        ? 'name'
        : asksForTelephone(cell.value)
          ? 'telephone'
          : null
      if (kind === null) return
      for (const [at, beside] of answers(sheet, row, column, kind)) {
        const text = textAt(sheet, at, beside).trim()
        if (fits(kind, text)) put(kind, at, beside, text)
      }
    })
  })
  return [...found.values()]
}

/**
 * Cells that may answer a label: the next one to its right, and, where the first one below it fits, those
 * below as far as they go. What stands below the label of one answer is another label.
 */
function* answers(
  sheet: SheetData,
  row: number,
  column: number,
  kind: 'name' | 'telephone',
): Generator<[number, number]> {
  for (let right = column + 1; right < Math.min(sheet.columnCount, column + 6); right += 1)
    if (textAt(sheet, row, right) !== '') {
      yield [row, right]
      break
    }
  let empty = 0
  let any = false
  for (let below = row + 1; below < sheet.rowCount && empty < GAP; below += 1) {
    const text = textAt(sheet, below, column).trim()
    empty = text === '' ? empty + 1 : 0
    if (text === '' || (!any && COLUMN_NUMBER.test(text))) continue
    if (!any && !fits(kind, text)) return
    any = true
    yield [below, column]
  }
}

/** What no person is called, though it has the length of a name. */
const NO_NAME =
  /^(?:合计|总计|小计|男|女|.*(?:姓名|电话|性别|单位|学校|部门|职务|备注|日期|负责人|填表人|联系人|号码|民族|学历|职称|人数|说明))$/u

function fits(kind: 'name' | 'telephone', text: string): boolean {
  if (kind === 'name') return looksLikeName(text) && !NO_NAME.test(text)
  return /^[\d\s()（）+—－-]{7,20}$/u.test(text) && text.replaceAll(/\D/gu, '').length >= 7
}
