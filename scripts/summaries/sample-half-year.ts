import { Cast } from './cast.ts'
import { OFFICES, quotedIds } from './made.ts'
import type { MadeSummary, Reporter } from './made.ts'
import { planRows, projectRow } from './plans.ts'
import type { Project } from './plans.ts'

const YEAR = 2026

/**
 * The second sample that ships with the program: half a year of a county with schools, offices and
 * centres, a ledger of projects, what was planned, and the same half of last year. One project is
 * reported by an office and by its school, who disagree on what it cost; another ends before it begins.
 */
export function sampleHalfYear(): MadeSummary {
  const cast = new Cast('sample-half-year')
  const schools = Array.from({ length: 8 }, (_, at) => school(cast, at < 6 ? '公办' : '民办'))
  const shared = projects(schools.map(({ name }) => name))
  const rows = shared.map(projectRow)
  const office = cast.add('项目办', '项目管理办公室', { 项目台账: rows })
  office.before = {
    项目台账: {
      '[项目数,1]': 7,
      '[已开工项目数,1]': 5,
      '[已竣工项目数,1]': 2,
      '[完成投资,1]': 1860,
      '[幼儿园改扩建完成数,1]': 1,
      '[幼儿园新增学位,1]': 180,
    },
  }
  // The school reports its own project too: with another cost.
  const [first] = shared
  const [builder] = schools
  if (first !== undefined && builder !== undefined) {
    builder.sheets['项目台账'] = [projectRow({ ...first, spent: 455 })]
  }
  cast.add('教师中心', '教师发展中心', {
    教师培训台账: [
      ['新课程标准培训', '市', '教师', '2026-03-14', 160, 16],
      ['青年教师岗前培训', '县', '教师', '2026-02-23', 45, 24],
      ['校长管理能力提升', '省', '校长', '2026-05-09', 8, 40],
    ],
    竞赛获奖台账: [['教学基本功评比', '教学评比', '市', 24, 9, 0, 0, '2026-05-28']],
  }).before = { 教师培训台账: { '[培训人次,1]': 190 } }
  cast.add('招考中心', '招生考试中心', {
    考试报名台账: [
      ['上半年教师资格面试', '教师资格', 130, 121, '2026-05-16'],
      ['上半年自学考试', '自学考试', 210, 188, '2026-04-11'],
    ],
    招生方案: [[2], [1]],
    名次通报台账: [],
  }).before = { 考试报名台账: { '[教师资格测试人数,1]': 108 } }
  cast.add('办公室', '局办公室', {
    计划目标台账: planRows(YEAR, '2026年教育重点工作计划', [
      ['幼儿园改扩建', 2, '处'],
      ['新增幼儿园学位', 300, '个'],
    ]),
    改革事项台账: [
      ['学区化办学', '基础教育股', '2026年教育改革要点', '2026-02', '推进中'],
      ['教师县管校聘', '人事股', '2026年教育改革要点', '2026-03', '已印发方案'],
    ],
  })
  // Offices and centres belong to no town.
  for (const reporter of cast.reporters) if (reporter.kind !== '学校') reporter.town = ''
  return {
    name: 'sample-half-year',
    title: '霁川县2026年上半年教育工作统计（示例）',
    county: '霁川县',
    schoolYear: '2025/2026',
    period: '2026-H1',
    referenceDate: '2026-06-30',
    kinds: {
      学校: { label: '学校', category: '学校', sheets: ['教师队伍', '项目台账'] },
      项目办: OFFICES.项目办,
      教师中心: OFFICES.教师中心,
      招考中心: OFFICES.招考中心,
      办公室: OFFICES.办公室,
    },
    reporters: cast.reporters,
    indicators: quotedIds(FACTS),
    ownIndicators: '',
    summary: SUMMARY,
    facts: FACTS,
  }
}

