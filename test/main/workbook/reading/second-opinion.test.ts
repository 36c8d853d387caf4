import { read } from '@e965/xlsx'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { sheetsOf } from './made.ts'

/** A workbook with what school returns are made of, written by another library. */
async function written(): Promise<Uint8Array> {
  const book = new exceljs.Workbook()
  for (const name of ['封面', '教基3112', '教基4149']) {
    const sheet = book.addWorksheet(name)
    sheet.mergeCells('A1:H1')
    sheet.getCell('A1').value = `${name} 学生数`
    for (let r = 2; r < 60; r += 1) {
      for (let c = 1; c < 9; c += 1) {
        const cell = sheet.getCell(r, c)
        const kind = (r * 7 + c) % 8
        if (kind === 0) cell.value = r * c
        else if (kind === 1) cell.value = r / 7
        else if (kind === 2) cell.value = `  其中：女 ${r}<&>`
        else if (kind === 3) cell.value = { formula: `A${r}+1`, result: 0 }
        else if (kind === 4) cell.value = { richText: [{ text: '张' }, { text: '三' }] }
        else if (kind === 5) cell.value = r % 2 === 0
        else if (kind === 6) cell.value = { error: '#N/A' }
      }
    }
    sheet.getRow(5).hidden = true
    sheet.getColumn(2).hidden = true
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test('every cell is as a second library reads it', async () => {
  const bytes = await written()
  const other = read(bytes, { type: 'buffer', dense: true, cellFormula: true })
  const sheets = sheetsOf(bytes)
  expect(sheets.map((sheet) => sheet.name)).toEqual(other.SheetNames)
  let cells = 0
  for (const sheet of sheets) {
    const theirs = other.Sheets[sheet.name]?.['!data'] ?? []
    for (let row = 0; row < Math.max(theirs.length, sheet.rowCount); row += 1) {
      for (let column = 0; column < 12; column += 1) {
        const [ours, cell] = [sheet.cells[row]?.[column], theirs[row]?.[column]]
        const value = cell?.t === 'n' ? Number(Number(cell.v).toPrecision(15)) : cell?.v
        const text =
          cell?.t === 'e'
            ? cell.w
            : typeof value === 'boolean'
              ? String(value).toUpperCase()
              : value
        expect(ours?.value, `${sheet.name} ${row},${column}`).toBe(
          text === undefined ? undefined : String(text),
        )
        expect(ours?.formula).toBe(cell?.f)
        if (ours !== undefined) cells += 1
      }
    }
    expect(sheet).toMatchObject({ hiddenRows: [4], hiddenColumns: [1] })
  }
  expect(cells).toBeGreaterThan(1_000)
})

test('a formula that was written without its result is told apart from one with 0', async () => {
  const book = new exceljs.Workbook()
  const sheet = book.addWorksheet('表')
  sheet.getCell('A1').value = { formula: 'SUM(B1:C1)' }
  sheet.getCell('A2').value = { formula: 'SUM(B2:C2)', result: 0 }
  const [read1] = sheetsOf(new Uint8Array(await book.xlsx.writeBuffer()))
  expect(read1?.cells.map((row) => row[0])).toEqual([
    { kind: 'text', value: '', noResult: true, formula: 'SUM(B1:C1)' },
    { kind: 'number', value: '0', formula: 'SUM(B2:C2)' },
  ])
})
