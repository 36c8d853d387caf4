import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { codeOf } from '../../../src/shared/register.ts'
import { LAKE_TABLES } from '../../../src/core/lake/schema.ts'
import { placeOf } from '../../../src/core/lake/place.ts'
import { totalsOver } from '../../../src/core/consolidate/totals.ts'
import type { LakePartition } from '../../../src/core/model/lake.ts'
import { City } from '../../../src/core/rollup/city.ts'
import { createService } from '../../../src/core/service/service.ts'
import { CITY_MARKS, isOfCounty } from '../../../src/shared/city.ts'
import { rollupCommand } from '../../../src/main/commands/rollup.ts'
import { cityDraftReport } from '../../../src/core/service/city/city-draft.ts'
import { citySummaryView } from '../../../src/core/service/city/city-summary.ts'
import { openCity } from '../../../src/main/lake/open-city.ts'
import { openLake } from '../../../src/main/lake/read-lake.ts'
import { startEngine, sqlText } from '../../../src/main/lake/engine.ts'
import { CallError } from '../../../src/shared/result.ts'
import { desk } from '../../service/desk.ts'
import type { TestDesk } from '../../service/desk.ts'
import { cover, small, table } from '../../support/small.ts'

const ROWS = ['在校生', '专任教师', '校舍面积']
const COLUMNS = ['合计', '女']
const filled = (figures: (string | number)[][]) => table('基101', ROWS, COLUMNS, figures)
const DOC = readFileSync(resolve(import.meta.dirname, '../../../docs/lake.md'), 'utf8')

let one: TestDesk
let lake: string
beforeAll(async () => {
  one = desk()
  lake = join(one.folder, 'lake')
  const schools = [
    '3133000001 | 甲小学 | 东镇',
    '3133000002 | 乙小学 | 西镇',
    '3133000003 | 丙小学 | 西镇',
  ]
  const files = await small({
    blank: { 封面: cover('', ''), 基101: filled([]) },
    schools: schools.join('\n'),
    returns: {
      '甲.xlsx': {
        封面: cover('3133000001', '甲小学'),
        基101: filled([
          [410, 200],
          [30, 0],
          [1234.5678901234, ''],
        ]),
      },
      '乙.xlsx': {
        封面: cover('3133000002', '乙小学'),
        基101: filled([
          [390, '约一半'],
          [25, 20],
          [0.1, 0.2],
        ]),
      },
    },
    books: {
      'prior/明细.xlsx': {
        明细_基101:
          "标识码 | 学校名称 | 乡镇 | [01,1] | [02,1]\n'3133000001 | 甲小学 | 东镇 | 400 | 31\n'3133000002 | 乙小学 | 西镇 | 380 | 24",
      },
    },
    texts: {
      'rules.yaml':
        '- {id: r1, title: 女不多于合计, check: "基101[02,2] <= 基101[02,1]", severity: error}',
      'indicators.yaml':
        '- {id: 生师比, title: 生师比, unit: ":1", decimals: 2, numerator: {sum: "基101[01,1]"}, denominator: {sum: "基101[02,1]"}}',
    },
  })
  const config = new TextDecoder().decode(files.get('collection.yaml'))
  files.set('collection.yaml', new TextEncoder().encode(`${config}\nschool_year: 2025/2026`))
  await one.open(files)
  for (const county of ['试县', '另/县=%'])
    await one.ports.lake.write(said(county), lake, { replace: true })
}, 60_000)
afterAll(() => one.close())

const said = (county: string) =>
  one.service.lakePartition({ province: '某省', city: '某市', county })
const about = (county: string) => said(county).about
const partition = (): string => join(lake, 'year=2025', 'province=某省', 'city=某市', 'county=试县')

/** A table by a reader that shares nothing with the engine; decimals as the whole numbers in the file. */
async function read(name: string): Promise<Record<string, unknown>[]> {
  const { buffer, byteOffset, length } = readFileSync(join(partition(), `${name}.parquet`))
  const file = buffer.slice(byteOffset, byteOffset + length) as ArrayBuffer
  const metadata = parquetMetadata(file)
  for (const element of metadata.schema) {
    // Its own decimals are floating-point numbers.
    if (element.logical_type?.type === 'DECIMAL') delete element.logical_type
    if (element.converted_type === 'DECIMAL') delete element.converted_type
  }
  const compressors = { ZSTD: (bytes: Uint8Array) => new Uint8Array(zstdDecompressSync(bytes)) }
  return parquetReadObjects({ file, metadata, compressors })
}

