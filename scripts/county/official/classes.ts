import type { Facts } from '../facts.ts'
import type { StageName } from '../people.ts'
import { GRADES } from '../people.ts'
import { columnsOf, cross, rowsOf, table } from '../table.ts'
import type { TableSpec } from '../table.ts'

interface SchoolClass {
  grade: number
  size: number
}

function classesOf(facts: Facts, name: StageName): SchoolClass[] {
  const stage = facts.stages.find((one) => one.name === name)
  return [...(stage?.classes ?? [])].flatMap(([grade, sizes]) =>
    sizes.map((size) => ({ grade, size })),
  )
}

const BANDS: [string, number, number][] = [
  ['25人及以下', 0, 25],
  ['26-30人', 26, 30],
  ['31-35人', 31, 35],
  ['36-40人', 36, 40],
  ['41-45人', 41, 45],
  ['46-50人', 46, 50],
  ['51-55人', 51, 55],
  ['56-60人', 56, 60],
  ['61-65人', 61, 65],
  ['66人及以上', 66, Infinity],
]

function classes(id: string, title: string, stage: StageName, words: string[]): TableSpec {
  const bands = stage === 'pre' ? [] : BANDS
  return table({
    id,
    title,
    unit: '个',
    rows: rowsOf(['总计', ...bands.map(([label]) => label)]),
    columns: columnsOf(['班数/合计', ...words.map((word) => `班数/${word}`)]),
    fill: (facts) =>
      cross(
        classesOf(facts, stage),
        [
          () => true,
          ...bands.map(
            ([, low, high]) =>
              (c: SchoolClass) =>
                c.size >= low && c.size <= high,
          ),
        ],
        [() => true, ...GRADES[stage].map((grade) => (c: SchoolClass) => c.grade === grade)],
      ),
  })
}

export const preClasses = classes('教基2105', '幼儿园(班)班数', 'pre', [
  '托班',
  '小班',
  '中班',
  '大班',
])
export const primaryClasses = classes('教基2106', '小学班数、班额情况', 'primary', [
  '一年级',
  '二年级',
  '三年级',
  '四年级',
  '五年级',
  '六年级',
])
export const juniorClasses = classes('教基2107', '初中班数、班额情况', 'junior', [
  '一年级',
  '二年级',
  '三年级',
])
