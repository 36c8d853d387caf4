import type { Facts } from '../facts.ts'
import { decimal } from '../table.ts'
import { added, ownTable, range } from './own-table.ts'

const KINDS: [string, string][] = [
  ['学前教育', '家庭经济困难幼儿资助'],
  ['小学', '寄宿生生活补助'],
  ['小学', '非寄宿生生活补助'],
  ['小学', '营养改善计划'],
  ['初中', '寄宿生生活补助'],
  ['初中', '非寄宿生生活补助'],
  ['初中', '营养改善计划'],
]
const STAGE: Partial<Record<string, string>> = {
  学前教育: 'pre',
  小学: 'primary',
  初中: 'junior',
}

/** The same leaf labels under different groups, in rows and in columns; persons and money side by side. */
export const aid = ownTable({
  id: '学生资助',
  title: '学生资助资金发放情况统计表',
  stubs: ['学段', '资助项目'],
  rows: [...KINDS.map((path) => path.join('/')), '总计'],
  columns: [
    '春季学期/受助人数（人）',
    '春季学期/资助金额（万元）',
    '秋季学期/受助人数（人）',
    '秋季学期/资助金额（万元）',
    '全年/受助人数（人）',
    '全年/资助金额（万元）',
  ],
  formula: (row, column) => {
    if (row === KINDS.length) return { rows: range(0, KINDS.length) }
    return column >= 4 ? { columns: [column - 4, column - 2] } : null
  },
  fill: ({ stages }: Facts) => {
    const lines = KINDS.map(([group], row) => {
      const stage = stages.find((one) => one.name === STAGE[group])
      if (stage === undefined) return Array.from({ length: 6 }, () => '')
      const spring = stage.pupils.filter((pupil) => (pupil.age + row) % 3 === 0).length
      const autumn = stage.pupils.filter((pupil) => (pupil.age + row) % 4 === 0).length
      const each = 5 + row
      return [
        String(spring),
        decimal(spring * each, 2),
        String(autumn),
        decimal(autumn * each, 2),
        String(spring + autumn),
        decimal((spring + autumn) * each, 2),
      ]
    })
    return [...lines, added(lines)]
  },
})