/** DECIMAL(18,6) as the text of a plain decimal. */
function decimal(units: unknown): string {
  if (units === null || units === undefined) return ''
  if (typeof units !== 'bigint') throw new TypeError('no whole number')
  const digits = String(units).replace('-', '').padStart(7, '0')
  const text = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/u, '')
  return String(units).startsWith('-') ? `-${text}` : text
}

test('an independent reader finds in the values exactly what the core holds', async () => {
  const collection = one.service.current()
  const rows = await read('values')
  expect(rows).toHaveLength(3 * 6)
  for (const row of rows) {
    const place = collection.index.place(String(row['item']))
    if (place === null) throw new Error(String(row['item']))
    const school = String(row['school'])
    const { returned, adopted } = collection.cells(school, place.form)
    const now = returned(place.index)
    const text = row['returned_text'] ?? ''
    const found = row['returned'] === null ? text : decimal(row['returned'])
    expect([place.index, found]).toEqual([place.index, now.state === 'number' ? now.value : text])
    expect(row['adopted_state']).toBe(adopted(place.index).state)
    expect(decimal(row['adopted'])).toBe(decimal(row['returned']))
  }
  const odd = rows.filter((row) => row['returned_text'] !== null)
  expect(odd.map((row) => [row['returned_text'], row['state'], row['sheet'], row['cell']])).toEqual(
    [
      ['约一半', 'unreadable', '基101', 'D5'],
      ['1234.5678901234', 'number', '基101', 'C7'],
    ],
  )
  const missing = rows.filter((row) => row['state'] === 'missing')
  expect(new Set(missing.map((row) => row['school']))).toEqual(new Set(['3133000003']))
})

test('it finds schools, labels, findings and coverage too', async () => {
  const collection = one.service.current()
  expect((await read('schools')).map((row) => [row['code'], row['state']])).toEqual(
    collection.schools.map((school) => [codeOf(school), collection.stateOfSchool(school)]),
  )
  const towns = (await read('attributes')).filter((row) => row['attribute'] === '乡镇')
  expect(towns.filter((row) => row['grouping'] === true).map((row) => row['value'])).toEqual([
    '东镇',
    '西镇',
    '西镇',
  ])
  const [item] = await read('items')
  expect(item).toMatchObject({
    item: '基101[01,1]',
    row_label: '在校生',
    column_label: '合计',
    adds: 'sum',
  })
  expect((await read('coverage'))[0]).toMatchObject({
    reporters: 'schools',
    expected: 3,
    reported: 2,
  })
  expect(await read('findings')).toEqual([])
  expect((await read('collection'))[0]).toMatchObject({
    schema: 1,
    county: '试县',
    beside: 1,
    expected: 3,
  })
})

/** The statements of the document, in their order. */
const statements = [...DOC.matchAll(/```sql\n([\s\S]*?)```/gu)].map((found) => found[1] ?? '')

async function inDocument(at: number): Promise<Record<string, unknown>[]> {
  const engine = await startEngine()
  try {
    await engine.connection.run(`SET file_search_path = ${sqlText(one.folder)}`)
    const result = await engine.connection.runAndReadAll(statements[at] ?? '')
    return result.getRowObjectsJson()
  } finally {
    engine.close()
  }
}

const plain = (value: unknown): string => String(value).replace(/\.?0+$/u, '') || '0'

test('the document’s statement for the county form gives the core’s exact totals', async () => {
  const collection = one.service.current()
  const form = collection.form('基101')
  const { values } = totalsOver(collection, form, collection.expected, 'adopted')
  expect(values[4]).toBe('1234.6678901234')
  const rows = await inDocument(0)
  expect(rows.map((row) => [row['item'], plain(row['total'])])).toEqual(
    values
      .map((value, index) => [collection.index.addressesOf(form)[index], plain(`${value}.0`)])
      .map(([item, value], index) => [
        item,
        values[index]?.includes('.') === true ? values[index] : value,
      ]),
  )
})

test('its statement for an indicator adds numerators and denominators over counties', async () => {
  expect(await inDocument(1)).toEqual([
    expect.objectContaining({ indicator: '生师比', counties: '2', value: 14.55 }),
  ])
})

