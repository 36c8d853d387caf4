import { Cast } from './cast.ts'
import { OFFICES, quotedIds } from './made.ts'
import type { MadeSummary } from './made.ts'
import { planRows, projectRow, rankRows } from './plans.ts'
import type { Project } from './plans.ts'

const YEAR = 2021

/** The first half of a year: party building, reforms, kindergartens, the programme for weak schools. */
export function halfYearPlain(): MadeSummary {
  const cast = new Cast('half-year-plain')
  schools(cast)
  cast.add('项目办', '项目管理办公室', { 项目台账: projects(cast).map(projectRow) })
  cast.add('业务股', '基础教育科', { 创建认定台账: recognitions(cast) })
  cast.add('教师中心', '教师发展中心', {
    教师培训台账: [
      ['全国中小学党校网络培训', '国家', '书记', cast.day(YEAR, 3, 5), 318, 24],
      ['新教材培训', '市', '教师', cast.day(YEAR, 4, 5), 260, 16],
    ],
    竞赛获奖台账: [],
  })
  cast.add('招考中心', '招生考试中心', {
    考试报名台账: [],
    招生方案: [[2], [1]],
    名次通报台账: rankRows(YEAR, [['书记网络培训', '省', 1]]),
  })
  cast.add('办公室', '局办公室', {
    计划目标台账: planRows(YEAR, '全面改薄五年规划', [['全面改薄投入', 12.6, '亿元']]),
    改革事项台账: REFORMS.map((name) => [
      name,
      '改革办',
      '2021年教育改革要点',
      cast.day(YEAR, 1, 3),
      '推进中',
    ]),
  })
  return {
    name: 'half-year-plain',
    title: '霁坪市2021年上半年教育工作统计',
    county: '霁坪市',
    schoolYear: '2020/2021',
    referenceDate: '2021-06-30',
    kinds: {
      公办: { label: '公办学校', category: '学校', sheets: ['教师队伍'] },
      民办: { label: '民办学校', category: '学校', sheets: ['教师队伍'] },
      项目办: OFFICES.项目办,
      业务股: { label: '基础教育科', category: '股室', sheets: ['创建认定台账'] },
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

const REFORMS = [
  '义务教育优质均衡改革',
  '普惠性学前教育发展',
  '高考综合改革',
  '中考招生改革',
  '现代职业教育发展',
  '民办教育分类管理改革',
  '新时代教师队伍建设',
]

/** Twelve schools of the city and eight run by others, each of these with one instructor. */
function schools(cast: Cast): void {
  const activists = [1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0]
  for (const activist of activists) {
    const staff = cast.random.int(60, 210)
    const rows = [staff, staff - 9, cast.random.int(1, 9), 4, 0, 0, activist, 0]
    cast.school('公办', '学校', { 教师队伍: rows.map((value) => [value]) }, { 举办者: '公办' })
  }
  for (let at = 0; at < 8; at++) {
    const staff = cast.random.int(25, 90)
    const rows = [staff, staff - 4, 0, 2, 0, 0, 0, 1]
    cast.school('民办', '学校', { 教师队伍: rows.map((value) => [value]) }, { 举办者: '民办' })
  }
}

function projects(cast: Cast): Project[] {
  const found: Project[] = []
  const spent = cast.parts(126_000, 18)
  const higher = cast.parts(43_000, 18)
  spent.forEach((cost, at) => {
    const school = `${cast.word()}小学`
    found.push({
      number: `GB-${String(at + 1).padStart(3, '0')}`,
      name: `${school}改造工程`,
      school,
      stage: at % 4 === 0 ? '初中' : '小学',
      programme: '全面改薄',
      kind: '改扩建',
      content: at % 3 === 0 ? '运动场' : '教学楼',
      count: 1,
      started: cast.day(YEAR - 2),
      finished: cast.day(YEAR, 1, 5),
      area: cast.random.int(800, 4_000),
      planned: cost,
      spent: cost,
      higher: higher[at] ?? 0,
    })
  })
  for (let at = 0; at < 9; at++) {
    const school = `${cast.word()}幼儿园`
    found.push({
      number: `XQ-${String(at + 1).padStart(3, '0')}`,
      name: `${school}建设工程`,
      school,
      stage: '幼儿园',
      programme: '学前建设',
      kind: at % 2 === 0 ? '新建' : '改扩建',
      content: '园舍',
      inclusive: '是',
      central: at < 7 ? '是' : '否',
      planned: cast.random.int(150, 600),
    })
  }
  cast.parts(64, 4).forEach((rooms, at) => {
    const school = `${cast.word()}中学`
    found.push({
      number: `GZ-${String(at + 1).padStart(3, '0')}`,
      name: `${school}选课走班教室`,
      school,
      stage: '普通高中',
      programme: '高中建设',
      kind: '新建',
      content: '功能教室',
      count: rooms,
      started: cast.day(YEAR, 1, 3),
    })
  })
  return found
}

type Recognition = (string | number | null)[]

/** Rows of 创建认定台账: of each kind so many, of which some are meant otherwise. */
function recognitions(cast: Cast): Recognition[] {
  const row = (
    ending: string,
    kind: string,
    level: string,
    result: string,
    again: '是' | '否' = '否',
    visited: '是' | '否' = '否',
  ): Recognition => [
    `${cast.word()}${ending}`,
    kind,
    level,
    null,
    result,
    cast.day(YEAR - 1),
    '否',
    again,
    visited,
    null,
  ]
  const many = (count: number, make: () => Recognition): Recognition[] =>
    Array.from({ length: count }, make)
  return [
    ...many(11, () => row('幼儿园', '示范园', '省', '通过', '是')),
    ...many(23, () => row('幼儿园', '示范园', '市', '通过', '是')),
    ...many(2, () => row('幼儿园', '示范园', '市', '未通过', '否', '是')),
    ...many(4, () => row('幼儿园', '示范园', '市', '通过')),
    ...many(8, () => row('中学', '特色高中', '市', '通过')),
    ...many(1, () => row('中学', '特色高中', '市', '申报中')),
    ...many(6, () => row('职业学校', '骨干中职', '省', '通过')),
  ]
}

const FACTS: Record<string, string> = {
  每校党建指导员数: '1',
  入党积极分子数: '5',
  书记参训人数: '318',
  书记培训全省名次: '1',
  改革项数: '7',
  新建学科功能教室间数: '64',
  中央资金学前立项数: '7',
  省级示范园复评通过数: '11',
  市级示范园复评数: '23',
  示范园未通过回访数: '2',
  全面改薄规划投入: '12.6',
  全面改薄资金完成率: '100',
  全面改薄上级资金: '4.30',
  项目开工率: '71.0',
  特色高中数: '8',
  骨干中职学校数: '6',
}

const SUMMARY = `# 霁坪市2021年上半年教育工作小结

## 一、党的建设

民办学校都有党建指导员，每校{每校党建指导员数}。青年教师中新确定积极分子{入党积极分子数}。党组织书记{书记参训人数}完成网络培训，成绩为全省第{书记培训全省名次|数值}。

## 二、改革与发展

上半年抓改革{改革项数}。高中增加学科教室和功能教室{新建学科功能教室间数}。中央资金安排学前项目{中央资金学前立项数}；省级示范园复评通过{省级示范园复评通过数}，市级复评{市级示范园复评数}，回访{示范园未通过回访数}。

全面改薄规划{全面改薄规划投入}，资金完成{全面改薄资金完成率}，争取中央和省级资金{全面改薄上级资金}；各类项目开工率{项目开工率}。特色高中{特色高中数}，骨干中职{骨干中职学校数}。
`
