import type { Employee } from '../facts.ts'
import { columnsOf, cross, rowsOf, table } from '../table.ts'
import type { TableSpec } from '../table.ts'

type Test = (one: Employee) => boolean
const all: Test = () => true
const female: Test = (one) => one.female
const teacher: Test = (one) => one.post === 'teacher'

const POST_COLUMNS: [string, Test][] = [
  ['教职工数/合计', (one) => one.post !== 'outside' && one.post !== 'retired'],
  ['教职工数/专任教师', teacher],
  ['教职工数/行政人员', (one) => one.post === 'office'],
  ['教职工数/教辅人员', (one) => one.post === 'support'],
  ['教职工数/工勤人员', (one) => one.post === 'service'],
  ['教职工数/其他', (one) => one.post === 'other'],
  ['校外教师', (one) => one.post === 'outside'],
  ['银龄教师', (one) => one.post === 'retired'],
]
const TRAITS: [string, Test][] = [
  ['总计', all],
  ['>女', female],
  ['>少数民族', (one) => one.minority],
  ['>在编人员', (one) => one.tenured],
]

function staff(id: string, title: string): TableSpec {
  return table({
    id,
    title,
    unit: '人',
    rows: rowsOf(TRAITS.map(([label]) => label)),
    columns: columnsOf(POST_COLUMNS.map(([path]) => path)),
    fill: (facts) =>
      cross(
        facts.staff,
        TRAITS.map(([, test]) => test),
        POST_COLUMNS.map(([, test]) => test),
      ),
  })
}

export const kindergartenStaff = staff('教基4148', '幼儿园教职工数')
export const schoolStaff = staff('教基4149', '中小学教职工数')

const DEGREES = ['研究生', '本科', '专科', '高中阶段', '高中阶段以下']

export const teachersByDegree: TableSpec = table({
  id: '教基4159',
  title: '专任教师分学历情况',
  unit: '人',
  rows: rowsOf(['总计', '>女', ...DEGREES]),
  columns: columnsOf(['合计', '其中:女', '其中:少数民族', '其中:在编']),
  starred: (row, column) => row === 1 && column === 1,
  fill: (facts) =>
    cross(
      facts.staff.filter(teacher),
      [
        all,
        female,
        ...DEGREES.map(
          (_, degree): Test =>
            (one) =>
              one.degree === degree,
        ),
      ],
      [all, female, (one) => one.minority, (one) => one.tenured],
    ),
})

const AGES: [string, number, number][] = [
  ['24岁及以下', 0, 24],
  ['25-29岁', 25, 29],
  ['30-34岁', 30, 34],
  ['35-39岁', 35, 39],
  ['40-44岁', 40, 44],
  ['45-49岁', 45, 49],
  ['50-54岁', 50, 54],
  ['55-59岁', 55, 59],
  ['60岁及以上', 60, 99],
]
const RANKS = ['正高级', '副高级', '中级', '助理级', '员级', '未定职级']

export const teachersByAge: TableSpec = table({
  id: '教基4153',
  title: '专任教师分年龄、分职称情况',
  unit: '人',
  rows: rowsOf(['总计', '>女', '>少数民族', ...RANKS]),
  columns: columnsOf(['合计', '其中:女', ...AGES.map(([label]) => `按年龄分/${label}`)]),
  starred: (row, column) => row === 1 && column === 1,
  fill: (facts) =>
    cross(
      facts.staff.filter(teacher),
      [
        all,
        female,
        (one) => one.minority,
        ...RANKS.map(
          (_, rank): Test =>
            (one) =>
              one.rank === rank,
        ),
      ],
      [
        all,
        female,
        ...AGES.map(
          ([, low, high]): Test =>
            (one) =>
              one.age >= low && one.age <= high,
        ),
      ],
    ),
})