test('its bridge leads from last year to this year, county by county, whatever its name', async () => {
  const rows = await inDocument(2)
  expect(rows.map((row) => [row['county'], plain(row['moved'])])).toEqual([
    ['另/县=%', '20'],
    ['试县', '20'],
  ])
})

test('every table and column is described', () => {
  for (const { name, columns } of LAKE_TABLES) {
    const [, part = ''] = DOC.split(`\n### ${name}\n`)
    const own = part.split('\n### ')[0]?.split('\n## ')[0] ?? ''
    const described = [...own.matchAll(/^\| `(\w+)`/gmu)].map((found) => found[1])
    expect([name, described]).toEqual([name, columns.map((column) => column.name)])
  }
})

test('a roll-up of two counties is the core’s totals twice, to the last digit, and says what is wrong', async () => {
  const collection = one.service.current()
  const form = collection.form('基101')
  const { values, schools } = totalsOver(collection, form, collection.expected, 'adopted')
  const reader = await openLake([lake], { hashes: true })
  const city = await City.open(reader, { expected: ['缺县'] })
  try {
    const { counties, total } = await city.form('基101', 'adopted')
    expect(counties.map(({ totals }) => totals.values)).toEqual([values, values])
    expect(total.values[4]).toBe('2469.3357802468')
    expect(total.schools).toEqual(schools.map((count) => count * 2))
    const towns = await city.groups('基101', 'adopted', '乡镇')
    expect(towns.map(({ group, totals }) => [group, totals.values[0]])).toEqual([
      ['东镇', '820'],
      ['西镇', '780'],
    ])
    const { indicators } = await city.indicators('adopted')
    expect(indicators[0]).toMatchObject({ text: '14.55:1', numerator: '1600', denominator: '110' })
    const [pupils] = await city.bridge('基101', 'adopted')
    expect(pupils).toMatchObject({ from: '1560', to: '1600', moved: '40' })
    expect(city.troubles).toEqual([
      { code: 'county-missing', county: '缺县', params: {} },
      { code: 'county-under-two-names', county: '试县', params: { other: '另/县=%' } },
    ])
    await one.ports.lake.write(said('试县'), lake, {})
    await expect(city.form('基101', 'returned')).rejects.toThrow(/partition-changed/u)
  } finally {
    reader.close()
  }
})

test('a partition of which a byte was changed is named and not taken', async () => {
  const path = join(partition(), 'values.parquet')
  const whole = readFileSync(path)
  const damaged = Uint8Array.from(whole)
  damaged[20] = (damaged[20] ?? 0) ^ 1
  writeFileSync(path, damaged)
  const reader = await openLake([lake], { hashes: true })
  writeFileSync(path, whole)
  reader.close()
  expect(reader.parts.map(({ county }) => county)).toEqual(['另/县=%'])
  expect(reader.troubles).toEqual([
    {
      code: 'partition-damaged',
      county: '试县',
      params: { file: 'values.parquet', why: 'hash', year: '2025' },
    },
  ])
})

test('a second export replaces its partition whole and leaves nothing beside', async () => {
  writeFileSync(join(partition(), 'left.parquet'), '')
  await one.ports.lake.write(said('试县'), lake, {})
  expect(readdirSync(partition()).toSorted()).toEqual(
    LAKE_TABLES.map(({ name }) => `${name}.parquet`).toSorted(),
  )
  expect(readdirSync(join(partition(), '..')).filter((name) => name.startsWith('.'))).toEqual([])
})

test('the place of another collection is not taken unless that is said', async () => {
  const other = { ...said('试县'), collection: 'another' }
  await expect(one.ports.lake.write(other, lake, {})).rejects.toMatchObject({
    code: 'partition-taken',
    params: { county: '试县', title: expect.stringMatching(/./u) as string },
  })
  expect((await read('values')).length).toBe(18)
})

test('an export that is broken off leaves the partition as it was', async () => {
  const signal = { cancelled: true }
  await expect(one.ports.lake.write(said('试县'), lake, { signal })).rejects.toThrow(/cancelled/u)
  expect((await read('values')).length).toBe(18)
  expect(readdirSync(join(partition(), '..')).filter((name) => name.startsWith('.'))).toEqual([])
})

