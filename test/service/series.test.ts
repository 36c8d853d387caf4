import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SeriesPoint, SeriesView } from '../../src/shared/series.ts'
import { writeWorkbook } from '../../scripts/county/write-workbook.ts'
import { book, sheet } from '../support/sheet.ts'
import { cover, small, table } from '../support/small.ts'
import { desk } from './desk.ts'
import type { TestDesk } from './desk.ts'

/**
 * Five years of a county: 甲 stays; 乙 has another code from 2022 on; 丙 and 丁 are one from 2023 on; 戊 is
 * split into itself and 己 in 2024; 庚 has closed by 2025. 己 has not sent its return of 2025.
 */
const CODES = { 甲: 1, 乙: 2, 乙新: 3, 丙: 4, 丁: 5, 戊: 6, 己: 7, 庚: 8 } as const
type Name = keyof typeof CODES
const codeOf = (name: Name): string => String(2_190_001_000 + CODES[name])
const YEARS: Record<number, Partial<Record<Name, [number, number]>>> = {
  2021: { 甲: [100, 9], 乙: [50, 8], 丙: [30, 3], 丁: [40, 4], 戊: [80, 6], 庚: [20, 2] },
  2022: { 甲: [110, 9], 乙新: [55, 8], 丙: [31, 3], 丁: [41, 4], 戊: [82, 6], 庚: [19, 2] },
  2023: { 甲: [120, 12], 乙新: [60, 6], 丁: [75, 7], 戊: [84, 8], 庚: [18, 1] },
  2024: { 甲: [130, 13], 乙新: [62, 6], 丁: [80, 8], 戊: [50, 5], 己: [40, 4], 庚: [15, 1] },
  2025: { 甲: [140, 14], 乙新: [64, 6], 丁: [82, 8], 戊: [52, 5] },
}
const ROWS = ['总计', '随迁子女']
const COLUMNS = ['在校生数']
const PUPILS = '县教1[01,1]'
const MIGRANTS = '县教1[02,1]'

function list(year: number): string {
  // Until 2022 the second row was called otherwise.
  const second = year < 2023 ? '随迁子女数' : '随迁子女'
  const lines = Object.entries(YEARS[year] ?? {}).map(
    ([name, [all, migrants]]) =>
      `'${codeOf(name as Name)} | 试县${name}小 | 东镇 | ${String(all)} | ${String(migrants)}`,
  )
  return [
    ` | | | 总计 | ${second}`,
    ' | | | 在校生数 | 在校生数',
    '标识码 | 学校名称 | 乡镇 | [01,1] | [02,1]',
    ...lines,
  ].join('\n')
}

let at: TestDesk
const give = async (year: number): Promise<void> => {
  const bytes = await writeWorkbook(book(sheet('明细_县教1', list(year))).sheets)
  const [file] = await at.give([[`${String(year)}年明细.xlsx`, bytes]])
  if (file === undefined) throw new Error('nothing granted')
  await at.service.giveYear({ ...file, year, reason: '' })
}
beforeAll(async () => {
  at = desk()
  const now = YEARS[2025] ?? {}
  const files = await small({
    blank: { 封面: cover('', ''), 县教1: table('县教1', ROWS, COLUMNS) },
    schools: [...Object.keys(now), '己']
      .map((name) => `'${codeOf(name as Name)} | 试县${name}小 | 东镇`)
      .join('\n'),
    returns: Object.fromEntries(
      Object.entries(now).map(([name, figures]) => [
        `${name}.xlsx`,
        {
          封面: cover(codeOf(name as Name), `试县${name}小`),
          县教1: table(
            '县教1',
            ROWS,
            COLUMNS,
            figures.map((one) => [one]),
          ),
        },
      ]),
    ),
    books: { 'prior/明细.xlsx': { 明细_县教1: list(2024) } },
    texts: {
      'indicators.yaml': `
- {id: 学生, title: 在校生, unit: 人, decimals: 0, value: {sum: '${PUPILS}'}}
- {id: 随迁率, title: 随迁率, unit: '%', decimals: 2, scale: 100, numerator: {sum: '${MIGRANTS}'}, denominator: {sum: '${PUPILS}'}}
- {id: 校均, title: 校均规模, unit: 人, decimals: 1, numerator: {sum: '${PUPILS}'}, denominator: {count: 学校}}
`,
      'rules.yaml': `
- {id: 前年, title: 比前年多5人以上, check: '${PUPILS} >= 前年!${PUPILS} + 5', severity: query}
- {id: 那年, title: 比2021年多一半, check: '${PUPILS} >= 2021年!${PUPILS} * 1.5', severity: query}
`,
    },
  })
  const config = new TextDecoder().decode(files.get('collection.yaml'))
  files.set('collection.yaml', new TextEncoder().encode(`${config}\nschool_year: 2025/2026`))
  await at.open(files)
  for (const year of [2021, 2022, 2023]) await give(year)
  const say = (year: number, before: Name[], now: Name[]) =>
    at.service.saySuccession({
      year,
      before: before.map(codeOf),
      now: now.map(codeOf),
      reason: '文件',
    })
  await say(2022, ['乙'], ['乙新'])
  await say(2023, ['丙', '丁'], ['丁'])
  await say(2024, ['戊'], ['戊', '己'])
  await say(2025, ['庚'], [])
}, 60_000)
afterAll(() => at.close())

