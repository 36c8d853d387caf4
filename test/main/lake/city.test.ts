import { copyFileSync, mkdirSync, mkdtempSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { totalsOver } from '../../../src/core/consolidate/totals.ts'
import { evaluateIndicator } from '../../../src/core/indicators/evaluate.ts'
import { heldSum } from '../../../src/core/lake/figure.ts'
import { noLastYear } from '../../../src/core/last-year/last-year.ts'
import { LAKE_TABLES } from '../../../src/core/lake/schema.ts'
import { chosenParts } from '../../../src/core/rollup/choose-parts.ts'
import { City } from '../../../src/core/rollup/city.ts'
import type { LakePart } from '../../../src/core/rollup/lake-reader.ts'
import { lineUp } from '../../../src/core/rollup/line-up.ts'
import { totalsOf } from '../../../src/core/rollup/totals.ts'
import { thisYear } from '../../../src/core/service/consolidate/indicator-years.ts'
import { indicatorLibraryOf } from '../../../src/core/service/last-year/last-year.ts'
import { openLake } from '../../../src/main/lake/read-lake.ts'
import { startEngine, sqlText } from '../../../src/main/lake/engine.ts'
import type { School } from '../../../src/shared/model.ts'
import { desk } from '../../service/desk.ts'
import type { TestDesk } from '../../service/desk.ts'
import { madeForm } from '../../support/form.ts'
import { cover, small, table } from '../../support/small.ts'

const COUNTIES = 100
const SCHOOLS = 12
const ROWS = ['在校生', '专任教师', '校舍面积']
const COLUMNS = ['合计', '女']
const filled = (figures: (string | number)[][]) => table('基101', ROWS, COLUMNS, figures)

/** What a cell may hold: whole numbers, money to the 分, figures that no column takes, and what is no figure. */
function cellOf(school: number, at: number): string | number {
  const by = (school * 7919 + at * 104_729) % 9973
  if (school % 4 === at) return `${String(by)}.1234567891`
  const odd = ['', '*', '约一半', '0.1', '0.2', '-3']
  return by % 5 === 0 ? (odd[by % odd.length] ?? '') : by % 3 === 0 ? by / 100 : by
}

let one: TestDesk
let lake: string
beforeAll(async () => {
  one = desk()
  lake = join(one.folder, 'lake')
  const numbers = Array.from({ length: SCHOOLS }, (_, at) => at)
  const code = (at: number): string => String(3_133_000_001 + at)
  const returns = numbers
    // Some have sent nothing.
    .filter((at) => at % 5 !== 2)
    .map((at): [string, Record<string, string>] => [
      `${String(at)}.xlsx`,
      {
        封面: cover(code(at), `第${String(at)}小学`),
        基101: filled(ROWS.map((_, row) => COLUMNS.map((__, col) => cellOf(at, row * 2 + col)))),
      },
    ])
  const files = await small({
    blank: { 封面: cover('', ''), 基101: filled([]) },
    schools: numbers
      .map((at) => `${code(at)} | 第${String(at)}小学 | ${String(at % 3)}镇`)
      .join('\n'),
    returns: Object.fromEntries(returns),
    texts: {
      'indicators.yaml': [
        '- {id: 生师比, title: 生师比, unit: ":1", decimals: 2, numerator: {sum: "基101[01,1]"}, denominator: {sum: "基101[02,1]"}}',
        '- {id: 最大, title: 最大校舍, unit: 平方米, decimals: 2, numerator: {max: "基101[03,1]"}}',
        '- {id: 学校, title: 学校数, unit: 所, decimals: 0, numerator: {schools: true}}',
      ].join('\n'),
    },
  })
  const config = new TextDecoder().decode(files.get('collection.yaml'))
  files.set('collection.yaml', new TextEncoder().encode(`${config}\nschool_year: 2025/2026`))
  await one.open(files)
  await split()
}, 60_000)
afterAll(() => one.close())

const nameOf = (county: number): string => `第${String(county).padStart(3, '0')}县`

/** Schools of a made county: some of the twelve, in each county others; towns go across counties. */
function schoolsOf(county: number): School[] {
  const { expected } = one.service.current()
  return expected.filter((_, at) => (((county + 1) * 1103) >> at) % 2 === 1)
}

/** Every school as often as counties have it. */
const everybody = (): School[] => Array.from({ length: COUNTIES }, (_, at) => schoolsOf(at)).flat()

/** The partition of the whole as the program writes it, cut into counties by the engine. */
async function split(): Promise<void> {
  const whole = mkdtempSync(join(one.folder, 'whole-'))
  const place = { province: '某省', city: '某市', county: '全' }
  const at = join(whole, await one.ports.lake.write(one.service.lakePartition(place), whole, {}))
  const engine = await startEngine()
  const { connection } = engine
  try {
    const [mark] = await connection
      .runAndReadAll(`SELECT * FROM read_parquet(${sqlText(join(at, 'collection.parquet'))})`)
      .then((read) => read.getRowObjectsJson())
    expect(mark).toMatchObject({ schema: 1 })
    for (let county = 0; county < COUNTIES; county++) {
      const name = nameOf(county)
      const folder = join(lake, 'year=2025', 'province=某省', 'city=某市', `county=${name}`)
      mkdirSync(folder, { recursive: true })
      const own = schoolsOf(county).map(({ id }) => sqlText(id))
      const copy = async (name_: string, select: string): Promise<void> => {
        const file = sqlText(join(folder, `${name_}.parquet`))
        await connection.run(`COPY (${select}) TO ${file} (FORMAT parquet)`)
      }
      const from = (name_: string): string =>
        `read_parquet(${sqlText(join(at, `${name_}.parquet`))}, hive_partitioning = false)`
      for (const { name: each } of LAKE_TABLES)
        copyFileSync(join(at, `${each}.parquet`), join(folder, `${each}.parquet`))
      const chosen = `WHERE school IN (${own.join(', ')})`
      await copy('values', `SELECT * FROM ${from('values')} ${chosen} ORDER BY form, item`)
      await copy('indicators', indicatorsSql(county, from('indicators')))
      const said = Object.fromEntries(
        LAKE_TABLES.map(({ name: each }) => [
          each,
          { rows: 0, bytes: statSync(join(folder, `${each}.parquet`)).size, sha256: '' },
        ]),
      )
      await copy(
        'collection',
        `SELECT * REPLACE (${sqlText(name)} AS county, ${sqlText(name)} AS collection,
           ${sqlText(name)} AS fingerprint, ${sqlText(JSON.stringify(said))} AS files)
         FROM ${from('collection')}`,
      )
    }
  } finally {
    engine.close()
  }
}

/** The year over some schools, each as often as it is named. */
function yearOf(schools: School[]): ReturnType<typeof thisYear> {
  const year = thisYear(one.service.current(), noLastYear(), [], 'adopted')
  const of = (list: typeof year.register) =>
    schools.flatMap((school) => list.filter(({ id }) => id === school.id))
  return { ...year, register: of(year.register), reporting: of(year.reporting) }
}

/** The county's own numerators and denominators, as the core forms them over its schools. */
function indicatorsSql(county: number, from: string): string {
  const collection = one.service.current()
  const within = yearOf(schoolsOf(county))
  const lines = indicatorLibraryOf(collection).indicators.map((indicator) => {
    const { numerator, denominator, awaited } = evaluateIndicator(indicator, within)
    const [top, bottom] = [heldSum(numerator), heldSum(denominator)]
    const quoted = [
      indicator.id,
      top.exact,
      top.text,
      bottom.exact,
      bottom.text,
      awaited ? 'awaited' : null,
    ].map((text) => (text === null ? 'NULL' : sqlText(text)))
    return `(${quoted.join(', ')})`
  })
  return `SELECT f.* REPLACE (CAST(n.top AS DECIMAL(38,18)) AS numerator, n.top_text AS numerator_text,
      CAST(n.bottom AS DECIMAL(38,18)) AS denominator, n.bottom_text AS denominator_text, n.lack AS lack)
    FROM ${from} f JOIN (VALUES ${lines.join(', ')}) n(indicator, top, top_text, bottom, bottom_text, lack)
    USING (indicator) WHERE f.basis = 'adopted'`
}

test('a hundred counties come to the core’s exact totals and indicators, to the last digit', async () => {
  const collection = one.service.current()
  const form = collection.form('基101')
  const reader = await openLake([lake])
  try {
    const city = await City.open(reader)
    expect([city.parts.length, city.troubles]).toEqual([COUNTIES, []])
    for (const basis of ['adopted', 'returned'] as const) {
      const { counties, total } = await city.form('基101', basis)
      const whole = totalsOver(collection, form, everybody(), basis)
      expect([total.values, total.schools]).toEqual([whole.values, whole.schools])
      expect(total.values.some((value) => /\.\d{9,}$/u.test(value))).toBe(true)
      const found = counties.map(({ part, totals }) => [city.nameOf(part), totals.values])
      const wanted = counties.map((_, county) => [
        nameOf(county),
        totalsOver(collection, form, schoolsOf(county), basis).values,
      ])
      expect(found).toEqual(wanted)
      for (const { group, totals } of await city.groups('基101', basis, '乡镇')) {
        const own = everybody().filter(({ attributes }) => attributes['乡镇'] === group)
        expect([group, totals.values]).toEqual([
          group,
          totalsOver(collection, form, own, basis).values,
        ])
      }
    }
    const year = yearOf(everybody())
    const wanted = indicatorLibraryOf(collection).indicators.map((indicator) => {
      const { numerator, denominator } = evaluateIndicator(indicator, year)
      return [indicator.id, heldSum(numerator), heldSum(denominator)]
    })
    const { indicators, troubles } = await city.indicators('adopted')
    expect(troubles).toEqual([])
    expect(indicators).toHaveLength(3)
    const plain = (text: string) => ({ exact: text === '' ? null : text, text: null })
    expect(indicators.map((own) => [own.id, plain(own.numerator), plain(own.denominator)])).toEqual(
      wanted,
    )
  } finally {
    reader.close()
  }
})

const part = (own: Partial<LakePart>): LakePart => ({
  ...{ part: 0, year: '2025', province: '某省', city: '某市', county: '甲县', collection: '1' },
  ...{ title: '甲', referenceDate: '', fingerprint: 'f', exportedAt: '', rules: '', forms: '' },
  ...{ expected: 1, reported: 1, errors: 0, unexplained: 0, faults: 0, links: 1 },
  ...{ signedBy: null, signedAt: null, signedCurrent: false },
  ...own,
})
const taken = (...parts: LakePart[]) => {
  const chosen = chosenParts(parts, null, [])
  return [chosen.parts.map(({ part: at }) => at), chosen.troubles.map(({ code }) => code)]
}

test('two collections with one county’s name are both left out; of copies of one the longest record counts', () => {
  const one_ = part({})
  expect(taken(one_, part({ part: 1, collection: '2' }))).toEqual([[], ['county-twice']])
  // A city that nobody said may be this one.
  expect(taken(one_, part({ part: 1, collection: '2', city: '—' }))).toEqual([[], ['county-twice']])
  expect(taken(one_, part({ part: 1, collection: '2', city: '另市' }))).toEqual([
    [1, 0],
    ['same-name'],
  ])
  expect(taken(one_, part({ part: 1 }))).toEqual([[1], []])
  const older = part({ part: 1, fingerprint: 'g', links: 0 })
  expect(taken(one_, older)).toEqual([[0], ['partition-outdated']])
  expect(taken(older, one_)).toEqual([[0], ['partition-outdated']])
  expect(taken(one_, part({ part: 1, county: '甲县（市）' }))).toEqual([
    [0, 1],
    ['county-under-two-names'],
  ])
})

test('a county whose form has other codes and units is lined up by labels, and what has no place is named', () => {
  const city = madeForm({ id: '基1', rows: ['学生', '教师', '校舍'], columns: ['合计', '女'] })
  const other = madeForm({ id: '基1', rows: ['教师', '学生', '围墙'], columns: ['合计', '女'] })
  const wan = madeForm({
    id: '基1',
    rows: ['学生', '教师', '校舍'],
    columns: ['合计', '女'],
    unit: '万人',
  })
  const lined = lineUp([
    { forms: [city], parts: [0, 1].map((at) => ({ part: at, name: `县${String(at)}` })) },
    { forms: [other], parts: [{ part: 2, name: '乱县' }] },
    { forms: [wan], parts: [{ part: 3, name: '万县' }] },
  ])
  const sum = (at: number, item: string, total: string) => ({
    ...{ part: at, group: '', form: '基1', item, total, beside: [], asked: 1, schools: 1 },
  })
  const { values = [] } =
    totalsOf(lined, [
      sum(0, '基1[01,1]', '10'),
      sum(0, '基1[02,1]', '1'),
      // 学生 stands on the second row here, 教师 on the first.
      sum(2, '基1[02,1]', '0.1'),
      sum(2, '基1[01,1]', '0.2'),
      sum(2, '基1[03,1]', '5000'),
      sum(3, '基1[01,1]', '7000'),
    ]).get('基1') ?? {}
  expect([values[0], values[2], values[4]]).toEqual(['10.1', '1.2', '0'])
  expect(lined.troubles.map(({ code, county, params }) => [code, county, params['count']])).toEqual(
    [
      ['items-left-out', '乱县', 2],
      ['items-moved', '乱县', 4],
      ['unit-differs', '万县', 6],
    ],
  )
})
