import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codePoints } from '../../src/shared/code-points.ts'
import { county } from '../support/county.ts'
import { desk } from './desk.ts'

/** The annual summary over a made county: filled, walked back, walked forth, written out. */
const at = desk()
const SUMMARY = `# 总结

## 一、幼儿园{幼儿园数}

　　全县在园幼儿{在园幼儿数}，{在园幼儿数|比上年}；公办园占{公办幼儿园占比}。毛入园率{学前三年毛入园率}，另有{没有这个}。
`

beforeAll(async () => {
  const { files } = await county({ seed: 11, schools: 24, mess: false })
  await at.open(files)
  await at.service.editText({ role: 'summary', text: SUMMARY, reason: '' })
})
afterAll(() => at.close())

const view = () => at.service.summary({ basis: 'adopted', text: null })

async function written(job: number): Promise<Uint8Array> {
  const state = await at.finish(job)
  return new Uint8Array(
    readFileSync(at.ports.grants.output(state?.output?.grant ?? '')?.path ?? ''),
  )
}

it('figures stand where they are said to stand, and what is unknown is listed', async () => {
  const seen = await view()
  const characters = codePoints(seen.text)
  expect(seen.figures.map(({ indicator }) => indicator)).toEqual([
    '幼儿园数',
    '在园幼儿数',
    '在园幼儿数',
    '公办幼儿园占比',
    '学前三年毛入园率',
  ])
  for (const { start, end, text } of seen.figures) {
    expect(characters.slice(start, end).join('')).toBe(text)
  }
  expect(seen.warnings).toContainEqual({
    kind: 'unknown',
    why: 'indicator',
    written: '{没有这个}',
    line: 5,
    column: (SUMMARY.split('\n')[4]?.indexOf('{没有') ?? 0) + 1,
  })
  expect(seen.figures[0]?.sentence).toBe(`一、幼儿园${seen.figures[0]?.text ?? ''}`)
})

it('a text being written is filled without being saved', async () => {
  const before = (await at.service.overview({})).revision
  const seen = await at.service.summary({ basis: 'adopted', text: '有{幼儿园数|数值}' })
  expect(seen.text).toMatch(/^有\d+$/u)
  expect((await at.service.overview({})).revision).toBe(before)
  expect((await view()).template).toBe(SUMMARY)
})

it('a figure is walked back to schools and cells that add up to it, and a cell forth to it', async () => {
  const trail = await at.service.figureTrail({ indicator: '在园幼儿数', basis: 'adopted' })
  const [part] = trail.numerator.parts
  const sum = (part?.schools ?? []).reduce((total, school) => total + Number(school.value), 0)
  expect(trail.value).toBe(`${String(sum)}人`)
  expect(trail.numerator.value).toBe(String(sum))
  expect(part?.items.reduce((total, item) => total + Number(item.total), 0)).toBe(sum)
  expect(part?.groups.reduce((total, group) => total + Number(group.value), 0)).toBe(sum)
  expect(trail.sentences).toHaveLength(1)

  const largest = part?.schools[0]
  const item = part?.items[0]?.item ?? ''
  const reach = await at.service.cellReach({ school: largest?.school ?? '', item })
  expect(reach.indicators.map(({ id }) => id)).toContain('在园幼儿数')
  expect(reach.sentences.map(({ text }) => text)).toContain(trail.sentences[0])

  const changes = [{ school: largest?.school ?? '', item, value: '9999' }]
  await at.service.adopt({ changes, reason: '试' })
  const moved = (await view()).figures.filter(({ text }, n) => text !== figures[n]?.text)
  const named = new Set(reach.indicators.map(({ id }) => id))
  expect(moved.length).toBeGreaterThan(0)
  expect(moved.every(({ indicator }) => named.has(indicator))).toBe(true)
  await at.service.undo({})
})
let figures: Awaited<ReturnType<typeof view>>['figures'] = []
beforeAll(async () => {
  figures = (await view()).figures
})

it('an external figure says where it comes from', async () => {
  const { denominator } = await at.service.figureTrail({
    indicator: '学前三年毛入园率',
    basis: 'adopted',
  })
  const [part] = denominator?.parts ?? []
  expect(part?.kind).toBe('external')
  expect(part?.source?.value).toBe(part?.value)
  expect(part?.source?.source).not.toBe('')
  await expect(
    at.service.figureTrail({ indicator: '没有', basis: 'adopted' }),
  ).rejects.toMatchObject({ code: 'no-such-item' })
})

