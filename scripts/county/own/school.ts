import type { Facts } from '../facts.ts'
import { decimal } from '../table.ts'
import { ownTable } from './own-table.ts'

const pupilsOf = ({ stages }: Facts) => stages.flatMap((stage) => stage.pupils)
const classesOf = ({ stages }: Facts) =>
  stages.reduce(
    (sum, stage) => sum + [...stage.classes.values()].reduce((all, list) => all + list.length, 0),
    0,
  )

/** One row for each school: the row is the school's own. */
export const overview = ownTable({
  id: '学校一览',
  title: '学校基本情况一览表',
  stubs: ['序号', '学校名称'],
  rows: ['1/'],
  columns: [
    '班级数（个）',
    '学生数（人）/合计',
    '学生数（人）/男',
    '学生数（人）/女',
    '教职工数（人）/合计',
    '教职工数（人）/其中：专任教师',
    '占地面积（平方米）',
    '备注',
  ],
  textAt: (_, column) => column === 7,
  fill: (facts) => {
    const pupils = pupilsOf(facts)
    const girls = pupils.filter((pupil) => pupil.female).length
    return [
      [
        String(classesOf(facts)),
        String(pupils.length),
        String(pupils.length - girls),
        String(girls),
        String(facts.staff.length),
        String(facts.staff.filter((one) => one.post === 'teacher').length),
        decimal(facts.premises.land, 1),
        facts.premises.dangerous > 0 ? '部分校舍改造中' : '',
      ],
    ]
  },
})

/** The labels of the card, line by line; one pair or two in a line. */
export const CARD: string[][] = [
  ['学校性质', '办学层次'],
  ['校区数量（个）', '班级数（个）'],
  ['在校学生数（人）', '其中：寄宿生（人）'],
  ['教职工数（人）', '专任教师数（人）'],
  ['占地面积（平方米）', '图书（册）'],
  ['是否完成标准化建设', '是否接入教育专网'],
  ['学校地址'],
]

/** Labels and values side by side. Each line is a row, its pairs are columns 1 and 2. */
export const card = ownTable({
  id: '基本情况卡',
  title: '学校基本情况卡',
  stubs: ['项目'],
  rows: CARD.map((line) => line.join('、')),
  columns: ['第一项', '第二项'],
  textAt: (row) => row === 0 || row >= 5,
  fill: (facts) => {
    const pupils = pupilsOf(facts)
    const { premises: p, school, staff } = facts
    return [
      [school.holder, school.typeName],
      ['1', String(classesOf(facts))],
      [String(pupils.length), String(pupils.filter((pupil) => pupil.boarder).length)],
      [String(staff.length), String(staff.filter((one) => one.post === 'teacher').length)],
      [decimal(p.land, 1), String(p.books)],
      [p.dangerous > 0 ? '否' : '是', p.mediaRooms > 1 ? '是' : '否'],
      [`${school.town}学府路${String(1 + (p.books % 98))}号`],
    ]
  },
})
