import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { analysisOf } from '../../../../src/core/draft/analysis.ts'
import { openLayouts } from '../../../../src/main/workbook/consolidated/layout-open.ts'
import { openAsSent, returnedSheets } from '../../../../src/main/workbook/queries/as-sent.ts'
import { createReader } from '../../../../src/main/workbook/reader.ts'

/** What a person gives, other than returns, is read by threads that can be ended, too. */
const reader = createReader({ milliseconds: 400, megabytes: 200 })
afterAll(() => reader.close())

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a text in YAML that takes without end to take apart is told by its limit, and the next one is read', async () => {
  const without = Array.from({ length: 60_000 }, (_, n) => `键${String(n)}: &a${String(n)} 1`)
  expect(await reader.yamlLimit(bytes(without.join('\n')), 'rules.yaml')).toBe('> 0.4 s')
  const plain = createReader()
  const rules = Array.from({ length: 500 }, (_, n) => `- id: R${String(n)}\n  check: 'a = b'`)
  expect(await plain.yamlLimit(bytes(rules.join('\n')), 'rules.yaml')).toBeNull()
  await plain.close()
})

test('a draft is read outside the calling thread, and what is none is refused in the same words', async () => {
  expect((await reader.draft(bytes('全县学校487所。'), '总结.txt')).text).toBe('全县学校487所。')
  await expect(reader.draft(bytes('%PDF-1.7 …'), '总结.pdf')).rejects.toMatchObject({
    code: 'not-a-draft',
    params: { path: '总结.pdf', detail: 'PDF' },
  })
})

test('the figures of a draft and their relations are found outside the calling thread, as in it', async () => {
  const text =
    '全县学校487所，其中公办300所，民办187所。经费9.5亿元，比上年增加0.3亿元，增长3.26%。'
  const plain = createReader()
  expect(await plain.analysis(text, '总结.txt')).toEqual(analysisOf(text))
  await plain.close()
})

test('a lock that cannot be opened is a wrong password', async () => {
  expect(await reader.unlock(bytes('no lock'), '123456')).toBeNull()
})

/** A workbook with a name that stands for every cell of its sheet, and its print area. */
async function named(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('表')
  sheet.getCell('A1').value = 7
  sheet.getCell('A1').font = { bold: true }
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()))
  const name = (of: string, area: string) =>
    `<definedName name="${of}" localSheetId="0">'表'!${area}</definedName>`
  const names = name('全表', '$A$1:$XFD$1048576') + name('_xlnm.Print_Area', '$A$1:$B$2')
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
  parts['xl/workbook.xml'] = strToU8(
    workbook.replace('</sheets>', `</sheets><definedNames>${names}</definedNames>`),
  )
  return zipSync(parts)
}

test('a name for a whole sheet does not keep what is sent back, or drawn like it, from being written', async () => {
  const sent = await named()
  const opened = await openAsSent(sent, returnedSheets(sent, '一小.xlsx') ?? [])
  expect(opened?.book.getWorksheet('表')?.pageSetup.printArea).toBe('A1:B2')
  expect(opened?.book.getWorksheet('表')?.getCell('A1').font.bold).toBe(true)
  expect(await openLayouts(sent, '小学.xlsx')).not.toBeNull()
})