it('the text is written for Word and as text, saying the same', async () => {
  const { job } = await at.service.exportSummary({ basis: 'adopted', as: 'docx' })
  const xml = strFromU8(unzipSync(await written(job))['word/document.xml'] ?? new Uint8Array())
  const bookmarks = [...xml.matchAll(/w:bookmarkStart[^>]*w:name="([^"]*)"/gu)].map(([, n]) => n)
  expect(bookmarks).toEqual([
    'hs1v_幼儿园数',
    'hs2v_在园幼儿数',
    'hs3c_在园幼儿数',
    'hs4v_公办幼儿园占比',
    'hs5v_学前三年毛入园率',
  ])
  const plain = xml
    .split('</w:p>')
    .map((line) => [...line.matchAll(/<w:t[^>]*>([^<]*)/gu)].map(([, text]) => text).join(''))
    .filter((line) => line !== '')
  const text = await written((await at.service.exportSummary({ basis: 'adopted', as: 'txt' })).job)
  const lines = strFromU8(text).trimEnd().split('\n')
  expect(lines.map((line) => line.trim())).toEqual(plain)
  expect(lines[2]).toMatch(/^　　全县在园幼儿/u)
})

it('every quoted figure stands in 引用数字, with links to its indicator and to the county form', async () => {
  const { job } = await at.service.exportWorkbook({ basis: 'adopted', lang: 'zh' })
  const bytes = await written(job)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  const sheet = book.getWorksheet('引用数字')
  const rows = figures.map((_, n) => sheet?.getRow(n + 3))
  expect(rows.map((row) => row?.getCell(2).text)).toEqual(figures.map(({ text }) => text))
  expect(rows.map((row) => row?.getCell(3).text)).toEqual(figures.map((one) => one.indicator))
  expect(rows[1]?.getCell(5).value).toBe(Number.parseInt(figures[1]?.text ?? '', 10))
  const names = book.worksheets.map(({ name }) => name)
  expect(names.indexOf('引用数字')).toBeLessThan(names.findIndex((name) => name.startsWith('明细')))
  // The library writes links to places inside the workbook, but does not read them.
  const part = `xl/worksheets/sheet${String(names.indexOf('引用数字') + 1)}.xml`
  const xml = strFromU8(unzipSync(bytes)[part] ?? new Uint8Array())
  for (const place of ['D4', 'J4']) {
    const link = new RegExp(
      `<hyperlink ref="${place}"[^>]*location="&apos;([^&]+)&apos;!(\\w+)"`,
      'u',
    ).exec(xml)
    const [, target = '', cell = ''] = link ?? []
    const there = book.getWorksheet(target)?.getCell(cell)
    expect(Number(there?.result)).toBe(Number.parseInt(figures[1]?.text ?? '', 10))
  }
})

it('without a summary there is no such sheet, and writing it is refused in words', async () => {
  await at.service.closeCollection({})
  const { files } = await county({ seed: 11, schools: 8, mess: false })
  await at.open(new Map([...files].filter(([path]) => path !== 'summary.md')))
  expect((await view()).template).toBeNull()
  await expect(at.service.exportSummary({ basis: 'adopted', as: 'docx' })).rejects.toMatchObject({
    code: 'no-such-file',
  })
  const { job } = await at.service.exportWorkbook({ basis: 'adopted', lang: 'zh' })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(new Uint8Array(await written(job)).buffer)
  expect(book.getWorksheet('引用数字')).toBeUndefined()
})

it('without last year nothing is compared with it, least of all with 0', async () => {
  await at.service.closeCollection({})
  const { files } = await county({ seed: 11, schools: 8, mess: false })
  await at.open(new Map([...files].filter(([path]) => !path.startsWith('prior/'))))
  const seen = await at.service.summary({ basis: 'adopted', text: '{幼儿园数|比上年}' })
  expect(seen.text).toMatch(/缺上年数据/u)
  expect(seen.warnings).toEqual([{ kind: 'lack', figure: 0 }])
})
