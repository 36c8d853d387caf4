import type { Facts } from '../facts.ts'
import type { Pupil, StageName } from '../people.ts'
import { JUNIOR_GRADES, PRIMARY_GRADES, added, ownTable, range } from './own-table.ts'

const SEXES: [string, boolean][] = [
  ['男', false],
  ['女', true],
]
const GRADES: [string, string, StageName, number][] = [
  ...PRIMARY_GRADES.map((label, i): [string, string, StageName, number] => [
    '小学',
    label,
    'primary',
    i + 1,
  ]),
  ...JUNIOR_GRADES.map((label, i): [string, string, StageName, number] => [
    '初中',
    label,
    'junior',
    i + 1,
  ]),
]

/** The pupils of a grade; null where the school has no such stage. */
function gradeOf({ stages }: Facts, name: StageName, grade: number): Pupil[] | null {
  const stage = stages.find((one) => one.name === name)
  return stage?.pupils.filter((pupil) => pupil.grade === grade) ?? null
}

const count = (pupils: Pupil[], test: (pupil: Pupil) => boolean) =>
  String(pupils.filter(test).length)

/** Three stub columns: stage, grade and sex; the total over all of them at the foot. */
export const leftBehind = ownTable({
  id: '留守儿童',
  title: '农村留守儿童基本情况统计表',
  unit: '人',
  stubs: ['学段', '年级', '性别'],
  rows: [
    ...GRADES.flatMap(([stage, grade]) => SEXES.map(([sex]) => `${stage}/${grade}/${sex}`)),
    '合计',
  ],
  columns: [
    '留守儿童数',
    '外出务工情况/父母双方外出',
    '外出务工情况/单亲外出',
    '监护情况/祖辈监护',
    '监护情况/亲友监护',
    '监护情况/无人监护',
    '备注',
  ],
  textAt: (_, column) => column === 6,
  formula: (row, column) =>
    row === GRADES.length * 2 && column < 6 ? { rows: range(0, GRADES.length * 2) } : null,
  fill: (facts) => {
    const lines = GRADES.flatMap(([, , stage, grade]) =>
      SEXES.map(([, female]) => {
        const all = gradeOf(facts, stage, grade)
        if (all === null) return Array.from({ length: 7 }, () => '')
        const left = all.filter((pupil) => pupil.leftBehind && pupil.female === female)
        const both = (pupil: Pupil) => pupil.preschool >= 2
        return [
          String(left.length),
          count(left, both),
          count(left, (pupil) => !both(pupil)),
          count(left, (pupil) => pupil.preschool === 3 || pupil.preschool === 0),
          count(left, (pupil) => pupil.preschool === 1),
          count(left, (pupil) => pupil.preschool === 2),
          left.length > 3 ? '已建档' : '',
        ]
      }),
    )
    return [...lines, [...added(lines).slice(0, 6), '']]
  },
})

const RESULTS: [string, (pupil: Pupil) => boolean][] = [
  ['优秀', (pupil) => pupil.preschool === 1],
  ['良好', (pupil) => pupil.preschool === 2],
  ['及格', (pupil) => pupil.preschool === 3],
  ['不及格', (pupil) => pupil.preschool === 0],
]

/** Grades as columns, once for boys and once for girls. */
export const fitness = ownTable({
  id: '体质健康',
  title: '学生体质健康测试结果统计表',
  stubs: ['项目'],
  rows: [
    '应测人数（人）',
    '参测人数（人）',
    ...RESULTS.map(([label]) => `${label}（人）`),
    '优良率（%）',
  ],
  columns: [...SEXES.flatMap(([sex]) => GRADES.map(([, grade]) => `${sex}生/${grade}`)), '合计'],
  fill: (facts) => {
    const groups = SEXES.flatMap(([, female]) =>
      GRADES.map(([, , stage, grade]) =>
        gradeOf(facts, stage, grade)?.filter((pupil) => pupil.female === female),
      ),
    )
    const all = groups.flatMap((group) => group ?? [])
    const rate = (pupils: Pupil[]) => {
      const tested = pupils.filter((pupil) => !pupil.disabled)
      const good = tested.filter((pupil) => pupil.preschool === 1 || pupil.preschool === 2)
      return tested.length === 0
        ? ''
        : String(Math.round((good.length / tested.length) * 1000) / 10)
    }
    const rows: ((pupils: Pupil[]) => string)[] = [
      (pupils) => String(pupils.length),
      (pupils) => count(pupils, (pupil) => !pupil.disabled),
      ...RESULTS.map(
        ([, test]) =>
          (pupils: Pupil[]) =>
            count(pupils, (pupil) => !pupil.disabled && test(pupil)),
      ),
      rate,
    ]
    return rows.map((tell) => [...groups, all].map((group) => (group ? tell(group) : '')))
  },
})

/** A share that the form works out itself, in a cell with a format of per cent. */
export const dropouts = ownTable({
  id: '控辍保学',
  title: '控辍保学工作台账统计表',
  unit: '人',
  stubs: ['学段', '年级'],
  rows: [...GRADES.map(([stage, grade]) => `${stage}/${grade}`), '合　计'],
  columns: [
    '学年初在校学生数',
    '辍学学生数/合计',
    '辍学学生数/厌学',
    '辍学学生数/家庭经济困难',
    '辍学学生数/其他',
    '劝返学生数',
    '辍学率',
  ],
  formula: (row, column) => {
    if (row === GRADES.length && column < 6) return { rows: range(0, GRADES.length) }
    return column === 1 ? { columns: [2, 3, 4] } : null
  },
  quotients: [[6, 1, 0]],
  fill: (facts) => {
    const lines = GRADES.map(([, , stage, grade]) => {
      const all = gradeOf(facts, stage, grade)
      if (all === null) return Array.from({ length: 6 }, () => '')
      const out = stage === 'junior' ? all.length % 5 : all.length % 2
      const parts = [Math.ceil(out / 2), Math.floor(out / 2), 0]
      return [all.length, out, ...parts, Math.min(out, all.length % 3)].map(String)
    })
    return [...lines, added(lines)].map((line) => [...line, ''])
  },
})
