import type { Employee, Facts } from '../facts.ts'
import type { ListSpec } from '../list.ts'
import { Random } from '../random.ts'
import { added, ownTable } from './own-table.ts'

const SUBJECTS = [
  '道德与法治',
  '语文',
  '数学',
  '英语',
  '科学',
  '体育与健康',
  '音乐',
  '美术',
  '信息科技',
]
const DEGREES = ['研究生', '本科', '专科', '高中阶段', '高中阶段以下']
const RANKS = ['正高级', '高级', '一级', '二级', '三级', '未定级']
const AGES: [string, number, number][] = [
  ['30岁及以下', 0, 30],
  ['31-40岁', 31, 40],
  ['41-50岁', 41, 50],
  ['51岁及以上', 51, 99],
]

const teachersOf = ({ staff }: Facts) => staff.filter((one) => one.post === 'teacher')
const subjectOf = (index: number) => index % SUBJECTS.length

/** Two pages side by side: the second has the stub again and goes on with other columns. */
export const subjects = ownTable({
  id: '学科教师',
  title: '专任教师分学科情况统计表',
  unit: '人',
  stubs: ['学科'],
  rows: [...SUBJECTS, '合计'],
  columns: [
    '合计',
    '其中：女',
    ...DEGREES.map((label) => `学历/${label}`),
    ...AGES.map(([label]) => `年龄/${label}`),
    ...RANKS.map((label) => `职称/${label}`),
  ],
  formula: (row) => (row === SUBJECTS.length ? { rows: SUBJECTS.map((_, i) => i) } : null),
  fill: (facts) => {
    const teachers = teachersOf(facts)
    const lines = SUBJECTS.map((_, subject) => {
      const own = teachers.filter((__, index) => subjectOf(index) === subject)
      const those = (test: (one: Employee) => boolean) => String(own.filter(test).length)
      return [
        String(own.length),
        those((one) => one.female),
        ...DEGREES.map((__, degree) => those((one) => one.degree === degree)),
        ...AGES.map(([, low, high]) => those(({ age }) => age >= low && age <= high)),
        ...RANKS.map((__, rank) => those((one) => one.rank === rank)),
      ]
    })
    return [...lines, added(lines)]
  },
})
/** How many of the columns stand on the first page. */
export const SUBJECTS_FIRST_PAGE = 7

const FAMILY = '甲乙丙丁戊己庚辛壬癸'.split('')
const GIVEN = '春夏秋冬梅兰竹菊松柏山川云霞晨曦'.split('')
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An identity number with a right check digit (GB 11643) in a region that does not exist. */
function identityNumber(born: string, female: boolean, serial: number): string {
  const order = (serial * 2 + (female ? 0 : 1)) % 1000
  const body = `990101${born}${String(order).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i] ?? 0), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

/** A row for each of the school's staff; nobody of them exists, and their family names are no names. */
export const roster: ListSpec = {
  id: '教师花名册',
  title: '教职工花名册',
  columns: [
    { heading: '序号', kind: 'ordinal' },
    { heading: '姓名', kind: 'text' },
    { heading: '性别', kind: 'choice' },
    { heading: '身份证号', kind: 'code' },
    { heading: '出生年月', kind: 'date' },
    { heading: '学历', kind: 'choice' },
    { heading: '职称', kind: 'choice' },
    { heading: '岗位', kind: 'choice' },
    { heading: '任教学科', kind: 'text' },
    { heading: '周课时数', kind: 'number' },
    { heading: '备注', kind: 'text' },
  ],
  room: 12,
  fill: (facts) => {
    const random = new Random(`roster ${facts.school.id}`)
    return facts.staff.map((one, index) => {
      const month = random.int(1, 12)
      // Ages are those of 1 September: who was born later in the year is a year younger.
      const year = 2025 - one.age - (month > 8 ? 1 : 0)
      const born = `${String(year)}${String(month).padStart(2, '0')}${String(random.int(2, 28)).padStart(2, '0')}`
      const teaches = one.post === 'teacher'
      return [
        `${random.pick(FAMILY)}${random.pick(GIVEN)}${random.pick(GIVEN)}`,
        one.female ? '女' : '男',
        identityNumber(born, one.female, (Number(facts.school.id.slice(-4)) * 7 + index) % 499),
        `${String(year)}-${String(month).padStart(2, '0')}`,
        DEGREES[one.degree] ?? '',
        RANKS[one.rank] ?? '',
        teaches ? '专任教师' : '其他教职工',
        teaches ? (SUBJECTS[subjectOf(random.int(0, 8))] ?? '') : '',
        String(teaches ? random.int(6, 20) : 0),
        '',
      ]
    })
  },
}
