import { columnsOf, decimal, rowsOf, table } from '../table.ts'
import type { TableSpec } from '../table.ts'

/** Areas are tenths of ㎡, money hundredths of 万元. */
const area = (tenths: number) => decimal(tenths, 1)

export const basics: TableSpec = table({
  id: '教基1001',
  title: '学校(机构)基本情况',
  unit: null,
  kind: 'text',
  rows: rowsOf(['学校(机构)名称', '学校(机构)标识码', '办学类型代码', '举办者', '所在地城乡代码']),
  columns: columnsOf(['内容']),
  fill: ({ school }) => [
    [school.name],
    [school.id],
    [school.type],
    [school.holder],
    [school.place],
  ],
})

export const buildings: TableSpec = table({
  id: '教基5170',
  title: '校舍情况',
  unit: '平方米',
  rows: rowsOf([
    '总计',
    '一、教学及辅助用房',
    '>教室',
    '>专用教室',
    '二、行政办公用房',
    '三、生活用房',
    '>学生宿舍',
    '四、其他用房',
  ]),
  columns: columnsOf([
    '学校产权校舍建筑面积/计',
    '学校产权校舍建筑面积/其中:危房',
    '学校产权校舍建筑面积/其中:当年新增',
  ]),
  fill: ({ premises: p }) => {
    const teaching = p.classrooms + p.special
    const living = p.living + p.dormitory
    return [
      [teaching + p.office + living + p.other, p.dangerous, p.added],
      [teaching, p.dangerous, p.added],
      [p.classrooms, p.dangerous, p.added],
      [p.special, 0, 0],
      [p.office, 0, 0],
      [living, 0, 0],
      [p.dormitory, 0, 0],
      [p.other, 0, 0],
    ].map((line) => line.map(area))
  },
})

export const conditions: TableSpec = table({
  id: '教基5176',
  title: '占地面积及其他办学条件',
  unit: null,
  rows: rowsOf([
    '占地面积(平方米)',
    '>运动场地面积(平方米)',
    '图书(册)',
    '数字终端(台)',
    '多媒体教室(间)',
    '教学仪器设备资产值(万元)',
  ]),
  columns: columnsOf(['数量']),
  fill: ({ premises: p }) => [
    [area(p.land)],
    [area(p.playground)],
    [String(p.books)],
    [String(p.devices)],
    [String(p.mediaRooms)],
    [decimal(p.equipment, 2)],
  ],
})
