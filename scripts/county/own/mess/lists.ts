import type { Draft } from '../../draft.ts'
import type { Random } from '../../random.ts'
import { insertRow, merge, put, putText, removeColumn } from '../../sheet.ts'
import type { MadeList, MadeSheet } from '../../sheet.ts'

function listOf(draft: Draft): { sheet: MadeSheet; made: MadeList } | null {
  for (const sheet of draft.sheets) {
    const [made] = sheet.lists
    if (made && made.lines.length >= 4) return { sheet, made }
  }
  return null
}

/** Does something to the list of a draft; false where it has none of any length. */
function withList(draft: Draft, change: (sheet: MadeSheet, made: MadeList) => void): boolean {
  const found = listOf(draft)
  if (found === null) return false
  change(found.sheet, found.made)
  return true
}

const lastRow = ({ rows, lines }: MadeList) => rows[lines.length - 1] ?? 0
const middle = (random: Random, { rows, lines }: MadeList) =>
  rows[random.int(1, lines.length - 1)] ?? 0

export function blankRows(random: Random, draft: Draft): boolean {
  return withList(draft, (sheet, made) => {
    for (let i = 0; i < 2; i++) insertRow(sheet, middle(random, made))
  })
}

/** The heading again among the rows. */
export function pageHeads(random: Random, draft: Draft): boolean {
  return withList(draft, (sheet, made) => {
    const at = middle(random, made)
    insertRow(sheet, at)
    sheet.cells[at] = [...(sheet.cells[made.headRow] ?? [])]
  })
}

/** A total below the rows, as text and number. */
export function total(draft: Draft): boolean {
  return withList(draft, (sheet, made) => {
    const at = lastRow(made) + 1
    insertRow(sheet, at)
    putText(sheet, at, made.firstColumn, '合计')
    putText(sheet, at, made.firstColumn + 1, `${made.lines.length}人`)
    const column = made.list.columns.findIndex(({ kind }) => kind === 'number')
    const sum = made.lines.reduce((all, line) => all + Number(line[column - 1] ?? 0), 0)
    put(sheet, at, made.firstColumn + column, { kind: 'number', value: String(sum) })
  })
}

export function deleteOrdinal(draft: Draft): boolean {
  return withList(draft, (sheet, made) => {
    sheet.merges = []
    const title = sheet.slots.find((slot) => slot.row < made.headRow)
    for (let row = 0; row < made.headRow; row++) {
      put(sheet, row, 1, sheet.cells[row]?.[0])
    }
    if (title) title.column = 1
    for (const slot of sheet.slots) slot.column = Math.max(1, slot.column)
    removeColumn(sheet, made.firstColumn)
  })
}

/** Two columns of the list change places, heading and all. */
export function moveColumns(random: Random, draft: Draft): boolean {
  return withList(draft, (sheet, made) => {
    const left = made.firstColumn + random.int(2, made.list.columns.length - 3)
    for (const row of [made.headRow, ...made.rows]) {
      const line = (sheet.cells[row] ??= [])
      const [a, b] = [line[left], line[left + 1]]
      line[left] = b
      line[left + 1] = a
    }
  })
}

const WAYS: ((year: string, month: string) => string)[] = [
  (year, month) => `${year}.${month}`,
  (year, month) => `${year}${month}`,
  (year, month) => `${year}年${String(Number(month))}月`,
  (year, month) => `${year}/${String(Number(month))}`,
]

/** Months typed as schools type them: 1985.03, 198503, 1985年3月. */
export function dates(random: Random, draft: Draft): boolean {
  return withList(draft, (sheet, made) => {
    const column = made.list.columns.findIndex(({ kind }) => kind === 'date')
    made.lines.forEach((line, i) => {
      const [year = '', month = ''] = (line[column - 1] ?? '').split('-')
      const text = random.pick(WAYS)(year, month)
      putText(sheet, made.rows[i] ?? 0, made.firstColumn + column, text)
    })
  })
}

/** A line among the rows that names a group of them. */
export function sections(random: Random, draft: Draft): boolean {
  return withList(draft, (sheet, made) => {
    const at = middle(random, made)
    insertRow(sheet, at)
    putText(sheet, at, made.firstColumn, '二、其他人员')
    merge(sheet, at, made.firstColumn, at, made.firstColumn + made.list.columns.length - 1)
  })
}

export function reserved(draft: Draft): boolean {
  return withList(draft, (sheet, made) => {
    const at = lastRow(made) + 1
    insertRow(sheet, at)
    putText(sheet, at, made.firstColumn, '……')
  })
}
