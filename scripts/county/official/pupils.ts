import type { Facts } from '../facts.ts'
import type { Pupil, StageName } from '../people.ts'
import { GRADES } from '../people.ts'
import { columnsOf, cross, rowsOf, table } from '../table.ts'
import type { TableSpec } from '../table.ts'

interface Person extends Pupil {
  graduate: boolean
}
type Test = (person: Person) => boolean

function personsOf(facts: Facts, name: StageName): Person[] {
  const stage = facts.stages.find((one) => one.name === name)
  if (!stage) return []
  return [
    ...stage.pupils.map((pupil) => ({ ...pupil, graduate: false })),
    ...stage.graduates.map((pupil) => ({ ...pupil, graduate: true })),
  ]
}

const all: Test = () => true
const here: Test = (p) => !p.graduate
const graduate: Test = (p) => p.graduate
const entrant: Test = (p) => !p.graduate && p.entrant
const female: Test = (p) => p.female
const inGrade =
  (grade: number): Test =>
  (p) =>
    !p.graduate && p.grade === grade
const both =
  (...tests: Test[]): Test =>
  (p) =>
    tests.every((test) => test(p))

const GRADE_WORDS = ['一年级', '二年级', '三年级', '四年级', '五年级', '六年级']
const PRE_WORDS = ['托班', '小班', '中班', '大班']

const TRAITS: [string, Test][] = [
  ['总计', all],
  ['>女', female],
  ['>少数民族', (p) => p.minority],
  ['>复式班', () => false],
  ['>寄宿生', (p) => p.boarder],
  ['>随迁子女', (p) => p.moved !== null],
  ['>>外省迁入', (p) => p.moved === 'province'],
  ['>>本省外县迁入', (p) => p.moved === 'county'],
  ['>进城务工人员随迁子女', (p) => p.worker],
  ['>>外省迁入', (p) => p.worker && p.moved === 'province'],
  ['>>本省外县迁入', (p) => p.worker && p.moved === 'county'],
  ['>农村留守儿童', (p) => p.leftBehind],
]

/** In the women's row the column of women would repeat the row: the form has `*` there. */
const womenTwice = (column: number) => (row: number, at: number) => row === 1 && at === column

export const primaryByKind: TableSpec = table({
  id: '教基3112',
  title: '小学分类型学生数',
  unit: '人',
  rows: rowsOf(TRAITS.map(([label]) => label)),
  columns: columnsOf([
    '毕业生数',
    '招生数/合计',
    ...['未接受过', '一年', '两年', '三年'].map((word) => `招生数/受学前教育情况/${word}`),
    '在校生数/合计',
    '在校生数/其中:女',
    ...GRADE_WORDS.map((word) => `在校生数/${word}`),
    '预计毕业生数',
  ]),
  starred: womenTwice(7),
  fill: (facts) =>
    cross(
      personsOf(facts, 'primary'),
      TRAITS.map(([, test]) => test),
      [
        graduate,
        entrant,
        ...[0, 1, 2, 3].map(
          (years): Test =>
            (p) =>
              entrant(p) && p.preschool === years,
        ),
        here,
        both(here, female),
        ...GRADES.primary.map(inGrade),
        inGrade(6),
      ],
    ),
})

const JUNIOR_TRAITS = TRAITS.filter(([label]) => label !== '>复式班').filter(
  (_, index) => index < 7 || index === 10,
)

export const juniorByKind: TableSpec = table({
  id: '教基3115',
  title: '初中分类型学生数',
  unit: '人',
  rows: rowsOf(JUNIOR_TRAITS.map(([label]) => label)),
  columns: columnsOf([
    '毕业生数',
    '招生数',
    '在校生数/合计',
    '在校生数/其中:女',
    ...GRADE_WORDS.slice(0, 4).map((word) => `在校生数/${word}`),
    '预计毕业生数',
  ]),
  starred: womenTwice(3),
  fill: (facts) =>
    cross(
      personsOf(facts, 'junior'),
      JUNIOR_TRAITS.map(([, test]) => test),
      [graduate, entrant, here, both(here, female), ...[1, 2, 3, 4].map(inGrade), inGrade(3)],
    ),
})

function ages(low: number, high: number): [string, Test][] {
  return [
    ['总计', all],
    ['>女', female],
    [`${low}岁及以下`, (p) => p.age <= low],
    ...Array.from({ length: high - low - 1 }, (_, i): [string, Test] => [
      `${low + 1 + i}岁`,
      (p) => p.age === low + 1 + i,
    ]),
    [`${high}岁及以上`, (p) => p.age >= high],
  ]
}

function byAge(
  id: string,
  title: string,
  stage: StageName,
  low: number,
  high: number,
  words: string[],
): TableSpec {
  const rows = ages(low, high)
  return table({
    id,
    title,
    unit: '人',
    rows: rowsOf(rows.map(([label]) => label)),
    columns: columnsOf([
      '招生数',
      '在校生数/合计',
      '在校生数/其中:女',
      ...words.map((word) => `在校生数/${word}`),
    ]),
    starred: womenTwice(2),
    fill: (facts) =>
      cross(
        personsOf(facts, stage).filter(here),
        rows.map(([, test]) => test),
        [entrant, here, both(here, female), ...GRADES[stage].map(inGrade)],
      ),
  })
}

export const primaryByAge = byAge('教基3113', '小学分年龄学生数', 'primary', 5, 15, GRADE_WORDS)
export const juniorByAge = byAge(
  '教基3116',
  '初中分年龄学生数',
  'junior',
  10,
  18,
  GRADE_WORDS.slice(0, 3),
)

const CHILD_ROWS: [string, Test][] = [
  ['总计', all],
  ['>女', female],
  ['>少数民族', (p) => p.minority],
  ['>残疾人', (p) => p.disabled],
  ...ages(2, 6).slice(2),
]

export const children: TableSpec = table({
  id: '教基3111',
  title: '幼儿园(班)分年龄幼儿数',
  unit: '人',
  rows: rowsOf(CHILD_ROWS.map(([label]) => label)),
  columns: columnsOf([
    '入园(班)人数',
    '在园(班)人数/合计',
    '在园(班)人数/其中:女',
    ...PRE_WORDS.map((word) => `在园(班)人数/${word}`),
    '离园(班)人数',
  ]),
  starred: womenTwice(2),
  fill: (facts) =>
    cross(
      personsOf(facts, 'pre'),
      CHILD_ROWS.map(([, test]) => test),
      [entrant, here, both(here, female), ...GRADES.pre.map(inGrade), graduate],
    ),
})
