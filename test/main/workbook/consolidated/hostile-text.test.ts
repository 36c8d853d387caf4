import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { read } from '@e965/xlsx'
import { expect, it } from 'vitest'
import { cellsIn } from './cells.ts'
import { countyInput } from './county.ts'
import { groupedInput } from './grouped.ts'
import { exportTo, exported, scratch, sheetOf } from './export.ts'

it('formula injection: a school’s text beginning with = + - @ stays text', async () => {
  const path = await exportTo(await scratch(), countyInput())
  const book = read(await readFile(path), { type: 'buffer' })
  const sheet = cellsIn(book, '明细_资助’情况')
  const cells = ['I8', 'I9', 'I10', 'I11'].map((address) => sheet.get(address))
  expect(cells.map((cell) => [cell?.t, cell?.v, cell?.f])).toEqual([
    ['s', '=1+1', undefined],
    ['s', '+86', undefined],
    ['s', '-', undefined],
    ['s', '@SUM(A1)', undefined],
  ])
  const changed = cellsIn(book, '修改').get('H3')
  expect([changed?.t, changed?.v, changed?.f]).toEqual(['s', '=两位数字颠倒', undefined])
})

it('formula injection: nothing but the writer’s own functions is a formula', async () => {
  const book = await exported(countyInput())
  const functions = new Set<string>()
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula === undefined) return
        for (const [name] of cell.formula.matchAll(/[A-Z]+(?=\()/g)) functions.add(name)
      })
    })
  }
  expect([...functions].sort()).toEqual([
    'AND',
    'COUNT',
    'EXACT',
    'IF',
    'IFERROR',
    'ROUND',
    'SUM',
    'SUMIF',
    'SUMPRODUCT',
  ])
})

it('broken file: control characters, half characters and XML in a text come back letter for letter', async () => {
  const nasty = 'a\u0001b\u000Bc\r\nd</v><f>1</f>&amp;\uD800e _x000D_ _x005F_ \u{20BB7} '
  const input = countyInput()
  const missing = input.missing.map((line) => ({ ...line, reason: nasty }))
  const book = await exported({ ...input, missing })
  expect(sheetOf(book, '未报').getCell('E3').text).toBe(nasty)
})

it('lost spaces and zeros: text items keep them', async () => {
  const sheet = sheetOf(await exported(countyInput()), '明细_资助’情况')
  expect(sheet.getCell('I12').value).toBe(' 前后空格 ')
  expect(sheet.getCell('I13').value).toBe('007')
  expect(sheet.getCell('I14').value).toBe('_x000D_')
})

it('overlong text: cut where a cell ends, and says so', async () => {
  const input = countyInput()
  const missing = input.missing.map((line) => ({ ...line, reason: '长'.repeat(40_000) }))
  const text = sheetOf(await exported({ ...input, missing }), '未报').getCell('E3').text
  expect(text).toHaveLength(32_767)
  expect(text.endsWith('（文字过长，未能全部放入单元格）')).toBe(true)
})

it('a town name beyond what a formula may hold in one piece is put together of pieces', async () => {
  const long = `白鹭${'很长的地名'.repeat(60)}镇`
  const input = JSON.stringify(groupedInput()).replaceAll('白鹭镇', long)
  const book = await exported(JSON.parse(input) as ReturnType<typeof groupedInput>)
  const pieces: string[] = []
  let named = 0
  for (const sheet of book.worksheets) {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        const texts = (cell.formula ?? '').match(/"(?:[^"]|"")*"/gu) ?? []
        pieces.push(...texts)
        if (texts.join('&').replaceAll('"&"', '').includes(long)) named++
      })
    })
  }
  expect(named).toBeGreaterThan(0)
  expect(pieces.filter((piece) => piece.length > 255 + 2)).toEqual([])
})

it('link injection: no relationship of the workbook leads outside it', async () => {
  const path = await exportTo(await scratch(), countyInput())
  const parts = unzipSync(await readFile(path))
  const relations = Object.keys(parts).filter((name) => name.endsWith('.rels'))
  expect(relations.length).toBeGreaterThan(0)
  for (const name of relations) {
    expect(new TextDecoder().decode(parts[name])).not.toContain('External')
  }
})