test('the button gives the same partition in a zip', async () => {
  const { job } = await one.service.exportLake({ province: '某省', city: '某市', county: '' })
  const done = await one.finish(job)
  expect(done?.output?.name).toBe('列式数据_试县_2025.zip')
})

test('a collection that does not say where it belongs is asked', () => {
  const { config } = one.service.current()
  expect(() => placeOf(config, { province: '某省' })).toThrow(CallError)
  const half = { ...config, period: '2026年1-6月' }
  expect(placeOf(half, { province: '某省', city: '某市' }).year).toBe('2026-01_06')
})

test('a folder of collection files and partitions is one city, and its workbook adds them with formulas', async () => {
  const folder = join(one.folder, 'city')
  const outside = join(one.folder, 'city-out')
  mkdirSync(folder)
  const collection = one.service.current()
  collection.store.copyTo(join(folder, '甲.huishu'))
  writeFileSync(join(folder, '乙.huishu'), 'no collection')
  writeFileSync(join(folder, 'summary.md'), '全市生师比{生师比}，比例{比例}。')
  const other = {
    ...said('另县'),
    collection: 'another',
    about: { ...about('另县'), chain_links: '1' },
  }
  await one.ports.lake.write(other, folder, {})
  const newer = { ...said('新县'), about: { ...about('新县'), schema: '2' } }
  await one.ports.lake.write(newer, folder, {})
  const said_: string[] = []
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => said_.push(String(text)) > 0),
  )
  const options = { folder, out: outside, expect: [], basis: 'adopted', lang: 'zh' } as const
  await rollupCommand({ ...options, expect: [] }).finally(() => {
    for (const spy of spies) spy.mockRestore()
  })
  const lines = said_.join('').split('\n')
  expect(lines.filter((line) => /^(试县|另县)\t/u.test(line))).toHaveLength(2)
  expect(lines.some((line) => line.startsWith('乙.huishu：'))).toBe(true)
  expect(lines).toContain('新县\t没有计入')
  expect(lines.some((line) => line.startsWith('新县：数据由另一版本写成（格式 2'))).toBe(true)

  expect(lines.some((line) => line.includes('{比例} 不是'))).toBe(true)
  expect(readdirSync(outside)).toContain('年度总结.docx')

  const form = collection.form('基101')
  const { values } = totalsOver(collection, form, collection.expected, 'adopted')
  const book = new ExcelJS.Workbook()
  await book.xlsx.readFile(join(outside, '汇总表.xlsx'))
  const cells = ['C5', 'D5', 'C6', 'D6', 'C7', 'D7'].map((at) =>
    book.getWorksheet('基101')?.getCell(at),
  )
  expect(cells.map((cell) => Number(cell?.result))).toEqual(
    values.map((value) => Number(value) * 2),
  )
  for (const cell of cells) {
    const [, name = '', first = '', last = ''] =
      /^SUM\('(.+)'!([A-Z]+\d+):([A-Z]+\d+)\)$/u.exec(cell?.formula ?? '') ?? []
    const sheet = book.getWorksheet(name)
    const column = first.replace(/\d+/u, '')
    const [from, to] = [first, last].map((at) => Number(at.replace(/\D+/u, '')))
    const added = Array.from({ length: (to ?? 0) - (from ?? 0) + 1 }, (_, at) =>
      Number(sheet?.getCell(`${column}${String((from ?? 0) + at)}`).value ?? 0),
    )
    expect(added).toHaveLength(2)
    expect(added[0]).toBe(Number(cell?.result) / 2)
    expect(added[1]).toBe(added[0])
  }
})

