import type { Facts } from '../facts.ts'
import { decimal } from '../table.ts'
import { added, ownTable, range } from './own-table.ts'

const area = (tenths: number) => decimal(tenths, 1)

/** The total above its parts, merged over all three stub columns; groups of unlike depth. */
export const rooms = ownTable({
  id: '校舍',
  title: '校舍建筑面积统计表',
  unit: '平方米',
  stubs: ['类别', '用途', '名称'],
  rows: [
    '合计',
    '教学及辅助用房/教室/普通教室',
    '教学及辅助用房/教室/专用教室',
    '教学及辅助用房/图书阅览室',
    '行政办公用房',
    '生活用房/学生用房/宿舍',
    '生活用房/学生用房/食堂',
    '生活用房/教职工用房/宿舍',
    '生活用房/厕所',
    '其他用房',
  ],
  columns: ['建筑面积', '其中：危房/C级', '其中：危房/D级', '当年新增', '备注'],
  textAt: (_, column) => column === 4,
  formula: (row, column) => (row === 0 && column < 4 ? { rows: range(1, 9) } : null),
  fill: ({ premises: p }: Facts) => {
    const library = Math.floor(p.special / 3)
    const canteen = Math.floor(p.living / 3)
    const toilets = Math.floor(p.living / 5)
    const parts: [number, number, number][] = [
      [p.classrooms, p.dangerous, p.added],
      [p.special - library, 0, 0],
      [library, 0, 0],
      [p.office, 0, 0],
      [p.dormitory, 0, 0],
      [canteen, 0, 0],
      [p.living - canteen - toilets, 0, 0],
      [toilets, 0, 0],
      [p.other, 0, 0],
    ]
    const lines = parts.map(([built, risky, fresh]) => {
      const worst = Math.floor(risky / 3)
      return [area(built), area(risky - worst), area(worst), area(fresh)]
    })
    const notes = lines.map((_, r) => (r === 0 && p.dangerous > 0 ? '已列入改造计划' : ''))
    return [[...added(lines), ''], ...lines.map((line, r) => [...line, notes[r] ?? ''])]
  },
})

const CHECKS: [string, string][] = [
  ['校园消防', '消防设施配备是否齐全'],
  ['校园消防', '安全出口是否畅通'],
  ['食品安全', '食堂证照是否齐全'],
  ['食品安全', '食品留样是否规范'],
  ['校车安全', '校车是否按期检验'],
  ['设施设备', '围墙护栏是否牢固'],
  ['设施设备', '体育器材是否完好'],
]

/** 是 or 否, counts, a date and a name side by side; a reserved row, which is no item. */
export const safety = ownTable({
  id: '安全排查',
  title: '校园安全隐患排查情况表',
  stubs: ['排查类别', '排查内容'],
  rows: CHECKS.map((path) => path.join('/')),
  columns: ['排查结果（是或否）', '隐患数量（处）', '已整改数量（处）', '整改完成日期', '责任岗位'],
  textAt: (_, column) => column === 0 || column > 2,
  fill: ({ premises: p }: Facts) =>
    CHECKS.map(([group], row) => {
      if (group === '校车安全' && p.buses.own + p.buses.hired === 0) return ['', '', '', '', '']
      const found = (p.devices + row * 3) % 4 === 0 ? 1 + (row % 3) : 0
      const done = found > 1 ? found - 1 : found
      const day = `2025年9月${String(3 + row)}日`
      return [found > 0 ? '否' : '是', String(found), String(done), done > 0 ? day : '', '总务处']
    }),
})

const cents = (value: number) => decimal(value, 2)

export const income = ownTable({
  id: '经费收支',
  title: '（一）收入情况',
  unit: '万元',
  stubs: ['收入来源'],
  rows: ['财政拨款', '事业收入', '其他收入', '合计'],
  columns: ['上年决算数', '本年预算数', '本年到位数'],
  formula: (row) => (row === 3 ? { rows: [0, 1, 2] } : null),
  fill: ({ premises: p }: Facts) => {
    const parts = [p.land % 8117, p.equipment % 977, p.devices % 31]
    const lines = parts.map((value) => [
      cents(value),
      cents(value + 100),
      cents(Math.floor(value * 0.9)),
    ])
    return [...lines, added(lines)]
  },
})

export const expenses = ownTable({
  id: '经费收支-2',
  title: '（二）支出情况',
  unit: '万元',
  stubs: ['支出项目'],
  rows: ['人员经费', '公用经费', '其中：水电费', '其中：维修费', '其他支出', '合计'],
  columns: ['上年决算数', '本年预算数', '本年到位数'],
  fill: ({ premises: p }: Facts) => {
    const parts = [
      p.land % 6133,
      (p.equipment % 911) + 400,
      p.devices % 199,
      p.books % 201,
      p.other % 97,
    ]
    const lines = parts.map((value) => [
      cents(value),
      cents(value + 50),
      cents(Math.floor(value * 0.8)),
    ])
    const counted = [0, 1, 4].flatMap((row) => lines.slice(row, row + 1))
    return [...lines, added(counted)]
  },
})
