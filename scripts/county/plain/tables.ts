import type { Facts } from '../facts.ts'
import type { Pupil, Stage } from '../people.ts'
import { GRADES } from '../people.ts'
import { columnsOf, decimal, rowsOf, table } from '../table.ts'
import type { SumOf, TableRow, TableSpec } from '../table.ts'

const GRADE_WORDS = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级']

const numbered = (rows: Omit<TableRow, 'code'>[]): TableRow[] =>
  rows.map((row, index) => ({ ...row, code: String(index + 1).padStart(2, '0') }))
const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i)

type Count = (pupils: Pupil[]) => number
const how =
  (test: (pupil: Pupil) => boolean): Count =>
  (pupils) =>
    pupils.filter(test).length
/** After the column of classes; the first is the sum of the next two. */
const PUPIL_COUNTS: Count[] = [
  (pupils) => pupils.length,
  how((p) => !p.female),
  how((p) => p.female),
  how((p) => p.boarder),
  how((p) => p.leftBehind),
  how((p) => p.moved === 'province'),
  how((p) => p.moved === 'county'),
]
const PUPIL_COLUMNS = columnsOf([
  '班级数（个）',
  '学生数（人）/合计',
  '学生数（人）/男',
  '学生数（人）/女',
  '学生数（人）中/寄宿生',
  '学生数（人）中/留守儿童',
  '学生数（人）中/随迁子女/省外',
  '学生数（人）中/随迁子女/省内县外',
])

function gradeLine(stage: Stage | undefined, grade: number): string[] {
  if (!stage) return PUPIL_COLUMNS.map(() => '')
  const pupils = stage.pupils.filter((pupil) => pupil.grade === grade)
  const classes = stage.classes.get(grade)?.length ?? 0
  return [classes, ...PUPIL_COUNTS.map((count) => count(pupils))].map(String)
}

const plus = (lines: string[][]): string[] =>
  (lines[0] ?? []).map((_, c) => String(lines.reduce((sum, line) => sum + Number(line[c] ?? 0), 0)))

const PRIMARY = from(0, 6)
const JUNIOR = from(7, 3)
export const pupils: TableSpec = table({
  id: '学生情况',
  title: '中小学在校学生情况表',
  unit: null,
  rows: numbered([
    ...GRADE_WORDS.map((label) => ({ label, level: 0 as const, group: '小学' })),
    { label: '小计', level: 0, group: '小学' },
    ...GRADE_WORDS.slice(0, 3).map((label) => ({ label, level: 0 as const, group: '初中' })),
    { label: '小计', level: 0, group: '初中' },
    { label: '合　计', level: 0 },
  ]),
  columns: PUPIL_COLUMNS,
  formula: (row, column): SumOf | null => {
    if (row === 6) return { rows: PRIMARY }
    if (row === 10) return { rows: JUNIOR }
    if (row === 11) return { rows: [6, 10] }
    return column === 1 ? { columns: [2, 3] } : null
  },
  fill: ({ stages }) => {
    const lines = (name: Stage['name']) => {
      const stage = stages.find((one) => one.name === name)
      return GRADES[name].map((grade) => gradeLine(stage, grade))
    }
    const primary = lines('primary')
    const junior = lines('junior')
    const sums = [plus(primary), plus(junior)]
    return [...primary, ...sums.slice(0, 1), ...junior, ...sums.slice(1), plus(sums)]
  },
})

export const smallChildren: TableSpec = table({
  id: '幼儿情况',
  title: '幼儿园在园幼儿情况表',
  unit: null,
  rows: rowsOf(['托班', '小班', '中班', '大班', '合　计']),
  columns: PUPIL_COLUMNS.slice(0, 4),
  formula: (row, column): SumOf | null => {
    if (row === 4) return { rows: from(0, 4) }
    return column === 1 ? { columns: [2, 3] } : null
  },
  fill: ({ stages }) => {
    const lines = GRADES.pre.map((grade) => gradeLine(stages[0], grade).slice(0, 4))
    return [...lines, plus(lines)]
  },
})