const values = (points: readonly SeriesPoint[] | undefined) =>
  points?.map(({ year, value, lack }) => [year, value ?? lack])
const pupils = (school?: string): Promise<SeriesView> =>
  at.service.series({
    measure: { items: [PUPILS] },
    basis: 'adopted',
    ...(school !== undefined && { school }),
  })

test('a total over five years stands on all schools of each, and on those that are the same throughout', async () => {
  const { reported, comparable, mean } = await pupils()
  expect(values(reported)).toEqual([
    [2021, '320'],
    [2022, '338'],
    [2023, '357'],
    [2024, '377'],
    [2025, '338'],
  ])
  // 甲, 乙 under both codes, 丙 with 丁; not 戊, of whose part 己 nothing is in, and not 庚.
  expect(values(comparable?.points)).toEqual([
    [2021, '220'],
    [2022, '237'],
    [2023, '255'],
    [2024, '272'],
    [2025, '286'],
  ])
  expect([comparable?.schools, comparable?.left]).toEqual([3, 2])
  expect(reported.map(({ change, growth }) => [change, growth])[1]).toEqual(['18', '5.63'])
  expect(mean).toEqual({ from: 2021, change: '4.5', growth: '1.4' })
})

test('a school has the figures of those it came from, by name', async () => {
  expect(values((await pupils(codeOf('乙新'))).reported)).toEqual([
    [2021, '50'],
    [2022, '55'],
    [2023, '60'],
    [2024, '62'],
    [2025, '64'],
  ])
  const merged = await pupils(codeOf('丁'))
  expect(values(merged.reported)?.slice(0, 3)).toEqual([
    [2021, '70'],
    [2022, '72'],
    [2023, '75'],
  ])
  expect(merged.reported.map(({ was }) => was.join('、'))).toEqual([
    '试县丙小、试县丁小',
    '试县丙小、试县丁小',
    '',
    '',
    '',
  ])
})

test('an item that was called otherwise breaks, until a person says that it is the same', async () => {
  const migrants = () => at.service.series({ measure: { items: [MIGRANTS] }, basis: 'adopted' })
  const before = await migrants()
  expect(before.reported.map(({ breaks }) => breaks.map(({ from, to }) => [from, to]))).toEqual([
    [],
    [],
    [['随迁子女数·在校生数', '随迁子女·在校生数']],
    [],
    [],
  ])
  expect(before.reported[2]?.change).toBeNull()
  await at.service.sayBreak({ about: MIGRANTS, year: 2023, breaks: false, reason: '只是写法' })
  const after = await migrants()
  expect([after.reported[2]?.breaks, after.reported[2]?.change]).toEqual([[], '2'])
  await at.service.undo({})
  expect(await migrants()).toMatchObject({ reported: before.reported })
})