test('the same folder opens in the workbench: county, school and cell, and what was exported anew is said', async () => {
  const folder = join(one.folder, 'city')
  const service = createService(one.ports)
  try {
    const files = await one.ports.grants.give([{ at: folder, path: '' }])
    const city = await service.openCity({ files: files.filter(isOfCounty), lang: 'zh' })
    expect(city.counties.map(({ name, atHand }) => [name, atHand])).toEqual([
      ['试县', true],
      ['另县', false],
      // What could not be taken is asked for and not in: no total without it looks whole.
      ['新县', false],
      ['乙', false],
    ])
    expect(city.counties.map(({ why }) => why)).toEqual([null, null, 'refused', 'refused'])
    expect(city.troubles.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['partition-newer', 'collection-refused']),
    )
    const collection = one.service.current()
    const form = collection.form('基101')
    const { values } = totalsOver(collection, form, collection.expected, 'adopted')
    const ask = { form: '基101', basis: 'adopted' } as const
    const view = await service.cityForm(ask)
    expect(view.lines.map((line) => line.values)).toEqual([values, values])
    expect(view.total.values[4]).toBe('2469.3357802468')
    const part = city.counties[0]?.part ?? -1
    const schools = await service.citySchools({ ...ask, part })
    expect(schools.map(({ name, values: own, states }) => [name, own[0], states[0]])).toEqual([
      ['甲小学', '410', 'number'],
      ['乙小学', '390', 'number'],
      ['丙小学', '', 'missing'],
    ])
    const school = schools[1]?.school ?? ''
    const at = await service.cityCell({ part, school, item: '基101[01,1]', basis: 'adopted' })
    expect(at).toMatchObject({ value: '390', file: 'returns/乙.xlsx', sheet: '基101' })
    const bridge = await service.cityBridge({ item: '基101[01,1]', basis: 'adopted' })
    expect([bridge.from, bridge.to, bridge.moved]).toEqual(['1560', '1600', '40'])
    const text = '全市生师比{生师比}，{生师比|比上年}。{在校生}'
    const { revision } = await service.saveCitySummary({ text })
    expect(revision).toBeGreaterThan(city.revision)
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toBe(text)
    const summary = await service.citySummary({ basis: 'adopted', text: null })
    expect(summary.text).toBe('全市生师比14.55:1，比上年提高0.37。{在校生}')
    // A school of each county has sent nothing, which matters where last year stands beside.
    expect(summary.warnings).toEqual([
      expect.objectContaining({ kind: 'unknown', written: '{在校生}' }),
      { kind: 'left', figure: 0, counties: ['新县', '乙'], indicators: 1 },
      { kind: 'short', figure: 1, counties: ['试县', '另县'], indicators: 1 },
    ])
    const trail = await service.cityTrail({ indicator: '生师比', basis: 'adopted' })
    expect(trail.counties.map(({ name, value, atHand }) => [name, value, atHand])).toEqual([
      ['试县', '14.55:1', true],
      ['另县', '14.55:1', false],
    ])
    expect(trail.numerator).toMatchObject({
      value: '1600',
      items: [{ form: '基101', item: '基101[01,1]', total: '1600' }],
    })
    const draft = '全市生师比为14.55:1，其中试县生师比为15.20:1。'
    await service.checkCityDraft({ files: [], name: '稿', text: draft, basis: 'adopted' })
    const checked = await service.cityDraft({ basis: 'adopted' })
    expect(checked?.ties.map(({ verdict, choice }) => [verdict, choice?.key])).toEqual([
      ['agrees', 'indicator:生师比'],
      ['differs', 'indicator:生师比@试县'],
    ])
    // What a person says of it holds in the next version, and is found again by whoever opens the folder.
    const wrong = checked?.doubts[0]?.key ?? ''
    await service.ignoreCityDoubts({ basis: 'adopted', doubts: [wrong], reason: '按旧口径' })
    await service.tieCityFigure({ basis: 'adopted', figure: 0, to: null })
    const next = `　　${draft}又一句。`
    await service.checkCityDraft({ files: [], name: '稿二', text: next, basis: 'adopted' })
    const stands = async () => {
      const own = await service.cityDraft({ basis: 'adopted' })
      return [own?.ties[0]?.verdict, own?.doubts.map(({ ignored }) => ignored?.reason)]
    }
    expect(await stands()).toEqual(['refused', ['按旧口径']])
    const marks = readFileSync(join(folder, CITY_MARKS), 'utf8')
    const { city: again, folder: there, close } = await openCity(one.ports, folder, { lang: 'zh' })
    const report = await cityDraftReport(
      again,
      { text: next, pieces: [] },
      there.draftMarks,
    ).finally(close)
    expect(report.figures[0]?.indicator).toBe(null)
    expect(report.relations.map(({ verdict }) => verdict)).toEqual(['undecidable'])
    const key = checked?.ties[0]?.key ?? ''
    await service.takeBackCityMark({ of: 'figure', key })
    await service.takeBackCityMark({ of: 'doubt', key: wrong })
    expect(await stands()).toEqual(['agrees', [undefined]])
    // What cannot be read is neither passed over nor written over.
    writeFileSync(join(folder, CITY_MARKS), marks.slice(0, -9))
    await service.checkCityDraft({ files: [], name: '稿三', text: next, basis: 'adopted' })
    const asked = { basis: 'adopted', figure: 0, to: null } as const
    await expect(service.cityDraft({ basis: 'adopted' })).rejects.toThrow(/marks-unreadable/u)
    await expect(service.tieCityFigure(asked)).rejects.toThrow(/marks-unreadable/u)
    expect(readFileSync(join(folder, CITY_MARKS), 'utf8')).toBe(marks.slice(0, -9))
    writeFileSync(join(folder, 'summary.md'), '另一个人写的')
    await expect(service.saveCitySummary({ text: '我写的' })).rejects.toThrow(/text-changed/u)
    expect((await service.openCounty({ part })).county).toBe('试县')
    expect((await service.city({}))?.title).toBe('city')

    await one.ports.lake.write(said('另县'), folder, {})
    await expect(service.cityForm({ ...ask, basis: 'returned' })).rejects.toThrow(
      /partition-changed/u,
    )
    expect((await service.city({}))?.troubles[0]).toEqual({
      code: 'county-changed',
      county: '另县',
      params: {},
    })
    const anew = await service.reopenCity({ lang: 'zh' })
    expect(anew.troubles.map(({ code }) => code)).not.toContain('county-changed')
  } finally {
    service.close()
  }
  await expect(service.cityForm({ form: '基101', basis: 'adopted' })).rejects.toThrow(/no-city/u)
})