function school(cast: Cast, owner: string): Reporter {
  const staff = cast.random.int(30, 120)
  const teachers = staff - cast.random.int(2, 8)
  const moved = cast.random.int(1, 6)
  const rows = [staff, teachers, moved, 2, 1, 1, cast.random.int(0, 2), 0]
  const sheets = { 教师队伍: rows.map((value) => [value]), 项目台账: [] }
  const made = cast.school('学校', '小学', sheets, { 举办者: owner })
  const before = [
    staff - cast.random.int(0, 3),
    teachers - 2,
    Math.max(0, moved - 1),
    2,
    0,
    0,
    1,
    0,
  ]
  made.before = {
    教师队伍: Object.fromEntries(
      before.map((value, at) => [`[${String(at + 1).padStart(2, '0')},1]`, value]),
    ),
  }
  return made
}

function projects(schools: readonly string[]): Project[] {
  const common = { programme: '其他', kind: '改扩建', content: '教学楼' } as const
  const of = (at: number, more: Partial<Project>): Project => {
    const at2 = schools[at] ?? ''
    return {
      ...common,
      number: `XM-${String(at + 1).padStart(2, '0')}`,
      name: `${at2}教学楼扩建工程`,
      school: at2,
      stage: '小学',
      count: 1,
      ...more,
    }
  }
  const nursery = (at: number, name: string, more: Partial<Project>): Project =>
    of(at, {
      name: `${name}改扩建工程`,
      school: name,
      stage: '幼儿园',
      programme: '学前建设',
      content: '园舍',
      inclusive: '是',
      ...more,
    })
  return [
    of(0, { started: '2025-09-10', area: 1800, planned: 480, spent: 420, thisYear: 260 }),
    of(1, {
      ...{ started: '2025-03-05', finished: '2026-04-20', area: 2400 },
      ...{ planned: 640, spent: 640, thisYear: 150 },
    }),
    of(2, { started: '2026-03-01', area: 900, planned: 260, spent: 75, thisYear: 75 }),
    of(3, { area: 1500, planned: 400 }),
    nursery(4, '东湖幼儿园', {
      ...{ started: '2025-06-01', finished: '2026-05-30', area: 2100 },
      ...{ planned: 520, spent: 515, thisYear: 180, places: 180 },
    }),
    nursery(5, '南塘幼儿园', {
      ...{ started: '2025-07-15', finished: '2026-03-18', area: 1300 },
      ...{ planned: 310, spent: 308, thisYear: 90, places: 90 },
    }),
    // The days are the wrong way round: a rule of the ledger finds it.
    nursery(6, '西园幼儿园', {
      ...{ started: '2026-05-12', finished: '2026-02-12', area: 1100 },
      ...{ planned: 280, spent: 120, thisYear: 120, places: 60 },
    }),
  ]
}

/** What the indicators come to. */
const FACTS: Record<string, string> = {
  建设项目数: '7',
  已开工项目数: '6',
  已竣工项目数: '4',
  '已竣工项目数|比上年': '2',
  完成投资万元: '2113.0',
  '完成投资万元|比上年': '253.0',
  新增幼儿园学位: '330',
  '新增幼儿园学位|比上年': '150',
  幼儿园改扩建完成数: '3',
  幼儿园改扩建计划数: '2',
  教师资格测试人数: '121',
  '教师资格测试人数|比上年': '13',
  改革项数: '2',
}

const SUMMARY = `# 霁川县{期间}教育工作小结

{时点}，全县在建和建成教育项目{建设项目数}，已开工{已开工项目数}，已竣工{已竣工项目数}，{已竣工项目数|比同期}；完成投资{完成投资万元}，{完成投资万元|比同期}。

幼儿园改扩建计划{幼儿园改扩建计划数}，完成{幼儿园改扩建完成数}，{幼儿园改扩建完成数|比计划}；新增学位{新增幼儿园学位}，{新增幼儿园学位|比同期}。

参加教师资格测试{教师资格测试人数}，{教师资格测试人数|比同期}。列入年度重点的改革{改革项数}。
`
