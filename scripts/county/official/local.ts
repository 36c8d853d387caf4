import type { StageName } from '../people.ts'
import { columnsOf, decimal, rowsOf, table } from '../table.ts'
import type { TableSpec } from '../table.ts'
import type { SchoolKind } from '../school.ts'

/** Tables of the county's own making, added to the official ones. */
export const transport: TableSpec = table({
  id: '县教01',
  title: '学生上下学交通情况',
  unit: null,
  rows: rowsOf(['合计', '自有校车', '租用车辆']),
  columns: columnsOf([
    '车辆数(辆)',
    '乘车学生(人)',
    '线路里程/合计(公里)',
    '线路里程/其中:山区(公里)',
  ]),
  fill: ({ premises: { buses } }) => {
    const total = buses.own + buses.hired
    const own = total === 0 ? 0 : Math.round((buses.length * buses.own) / total)
    const line = (count: number, riders: number, length: number) => [
      String(count),
      String(riders),
      decimal(length, 1),
      decimal(Math.floor(length / 3), 1),
    ]
    return [
      line(total, buses.ownRiders + buses.hiredRiders, buses.length),
      line(buses.own, buses.ownRiders, own),
      line(buses.hired, buses.hiredRiders, buses.length - own),
    ]
  },
})

export const meals: TableSpec = table({
  id: '县教02',
  title: '学生用餐与营养改善情况',
  unit: null,
  rows: rowsOf(['营养改善计划', '课后服务']),
  columns: columnsOf(['受益学生(人)', '供应天数(天)', '补助资金(万元)']),
  fill: ({ premises: { meals: m } }) => [
    [String(m.pupils), String(m.pupils === 0 ? 0 : m.days), decimal(m.money, 2)],
    [String(Math.floor(m.pupils / 2)), '0', '0'],
  ],
})

const STAGE_ROWS: [string, StageName][] = [
  ['学前教育', 'pre'],
  ['小学', 'primary'],
  ['初中', 'junior'],
]
const HAS: Record<SchoolKind, StageName[]> = {
  kindergarten: ['pre'],
  primary: ['primary'],
  point: ['primary'],
  junior: ['junior'],
  nineYear: ['primary', 'junior'],
}

export const changes: TableSpec = table({
  id: '县教03',
  title: '学生变动情况',
  unit: '人',
  rows: rowsOf(STAGE_ROWS.map(([label]) => label)),
  columns: columnsOf([
    '上学年初在校学生数',
    '增加学生数/合计',
    '增加学生数/招生',
    '增加学生数/转入',
    '减少学生数/合计',
    '减少学生数/毕业',
    '减少学生数/转出',
    '减少学生数/退学',
    '本学年初在校学生数',
  ]),
  starred: (row, _column, kind) => !HAS[kind].some((name) => name === STAGE_ROWS[row]?.[1]),
  fill: ({ stages }) =>
    STAGE_ROWS.map(([, name]) => {
      const flow = stages.find((stage) => stage.name === name)?.flow
      if (!flow) return Array.from({ length: 9 }, () => '')
      return [
        flow.start,
        flow.entrants + flow.movedIn,
        flow.entrants,
        flow.movedIn,
        flow.graduates + flow.movedOut + flow.dropped,
        flow.graduates,
        flow.movedOut,
        flow.dropped,
        flow.end,
      ].map(String)
    }),
})