const POSTS: [string, Facts['staff'][number]['post']][] = [
  ['专任教师', 'teacher'],
  ['行政人员', 'office'],
  ['教辅人员', 'support'],
  ['工勤人员', 'service'],
]
const AGES: [string, number, number][] = [
  ['35岁及以下', 0, 35],
  ['36-45岁', 36, 45],
  ['46-54岁', 46, 54],
  ['55岁及以上', 55, 99],
]
const DEGREES = ['研究生', '本科', '专科', '专科以下']

export const teachers: TableSpec = table({
  id: '教师情况',
  title: '教职工情况表',
  unit: '人',
  rows: rowsOf([...POSTS.map(([label]) => label), '合　计']),
  columns: columnsOf([
    '合计',
    '其中：女',
    ...AGES.map(([label]) => `年龄结构/${label}`),
    ...DEGREES.map((label) => `最高学历/${label}`),
  ]),
  formula: (row, column): SumOf | null => {
    if (row === 4) return { rows: from(0, 4) }
    return column === 0 ? { columns: from(2, 4) } : null
  },
  fill: ({ staff }) => {
    const lines = POSTS.map(([, post]) => {
      const people = staff.filter((one) => one.post === post)
      return [
        people.length,
        people.filter((one) => one.female).length,
        ...AGES.map(([, low, high]) => people.filter((p) => p.age >= low && p.age <= high).length),
        ...DEGREES.map((_, i) => people.filter((p) => Math.min(3, p.degree) === i).length),
      ].map(String)
    })
    return [...lines, plus(lines)]
  },
})

export const conditions: TableSpec = table({
  id: '办学条件',
  title: '办学条件情况表',
  unit: null,
  rows: rowsOf(['校本部', '附属教学点', '合　计']),
  columns: columnsOf([
    '占地面积(平方米)',
    '校舍建筑面积/合计(平方米)',
    '校舍建筑面积/其中：教学用房(平方米)',
    '图书(册)',
    '仪器设备值(万元)',
  ]),
  formula: (row) => (row === 2 ? { rows: [0, 1] } : null),
  fill: ({ premises: p }) => {
    const rooms = p.classrooms + p.special
    const built = rooms + p.office + p.living + p.dormitory + p.other
    const annex = (value: number) => (p.devices % 3 === 0 ? Math.floor(value / 7) : 0)
    const line = (part: (value: number) => number) => [
      decimal(part(p.land), 1),
      decimal(part(built), 1),
      decimal(part(rooms), 1),
      String(part(p.books)),
      decimal(part(p.equipment), 2),
    ]
    return [line((value) => value - annex(value)), line(annex), line((value) => value)]
  },
})

const money = (units: number) => decimal(units, 2)

export const aid: TableSpec = table({
  id: '资助与经费',
  title: '一、学生资助情况',
  unit: null,
  rows: rowsOf(['国家资助', '地方资助', '社会资助', '合　计']),
  columns: columnsOf(['资助人次(人次)', '资助金额(万元)']),
  formula: (row) => (row === 3 ? { rows: [0, 1, 2] } : null),
  fill: ({ premises: { meals, books } }) => {
    const persons = [Math.floor(meals.pupils / 3), books % 11, books % 4]
    const line = (count: number) => [String(count), money(count * 5)]
    return [...persons.map(line), line(persons.reduce((a, b) => a + b, 0))]
  },
})

/** The second table of its sheet; a form without 表号 is known by the sheet's name. */
export const costs: TableSpec = table({
  id: '资助与经费-2',
  title: '二、公用经费情况',
  unit: '万元',
  rows: rowsOf(['水电费', '办公费', '维修费', '培训费', '合　计']),
  columns: columnsOf(['年初预算', '实际支出']),
  formula: (row) => (row === 4 ? { rows: [0, 1, 2, 3] } : null),
  fill: ({ premises: { equipment, land } }) => {
    const parts = [land % 811, (equipment % 977) + 60, land % 397, equipment % 203]
    const line = (value: number) => [money(value), money(Math.floor(value * 0.93))]
    const spent = parts.reduce((sum, value) => sum + Math.floor(value * 0.93), 0)
    return [...parts.map(line), [money(parts.reduce((a, b) => a + b, 0)), money(spent)]]
  },
})