test('files that a browser handed over are one folder again, and a county of it is only looked at', async () => {
  const handed = join(one.folder, 'handed')
  mkdirSync(handed)
  one.service.current().store.copyTo(join(handed, 'received'))
  const files = await one.ports.grants.give([
    { at: join(handed, 'received'), path: '某市/试县.huishu' },
  ])
  const service = createService(one.ports)
  try {
    const city = await service.openCity({ files, lang: 'zh' })
    expect([city.title, city.counties.map(({ name }) => name)]).toEqual(['某市', ['试县']])
    expect(city.keeps).toBe(false)
    await service.saveCitySummary({ text: '全市' })
    await service.reopenCity({ lang: 'zh' })
    expect((await service.citySummary({ basis: 'adopted', text: null })).template).toBe('全市')
    const { readOnly } = await service.openCounty({ part: city.counties[0]?.part ?? -1 })
    expect(readOnly?.why).toBe('copy')
  } finally {
    service.close()
  }
})

test('a county without a list of last year is held against its partition of last year', async () => {
  const folder = join(one.folder, 'years')
  const place = { ...said('试县').place }
  const tables = (year: string): LakePartition['tables'] =>
    said('试县').tables.map(({ table: shape, rows }) => {
      if (shape.name === 'last_year') return { table: shape, rows: [] }
      if (shape.name !== 'values' || year === '2025') return { table: shape, rows }
      // Last year's first school had ten less.
      const less = [...rows].map((row) => row.map((cell) => (cell === '410' ? '400' : cell)))
      return { table: shape, rows: less }
    })
  for (const year of ['2023', '2024', '2025'])
    await one.ports.lake.write(
      {
        ...said('试县'),
        collection: year,
        tables: tables(year),
        place: { ...place, year },
        about: { ...about('试县'), year },
      },
      folder,
      {},
    )
  const reader = await openLake([folder])
  const city = await City.open(reader)
  const text = '{生师比|近三年}；{生师比|比2023年}；{生师比|年均增长}；{生师比|比2022年}'
  const summary = await citySummaryView(
    { city, folder: { summary: text, hasCollection: () => false } },
    'adopted',
    null,
    0,
  )
  expect(summary.text).toBe(
    '2023年14.55:1、2024年14.18:1、2025年14.55:1；与2023年持平；与2023年持平；【生师比：缺2022年各县齐全的数据】',
  )
  const [pupils, , teachers] = await city.bridge('基101', 'adopted').finally(() => reader.close())
  expect([city.year, pupils?.from, pupils?.to, pupils?.moved]).toEqual(['2025', '790', '800', '10'])
  expect(teachers?.moved).toBe('0')
})
