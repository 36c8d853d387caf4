import { unzipSync } from 'fflate'
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BlankPackage } from '../../src/main/workbook/blanks/blank-package.ts'
import { readWorkbook } from '../../src/main/workbook/read-workbook.ts'
import { a1 } from '../../src/core/model/address.ts'
import { crossingAt } from '../../src/shared/item-place.ts'
import type { Form } from '../../src/shared/model.ts'
import { cover, small, table } from '../support/small.ts'
import type { Drawn } from '../support/small.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

const ROWS = ['总计', '其中：女']
const COLUMNS = ['毕业生数', '在校生数']

/** Blanks of three ways to ask who sends them: a cover, a line over the table, not at all. */
const BLANKS: Record<string, Drawn> = {
  'a cover': { 封面: cover('', ''), 教基3112: table('教基3112', ROWS, COLUMNS) },
  'a line over the table': {
    教基3112: `填报单位（盖章）： | < | < | <\n学校标识码： | | 乡镇： |\n${table('教基3112', ROWS, COLUMNS)}`,
  },
  'no field at all': { 教基3112: table('教基3112', ROWS, COLUMNS) },
}

const PRIOR: Drawn = {
  教基3112: [
    "学校标识码 | 学校名称 | '[01,1] | '[01,2] | '[02,2]",
    "'2133000001 | 河口小学 | 41 | 317 | 150",
    "'2133000002 | 石门小学 | 7 | 88 | 0",
  ].join('\n'),
}

const countyOf = (blank: Drawn): Promise<Map<string, Uint8Array>> =>
  small({
    blank,
    schools: `'2133000001 | 河口小学 | 河口镇
      '2133000002 | 石门小学 | 石门乡
      '2133000003 | 新办小学 | 石门乡`,
    returns: {},
    books: { 'prior/明细.xlsx': PRIOR },
  })

async function blanksOf(one: TestDesk, lastYear = true): Promise<Map<string, Uint8Array>> {
  const { job } = await one.service.exportBlanks({ schools: null, lastYear })
  const state = await one.finish(job)
  const made = state?.output ? one.ports.grants.output(state.output.grant) : null
  if (made === null) throw new Error('no blanks')
  return new Map(Object.entries(unzipSync(new Uint8Array(readFileSync(made.path)))))
}

/** The notes of a workbook as they stand in its parts: a program that shows them needs no more. */
function notesIn(bytes: Uint8Array): [string, string][] {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /comments\d+\.xml$/u.test(name))
  return parts.flatMap(([, part]) =>
    [...new TextDecoder().decode(part).matchAll(/<comment [^>]*ref="(\w+)".*?<\/comment>/gsu)].map(
      ([whole, ref = '']): [string, string] => [
        ref,
        [...whole.matchAll(/<t\b[^>]*>([^<]*)<\/t>/gu)].map(([, text = '']) => text).join(''),
      ],
    ),
  )
}

const form = async (one: TestDesk): Promise<Form> => {
  const [first] = (await one.service.forms({})).filter(({ id }) => id === '教基3112')
  if (first === undefined) throw new Error('no form')
  return first
}

