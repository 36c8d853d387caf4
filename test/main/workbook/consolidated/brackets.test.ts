import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inExcel } from '../../../../src/core/adding/in-excel.ts'
import { parseExpression } from '../../../../src/core/rules/parse.ts'
import { makePlan } from '../../../../src/main/workbook/consolidated/plan.ts'
import type { Plan } from '../../../../src/main/workbook/consolidated/plan.ts'
import { sideFormula } from '../../../../src/main/workbook/consolidated/side-formula.ts'
import { wordsFor } from '../../../../src/main/workbook/consolidated/words.ts'
import { excelValue } from '../../../support/excel-text.ts'
import { madeForm } from '../../../support/form.ts'
import { cellsIn } from './cells.ts'
import { scratch } from './export.ts'
import { groupedInput } from './grouped.ts'
import { LIBREOFFICE, resaved } from './libreoffice.ts'

/** An expression with every bracket written out, and what it comes to. */
interface Meant {
  text: string
  value: number
}

type Join = (a: Meant, b: Meant) => Meant
const joined =
  (sign: string, work: (a: number, b: number) => number): Join =>
  (a, b) => ({ text: `(${a.text} ${sign} ${b.text})`, value: work(a.value, b.value) })
const ADD = joined('+', (a, b) => a + b)
const LESS = joined('-', (a, b) => a - b)
const TIMES = joined('*', (a, b) => a * b)
const OVER = joined('/', (a, b) => a / b)

/** Expressions over some leaves, up to five deep. */
function expressions(leaf: fc.Arbitrary<Meant>, joins: Join[], factor: fc.Arbitrary<Meant>) {
  return fc.letrec<{ any: Meant; pair: Meant; minus: Meant; many: Meant }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      leaf,
      tie('pair'),
      tie('minus'),
      tie('many'),
    ),
    pair: fc
      .tuple(fc.constantFrom(...joins), tie('any'), tie('any'))
      .map(([join, a, b]) => join(a, b)),
    minus: tie('any').map(({ text, value }) => ({ text: `(-${text})`, value: -value })),
    many: fc.tuple(factor, tie('any')).map(([by, one]) => TIMES(one, by)),
  })).any
}

const NUMBER = fc.integer({ min: 2, max: 9 }).map((n) => ({ text: String(n), value: n }))

/** As near as decimals that were added in another order come. */
const near = (value: number): string => value.toPrecision(9)

test('a side of an indicator, written for Excel, comes to what its brackets mean', () => {
  const plan = makePlan(groupedInput(), wordsFor('zh'), () => null)
  const items = ['01,1', '01,2', '02,5', '03,2', '04,1'].map((code): Meant => {
    const text = `教基3112[${code}]`
    const worked = sideFormula({ kind: 'sum', expr: text, where: null }, plan)
    if (worked === null) throw new Error(text)
    return { text, value: excelValue(worked.formula, (range) => schoolsOf(plan, range)) }
  })
  expect(new Set(items.map(({ value }) => value)).size).toBe(items.length)
  const leaf = fc.constantFrom(...items)
  fc.assert(
    fc.property(expressions(leaf, [ADD, LESS], NUMBER), ({ text, value }) => {
      const worked = sideFormula({ kind: 'sum', expr: text, where: null }, plan)
      if (worked === null) throw new Error(`not written: ${text}`)
      const { formula, result } = worked
      const got = excelValue(formula, (range) => schoolsOf(plan, range))
      expect([formula, near(got)]).toEqual([formula, near(value)])
      expect([formula, near(Number(result))]).toEqual([formula, near(value)])
    }),
    { numRuns: 300 },
  )
})

const form = madeForm({ id: '表', rows: ['一', '二'], columns: ['1', '2', '3'] })
const FIGURES = [3, 5, 7, 11, 13, 17]
const CELLS = form.items.map((item, index) => ({
  text: `表[${form.rows[item.row]?.code ?? ''},${form.columns[item.column]?.code ?? ''}]`,
  value: FIGURES[index] ?? 0,
}))
const FORMULAS = expressions(
  fc.oneof(fc.constantFrom(...CELLS), NUMBER),
  [ADD, LESS, TIMES, OVER],
  NUMBER,
)

/** Written for Excel over $A$1, $A$2 …, in the order of the items. */
function written({ text }: Meant): string {
  const parsed = parseExpression(text, ['表'])
  if (!parsed.ok) throw new Error(text)
  const formula = inExcel(
    parsed.expr,
    () => form,
    (_, at) => `$A$${String(at + 1)}`,
  )
  if (formula === null) throw new Error(`not written: ${text}`)
  return formula
}

test('a form’s own formula, written over sums for Excel, comes to what its brackets mean', () => {
  const figure = (cell: string): number[] => [FIGURES[Number(cell.slice(3)) - 1] ?? Number.NaN]
  fc.assert(
    fc.property(FORMULAS, (meant) => {
      const formula = written(meant)
      expect([formula, near(excelValue(formula, figure))]).toEqual([formula, near(meant.value)])
    }),
    { numRuns: 500 },
  )
})

const here = LIBREOFFICE !== null

test.runIf(here)('LibreOffice works the same formulas out to the same figures', async () => {
  const folder = await scratch()
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('表')
  FIGURES.forEach((figure, index) => {
    sheet.getCell(index + 1, 1).value = figure
  })
  const sample = fc.sample(FORMULAS, 400).filter(({ value }) => Number.isFinite(value))
  sample.forEach((meant, index) => {
    sheet.getCell(index + 1, 2).value = { formula: written(meant) }
  })
  const path = join(folder, 'formulas.xlsx')
  await book.xlsx.writeFile(path)
  const cells = cellsIn(read(await readFile(await resaved(path)), { type: 'buffer' }), '表')
  const got = sample.map((_, index) => near(Number(cells.get(`B${String(index + 1)}`)?.v)))
  expect(got).toEqual(sample.map(({ value }) => near(value)))
})

test.runIf(!here)('LibreOffice absent: the formulas were not given to it', () => {
  console.warn('LibreOffice absent: formulas with brackets were not worked out by it')
  expect(LIBREOFFICE).toBeNull()
})

/** The numbers in a column of a school sheet, taken from what was to be written there. */
function schoolsOf(plan: Plan, range: string): number[] {
  const [, sheet, letters = ''] = /^'?(.*?)'?!\$([A-Z]+)\$/u.exec(range) ?? []
  const form = plan.forms.find(({ detail }) => detail.name === sheet)
  if (form === undefined) throw new Error(`no sheet for ${range}`)
  const index = utils.decode_col(letters) + 1 - form.detail.firstItem
  return form.input.rows
    .filter(({ states }) => states[index] === 'n')
    .map(({ values }) => Number(values[index]))
}