test('every indicator has its line, and breaks where an item of it does', async () => {
  const { years, lines } = await at.service.indicatorLines({ basis: 'adopted' })
  expect(years).toEqual([2021, 2022, 2023, 2024, 2025])
  expect(lines.map(({ id, values: line, breaks }) => [id, line, breaks])).toEqual([
    ['学生', ['320', '338', '357', '377', '338'], []],
    ['随迁率', ['10.00', '9.47', '9.52', '9.81', '9.76'], [2]],
    ['校均', ['53.3', '56.3', '71.4', '62.8', '67.6'], []],
  ])
})

test('a year that is taken out is lacking, never 0; undo brings it back', async () => {
  const before = await pupils()
  await at.service.removeYear({ year: 2022, reason: '有误' })
  const without = await pupils()
  expect(values(without.reported)?.slice(0, 3)).toEqual([
    [2021, '320'],
    [2022, 'no-data'],
    [2023, '357'],
  ])
  expect(without.reported[2]?.change).toBeNull()
  // What was said of the years between is followed across the gap.
  expect(values(without.comparable?.points)?.[0]).toEqual([2021, '220'])
  await at.service.undo({})
  expect((await pupils()).reported).toEqual(before.reported)
})

test('rules read the year before last and a year by its number, each school by descent', async () => {
  const { findings } = await at.service.findings({ basis: 'adopted' })
  const of = (rule: string) =>
    findings.filter((one) => one.rule === rule).map(({ school }) => school)
  expect(of('前年')).toEqual([codeOf('乙新')])
  // 乙 had another code in 2021; of 丁, which two became, and 戊, which was split, nobody's own is known.
  expect(of('那年')).toEqual([codeOf('甲'), codeOf('乙新')])
})

test('a summary quotes the last years, an earlier one and the average, and says which year is wanting', async () => {
  const said = async (text: string) => {
    const view = await at.service.summary({ basis: 'adopted', text })
    return [view.text, ...view.figures.flatMap(({ lack, years }) => (lack ? [lack, years] : []))]
  }
  expect(await said('{学生|近三年}，{学生|比2022年}，{学生|年均增长}')).toEqual([
    '2023年357人、2024年377人、2025年338人，与2022年持平，2021年以来年均增长1.4%',
  ])
  expect(await said('{校均|2021年以来年均增长}')).toEqual(['2021年以来年均增长6.1%'])
  expect(await said('{学生|近十年}')).toEqual([
    '【在校生：缺2016年、2017年、2018年、2019年、2020年数据】',
    'no-year',
    '2016年、2017年、2018年、2019年、2020年',
  ])
  expect(await said('{学生|比2026年}')).toEqual(['【在校生：缺2026年数据】', 'no-year', '2026年'])
  // The share is called otherwise until 2022.
  expect(await said('{随迁率|比2022年}')).toEqual([
    '【随迁率：2023年起口径有变化，不能相比】',
    'year-break',
    '2023年',
  ])
  expect(await said('{随迁率|年均增长}')).toEqual(['2023年以来年均提高0.12个百分点'])
  expect(await said('{随迁率|近四年}')).toEqual([
    '2022年9.47%、2023年9.52%（口径有变化）、2024年9.81%、2025年9.76%',
  ])
  const forms = await at.service.quotedForms({ indicator: '学生', basis: 'adopted' })
  expect(forms.map(({ form }) => form)).toEqual([
    '近三年',
    '近五年',
    '年均增长',
    '比2023年',
    '比2022年',
    '比2021年',
  ])
})

test('the collection of another county, of another year or of none is no earlier year', async () => {
  const bytes = await writeWorkbook(book(sheet('明细_县教1', list(2021))).sheets)
  const [file] = await at.give([['明细.xlsx', bytes]])
  if (file === undefined) throw new Error('nothing granted')
  const said = (year: number | null) => at.service.giveYear({ ...file, year, reason: '' })
  await expect(said(null)).rejects.toMatchObject({ code: 'year-unknown' })
  await expect(said(2025)).rejects.toMatchObject({ code: 'year-not-earlier' })
  await expect(at.service.removeYear({ year: 2019, reason: '' })).rejects.toMatchObject({
    code: 'no-such-year',
  })
})