/** A blank as a school fills it in: figures put into the cells of some items, by the same program. */
async function filledIn(one: TestDesk, blank: Uint8Array, figure: number): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const buffer = new ArrayBuffer(blank.byteLength)
  new Uint8Array(buffer).set(blank)
  await book.xlsx.load(buffer)
  const { items, editions } = await form(one)
  const [edition] = editions
  if (edition === undefined) throw new Error('no edition')
  items.forEach(({ row, column }, index) => {
    const at = crossingAt(edition, row, column)
    const cell = book.getWorksheet(edition.sheet)?.getCell(a1(at.row, at.column))
    if (cell) cell.value = figure + index
  })
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe.each(Object.entries(BLANKS))('blanks made out from a form with %s', (kind, blank) => {
  let one: TestDesk
  let blanks: Map<string, Uint8Array>
  beforeAll(async () => {
    one = desk()
    await one.open(await countyOf(blank))
    blanks = await blanksOf(one)
  })
  afterAll(() => one.close())

  it('lie in folders by town, a school each', () => {
    expect([...blanks.keys()]).toEqual([
      '河口镇/2133000001_河口小学.xlsx',
      '石门乡/2133000002_石门小学.xlsx',
      '石门乡/2133000003_新办小学.xlsx',
    ])
  })

  it('hold last year’s figures in notes and in no cell', () => {
    const bytes = blanks.get('河口镇/2133000001_河口小学.xlsx') ?? new Uint8Array()
    const read = readWorkbook(bytes, 'a.xlsx')
    const texts = read.ok
      ? read.workbook.sheets.flatMap(({ cells }) => cells.flat().map((cell) => cell?.value ?? ''))
      : []
    expect(texts.filter((text) => /317|150/u.test(text))).toEqual([])
    const notes = notesIn(bytes).map(([, text]) => text)
    expect(notes).toEqual(['上年：41', '上年：317', '上年：150'])
  })

  it('are accepted without a question when they come back filled in, with this year’s figures only', async () => {
    const back = new Map<string, Uint8Array>()
    let from = 1_000
    for (const [name, bytes] of blanks) {
      back.set(name.replace(/^.*_/u, '上报-'), await filledIn(one, bytes, from))
      from += 1_000
    }
    const { job } = await one.service.importFiles({ files: await one.give(back) })
    await one.finish(job)
    const files = await one.service.files({})
    expect(files.map(({ status, reasons }) => [status, reasons])).toEqual(
      files.map(() => ['accepted', []]),
    )
    const grid = await one.service.grid({ form: '教基3112', basis: 'returned', by: '乡镇' })
    const values = grid.rows.filter(({ level }) => level === 'school').map((row) => row.values)
    expect(values).toEqual([
      ['1000', '1001', '1002', '1003'],
      ['2000', '2001', '2002', '2003'],
      ['3000', '3001', '3002', '3003'],
    ])
  })

  it.runIf(kind === 'a cover')('that come back as they were sent say no figure', async () => {
    const two = desk()
    await two.open(await countyOf(blank))
    const { job } = await two.service.importFiles({ files: await two.give(blanks) })
    await two.finish(job)
    const grid = await two.service.grid({ form: '教基3112', basis: 'returned', by: '乡镇' })
    const own = grid.rows.filter(({ level }) => level === 'school')
    expect(own.flatMap((row) => row.values).filter((value) => value !== '')).toEqual([])
    await two.close()
  })
})

describe('what a blank brings along', () => {
  it('stays as it is: protection, choices and notes of its own', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('表')
    sheet.getCell('A1').value = '学校名称：'
    sheet.getCell('B3').note = '填整数'
    sheet.getCell('B3').dataValidation = { type: 'whole', operator: 'greaterThan', formulae: [0] }
    await sheet.protect('', {})
    const bytes = new Uint8Array(await book.xlsx.writeBuffer())
    const made = new BlankPackage(bytes).madeOut({
      texts: [{ sheet: '表', row: 0, column: 0, text: '学校名称：甲&乙<小学>' }],
      notes: [
        { sheet: '表', row: 2, column: 1, text: '上年：3' },
        { sheet: '表', row: 3, column: 1, text: '上年：4' },
      ],
      own: [{ label: '乡镇：', value: '河口镇' }],
    })
    const again = new ExcelJS.Workbook()
    const buffer = new ArrayBuffer(made.byteLength)
    new Uint8Array(buffer).set(made)
    await again.xlsx.load(buffer)
    const copy = again.getWorksheet('表')
    expect(copy?.getCell('A1').text).toBe('学校名称：甲&乙<小学>')
    expect(notesIn(made)).toEqual([
      ['B3', '填整数\n上年：3'],
      ['B4', '上年：4'],
    ])
    expect(copy?.getCell('B3').dataValidation).toMatchObject({ type: 'whole' })
    expect((copy as unknown as { sheetProtection: unknown }).sheetProtection).not.toBeNull()
    expect(again.getWorksheet('学校信息')?.getCell('B1').text).toBe('河口镇')
  })

  it('is nothing where nobody is to report', async () => {
    const one = desk()
    const files = await countyOf(BLANKS['a cover'] ?? {})
    files.delete('register.xlsx')
    await one.open(files)
    await expect(one.service.exportBlanks({ schools: null, lastYear: true })).rejects.toMatchObject(
      {
        code: 'no-schools',
      },
    )
    await one.close()
  })
})
