import type { ConsolidatedInput } from '../../../../src/core/model/consolidated-input.ts'
import { parseIndicators } from '../../../../src/core/indicators/indicator.ts'
import type { Indicator } from '../../../../src/core/indicators/indicator.ts'
import type { IndicatorRow } from '../../../../src/shared/consolidate.ts'
import { countyInput } from './county.ts'

const INDICATORS = `
- {id: 在校, title: 在校生, unit: 人, decimals: 0, value: {sum: '教基3112[01,5]'}}
- {id: 公办, title: 公办在校生, unit: 人, decimals: 0, value: {sum: '教基3112[01,5]', where: '学校.举办者 = "公办"'}}
- id: 多处
  title: 城区民办女生与毕业生
  unit: 万人
  decimals: 4
  value: {sum: 'SUM(教基3112[01:02,1]) - 教基3112[02,5] * 2', where: 'AND(学校.办学类型代码 = "211", NOT(OR(学校.举办者 = "公办", 学校.城乡 <> "城区")))'}
  scale: 0.0001
- {id: 率, title: 毛入学率, unit: '%', decimals: 2, numerator: {sum: '教基3112[01,5]'}, denominator: {external: 人口}, scale: 100}
- {id: 比, title: 男女比, unit: '', decimals: 2, prefix: '1:', numerator: {sum: '教基3112[01,1]'}, denominator: {sum: '教基3112[01,2]'}}
- {id: 校数, title: 学校数, unit: 所, decimals: 0, value: {count: 学校}}
- {id: 大校, title: 大校数, unit: 所, decimals: 0, value: {count: '教基3112[01,5] > 500', where: '学校.举办者 <> "民办"'}}
- {id: 差异, title: 差异系数, unit: '', decimals: 3, value: {cv: '教基3112[01,5]', weight: '1'}}
- {id: 空, title: 缺外部数据, unit: '%', decimals: 2, numerator: {sum: '教基3112[01,5]'}, denominator: {external: 没有}}
`

/** What the made county's indicators come to, added up here by hand from its rows. */
type Worked = Pick<IndicatorRow['now'], 'value' | 'numerator' | 'denominator'>

/** The made county with group sheets and indicators. */
export function groupedInput(): ConsolidatedInput {
  const plain = countyInput()
  const { indicators, problems } = parseIndicators(INDICATORS)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  const holder = (at: number): string => ['公办', '民办', '普惠"性"民办'][at % 3] ?? ''
  const place = (at: number): string => (at % 2 === 0 ? '城区' : '乡村')
  const forms = plain.forms.map((part) => ({
    ...part,
    rows: part.rows.map((row, at) => ({
      ...row,
      school: {
        ...row.school,
        attributes: { ...row.school.attributes, 举办者: holder(at), 办学类型代码: '211' },
      },
      extra: ['小学', place(at), '211'],
    })),
  }))
  const [official] = forms
  if (official === undefined) throw new Error('no form')
  const at = (code: string): number => {
    const [row, column] = code.split(',').map((part) => Number(part) - 1)
    return official.form.items.findIndex((item) => item.row === row && item.column === column)
  }
  const sum = (code: string, keep: (row: number) => boolean = () => true): number =>
    official.rows.reduce(
      (total, row, index) =>
        keep(index) && row.states[at(code)] === 'n' ? total + Number(row.values[at(code)]) : total,
      0,
    )
  const private_ = (row: number): boolean => holder(row) !== '公办' && place(row) === '城区'
  const many = sum('1,1', private_) + sum('2,1', private_) - 2 * sum('2,5', private_)
  const pupils = sum('1,5')
  const big = official.rows.filter(
    (row, index) =>
      Number(row.values[at('1,5')]) > 500 &&
      row.states[at('1,5')] === 'n' &&
      holder(index) !== '民办',
  ).length
  const fixed = (value: number, decimals: number): string => value.toFixed(decimals)
  const plainly = (value: number, decimals = 0, scale = 1): Worked => ({
    value: fixed(value * scale, decimals),
    numerator: String(value),
    denominator: null,
  })
  const worked: Record<string, Worked> = {
    在校: plainly(pupils),
    公办: plainly(sum('1,5', (row) => holder(row) === '公办')),
    多处: plainly(many, 4, 0.0001),
    率: {
      value: fixed((pupils / 12_345) * 100, 2),
      numerator: String(pupils),
      denominator: '12345',
    },
    比: {
      value: fixed(sum('1,1') / sum('1,2'), 2),
      numerator: String(sum('1,1')),
      denominator: String(sum('1,2')),
    },
    校数: plainly(10),
    大校: plainly(big),
    差异: { value: '0.123', numerator: '0.1234567890', denominator: null },
    空: { value: null, numerator: String(pupils), denominator: null },
  }
  const towns = [...new Set(official.rows.map(({ group }) => group))]
  const items = [at('1,1'), at('1,5'), at('2,5'), at('4,1')]
  const groups = towns.flatMap((town) =>
    official.rows.flatMap((row, index) =>
      row.group === town
        ? [
            {
              names: [town, '小学', holder(index), place(index)],
              items: items.slice(0, 3),
              reported: 1,
              expected: 2,
            },
          ]
        : [],
    ),
  )
  const unlike = groups.filter(
    ({ names }, i) => groups.findIndex((other) => other.names.join() === names.join()) === i,
  )
  return {
    ...plain,
    forms,
    extraColumns: ['学段', '城乡', '办学类型代码'],
    externals: [{ name: '人口', value: '12345', unit: '人', source: '公安局', date: '2025-08-31' }],
    breakdown: {
      dimensions: ['乡镇', '学段', '举办者', '城乡'],
      forms: [{ form: official.form.id, items, staged: items.map(() => true), groups: unlike }],
    },
    indicators: indicators.map((indicator) => rowOf(indicator, worked[indicator.id])),
  }
}

function rowOf(indicator: Indicator, worked: Worked | undefined): IndicatorRow {
  const now = {
    text: '',
    lacking: false,
    ...(worked ?? { value: null, numerator: null, denominator: null }),
  }
  return {
    indicator,
    now,
    before: { value: '1', text: '', numerator: null, denominator: null, lacking: false },
    change: now.value === null ? null : (Number(now.value) - 1).toFixed(indicator.decimals),
    undefinedWhy:
      now.value === null ? { kind: 'external', name: '没有', why: 'no-external' } : null,
    reported: 8,
    expected: 9,
    missing: ['试县九小'],
    apart: [],
    faults: [],
  }
}
