import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import type { CellObject, WorkBook } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { cellsIn } from './cells.ts'
import { countyInput } from './county.ts'
import { groupedInput } from './grouped.ts'
import { exportTo, scratch } from './export.ts'
import { LIBREOFFICE, resaved, withoutResults } from './libreoffice.ts'

const here = LIBREOFFICE !== null

/** `sheet!cell` → cell, for every cell with a formula. */
function formulas(book: WorkBook): Map<string, CellObject> {
  const found = new Map<string, CellObject>()
  for (const sheet of book.SheetNames) {
    for (const [address, cell] of cellsIn(book, sheet)) {
      if (cell.f !== undefined) found.set(`${sheet}!${address}`, cell)
    }
  }
  return found
}

/** Sums of decimals differ in the last bits between programs; 12 digits are far beyond any figure here. */
function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toPrecision(12)) : value
}

it.runIf(here)('LibreOffice works out every formula to the result that was stored', async () => {
  const folder = await scratch()
  const path = await exportTo(folder, countyInput())
  const bare = join(folder, 'bare.xlsx')
  const taken = await withoutResults(path, bare)
  const stored = formulas(read(await readFile(path), { type: 'buffer' }))
  const worked = read(await readFile(await resaved(bare)), { type: 'buffer' })
  expect(taken).toBe(stored.size)
  // 35 items: county form, 6 sums and differences, 6 groups; 2 in the summary.
  expect(stored.size).toBe(35 * (1 + 6 + 6) + 2)
  for (const [place, cell] of stored) {
    const [sheet = '', address = ''] = place.split('!')
    const other = cellsIn(worked, sheet).get(address)
    expect([place, rounded(other?.v)]).toEqual([place, rounded(cell.v)])
    expect([place, other?.f === undefined]).toEqual([place, false])
  }
})

it.runIf(here)(
  'LibreOffice works out groups and indicators to the results that were stored',
  async () => {
    const folder = await scratch()
    const path = await exportTo(folder, groupedInput())
    const bare = join(folder, 'bare.xlsx')
    await withoutResults(path, bare)
    const stored = formulas(read(await readFile(path), { type: 'buffer' }))
    const worked = read(await readFile(await resaved(bare)), { type: 'buffer' })
    const ours = [...stored].filter(([place]) => /^(?:分组_|指标)/u.test(place))
    expect(ours.length).toBeGreaterThan(40)
    for (const [place, cell] of ours) {
      const [sheet = '', address = ''] = place.split('!')
      const other = cellsIn(worked, sheet).get(address)
      expect([place, cell.f, rounded(other?.v)]).toEqual([place, cell.f, rounded(cell.v)])
    }
  },
)

it.runIf(here)('LibreOffice sees a changed school figure in the checks', async () => {
  const folder = await scratch()
  const input = countyInput()
  const [first, ...rest] = input.forms
  if (first === undefined) throw new Error('no form')
  // As if the program had added up wrongly: only a real recalculation can tell.
  const totals = first.totals.with(3, String(Number(first.totals[3]) + 5))
  const path = await exportTo(folder, { ...input, forms: [{ ...first, totals }, ...rest] })
  const bare = join(folder, 'bare.xlsx')
  await withoutResults(path, bare)
  const book = read(await readFile(await resaved(bare)), { type: 'buffer' })
  const check = cellsIn(book, '核对')
  expect(check.get('J13')?.v).toBe(-5)
  expect(check.get('C5')?.v).toBe(1)
  expect(check.get('C4')?.v).toBe('有不为 0 的差，见标红处')
})

it.runIf(!here)('LibreOffice absent: recalculation did not run', () => {
  console.warn('LibreOffice absent: the recalculation of 汇总表.xlsx did not run')
  expect(LIBREOFFICE).toBeNull()
})
