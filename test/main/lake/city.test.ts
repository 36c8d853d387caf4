import { expect, test } from 'vitest'
import { chosenParts } from '../../../src/core/rollup/choose-parts.ts'
import { formedIndicators } from '../../../src/core/rollup/indicators.ts'
import type { LakeIndicator, LakePart } from '../../../src/core/model/lake/lake-reader.ts'
import type { RollupTroubleCode } from '../../../src/shared/rollup.ts'
import { lineUp } from '../../../src/core/rollup/line-up.ts'
import { overYears } from '../../../src/core/rollup/years.ts'
import { totalsOf } from '../../../src/core/rollup/totals.ts'
import { madeForm } from '../../support/form.ts'

const part = (own: Partial<LakePart>): LakePart => ({
  ...{ part: 0, year: '2025', province: '某省', city: '某市', county: '甲县', collection: '1' },
  ...{ title: '甲', referenceDate: '', fingerprint: 'f', exportedAt: '', rules: '', forms: '' },
  ...{ expected: 1, reported: 1, errors: 0, unexplained: 0, faults: 0, links: 1 },
  ...{ signedBy: null, signedAt: null, signedCurrent: false },
  ...own,
})
const line = (at: number, own: Partial<LakeIndicator>): LakeIndicator => ({
  ...{
    part: at,
    indicator: '比例',
    title: '比例',
    unit: '%',
    decimals: 1,
    scale: '100',
    prefix: '',
  },
  ...{ numerator: '1', denominator: '4', lastNumerator: null, lastDenominator: null },
  ...{ numeratorAdds: 'sum', denominatorAdds: 'sum', lack: null, definition: '' },
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

test('a county whose data could not be taken is asked for, of this period only, and is missing to nobody', () => {
  const refused = (code: RollupTroubleCode, county: string, year?: string) => ({
    ...{ code, county },
    params: { ...(year !== undefined && { year }) },
  })
  const { absent } = chosenParts(
    [
      part({}),
      part({ part: 1, county: '双县', collection: '2' }),
      part({ part: 2, county: '双县' }),
    ],
    null,
    ['坏县', '乙县', '丙县'],
    [
      refused('partition-damaged', '坏县', '2025'),
      refused('partition-damaged', '旧县', '2023'),
      refused('partition-newer', '甲县', '2025'),
      refused('collection-refused', '乙县.huishu'),
      refused('collection-incomplete', '丁县.huishu'),
    ],
  )
  expect(absent).toEqual([
    { name: '双县', why: 'refused' },
    { name: '坏县', why: 'refused' },
    { name: '乙县', why: 'refused' },
    { name: '丙县', why: 'missing' },
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

test('a year counts only where just this year’s counties are in it, and another definition is a break', () => {
  const all = (year: string, counties: string[], definition: string, figure: string) =>
    counties.map((county, at) => ({
      part: part({ part: Number(year) * 10 + at, year, county }),
      line: line(Number(year) * 10 + at, { definition, numerator: figure }),
    }))
  const earlierYear = (year: string, counties: string[], definition: string, figure: string) => {
    const own = all(year, counties, definition, figure)
    const formed = formedIndicators(own.map((one) => one.line))
    return {
      year: Number(year),
      parts: own.map((one) => one.part),
      formed: new Map(formed.map((one) => [one.indicator.id, one])),
    }
  }
  const now = all('2025', ['甲县', '乙县'], '"新"', '2')
  const [indicator] = formedIndicators(now.map((one) => one.line))
  if (indicator === undefined) throw new Error('none')
  const years = overYears({ year: 2025, indicator, parts: now.map((one) => one.part) }, [
    earlierYear('2021', ['甲县', '乙县', '丙县'], '"旧"', '1'),
    earlierYear('2022', ['甲县', '乙县'], '"旧"', '1'),
    earlierYear('2023', ['乙县', '甲县'], '"新"', '1'),
    earlierYear('2024', ['甲县'], '"新"', '1'),
  ])
  expect(years).toEqual([
    { year: 2021, value: null, broken: false },
    { year: 2022, value: 25, broken: false },
    { year: 2023, value: 25, broken: true },
    { year: 2024, value: null, broken: false },
    { year: 2025, value: 50, broken: false },
  ])
})

test('an indicator is formed of sums only, and a county that lacks one side leaves the city without it', () => {
  const formed = (...lines: Partial<LakeIndicator>[]): unknown => {
    const [one] = formedIndicators(lines.map((own, at) => line(at, own)))
    return [one?.now.value, one?.now.dataLack ?? one?.now.awaited, one?.left]
  }
  expect(formed({}, { numerator: '3' })).toEqual([50, false, []])
  expect(formed({}, { numerator: null, lack: 'no-external' })).toEqual([null, 'county-lacks', []])
  expect(formed({ numeratorAdds: 'no' }, { numeratorAdds: 'no' })).toEqual([null, 'not-added', []])
  const awaited = { numerator: null, lack: 'awaited' }
  expect(formed({}, awaited)).toEqual([25, false, [{ part: 1, why: 'awaited' }]])
  expect(formed(awaited)).toEqual([null, true, [{ part: 0, why: 'awaited' }]])
  expect(formed({}, {}, { unit: '‰' })).toEqual([25, false, [{ part: 2, why: 'differs' }]])
})
