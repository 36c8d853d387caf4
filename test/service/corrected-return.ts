import ExcelJS from 'exceljs'

/**
 * A made return as its school sends it again: dated later, with another figure in one cell.
 *
 * @param bytes the return as it was sent first
 */
export async function correctedReturn(
  bytes: Uint8Array,
  source: { sheet: string; cell: string },
  figure: number,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (typeof cell.value !== 'string') return
        cell.value = cell.value.replace(/2025([年.-])0?9([月.-])\d{1,2}/u, '2025$109$228')
      }),
    )
  }
  const cell = book.getWorksheet(source.sheet)?.getCell(source.cell)
  if (cell === undefined) throw new Error(`no cell ${source.sheet} ${source.cell}`)
  cell.value = figure
  return new Uint8Array(await book.xlsx.writeBuffer())
}
