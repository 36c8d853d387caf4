import { Cast } from './cast.ts'
import { OFFICES, quotedIds } from './made.ts'
import type { MadeSummary } from './made.ts'
import { planRows, projectRow, rankRows } from './plans.ts'
import type { Project } from './plans.ts'

const YEAR = 2014

/** The first half of a year of a large city: kindergartens of quality, vocational schools, safe buildings. */
export function halfYearCity(): MadeSummary {
  const cast = new Cast('half-year-city')
  const kindergartens = preschools(cast)
  buildings(cast)
  vocational(cast)
  cast.add('项目办', '项目管理办公室', { 项目台账: projects(cast).map(projectRow) })
  cast.add('业务股', '基础教育处', { 创建认定台账: recognitions(cast, kindergartens) })
  offices(cast)
  return {
    name: 'half-year-city',
    title: '穗湖市2014年上半年教育工作统计',
    county: '穗湖市',
    schoolYear: '2013/2014',
    referenceDate: '2014-06-30',
    kinds: {
      '111': { label: '幼儿园', category: '学校', sheets: ['在校学生'] },
      中小学: { label: '中小学', category: '学校', sheets: ['校舍安全'] },
      中职: { label: '中等职业学校', category: '学校', sheets: ['对口高考成绩', '专业设置台账'] },
      项目办: OFFICES.项目办,
      业务股: { label: '基础教育处', category: '股室', sheets: ['创建认定台账'] },
      教师中心: OFFICES.教师中心,
      人事处: { label: '人事处', category: '股室', sheets: ['案件台账', '人员管理台账'] },
      招考中心: OFFICES.招考中心,
      社教中心: { label: '社区教育中心', category: '中心', sheets: ['社会培训台账'] },
      办公室: OFFICES.办公室,
    },
    reporters: cast.reporters,
    indicators: quotedIds(FACTS),
    ownIndicators: '',
    summary: SUMMARY,
    facts: FACTS,
  }
}

/** 358 kindergartens, of which 209 are of provincial quality. */
function preschools(cast: Cast): string[] {
  return Array.from({ length: 358 }, () => {
    const children = cast.random.int(60, 420)
    const rows = [[children, 40, 35, 35], [0], [0], [0], [0], [0]]
    return cast.school('111', '幼儿园', { 在校学生: rows }).name
  })
}

function buildings(cast: Cast): void {
  for (const area of cast.parts(366_000, 40)) {
    cast.school('中小学', '学校', { 校舍安全: [[area], [area]] })
  }
}

const FIELDS =
  '农林牧渔 资源环境 能源 土木水利 加工制造 石油化工 轻纺食品 交通运输 信息技术 医药卫生 财经商贸 旅游服务 文化艺术'

/** Twelve vocational schools: what they teach is partly the same. */
function vocational(cast: Cast): void {
  const fields = FIELDS.split(' ')
  const courses = Array.from({ length: 106 }, (_, at) => {
    const field = fields[at % fields.length] ?? ''
    return [`${String(100_100 + at)}`, `${field}类`, `${field}${cast.word()}方向`]
  })
  const [entered, passed, sat, first, second] = [2_800, 2_719, 2_649, 262, 2_342].map((total) =>
    cast.parts(total, 12),
  )
  for (let at = 0; at < 12; at++) {
    const own = courses.filter((_, course) => course % 12 === at)
    const others = cast.random.shuffle(courses).slice(0, 4)
    const taught = [...new Set([...own, ...others])].map((course) => [
      ...course,
      cast.random.int(30, 160),
    ])
    const ofAll = [entered, passed, sat, first, second]
    cast.school('中职', '职业学校', {
      对口高考成绩: ofAll.map((list) => [list?.[at] ?? 0]),
      专业设置台账: taught,
    })
  }
}

function projects(cast: Cast): Project[] {
  const found: Project[] = []
  for (let at = 0; at < 45; at++) {
    const school = `${cast.word()}幼儿园`
    found.push({
      number: `Y14-${String(at + 1).padStart(3, '0')}`,
      name: `${school}工程`,
      school,
      stage: '幼儿园',
      programme: '学前建设',
      kind: at % 3 === 0 ? '新建' : '改扩建',
      content: '园舍',
      started: cast.day(YEAR, 1, 6),
    })
  }
  cast.parts(179_000, 36).forEach((area, at) => {
    const school = `${cast.word()}中学`
    found.push({
      number: `XA14-${String(at + 1).padStart(3, '0')}`,
      name: `${school}校舍安全工程`,
      school,
      stage: '初中',
      programme: '校安工程',
      kind: ['新建', '续建', '加固'][at % 3] ?? '新建',
      content: '教学楼',
      started: cast.day(YEAR, 1, 6),
      area,
    })
  })
  // Planned for the second half, and so in no area yet.
  found.push({
    number: 'XA14-037',
    name: '北片校舍安全工程',
    school: `${cast.word()}中学`,
    stage: '初中',
    programme: '校安工程',
    kind: '新建',
    area: 9_000,
  })
  cast.parts(23_000, 8).forEach((area, at) => {
    const school = `${cast.word()}小学`
    found.push({
      number: `ST14-${String(at + 1).padStart(3, '0')}`,
      name: `${school}食堂工程`,
      school,
      stage: '小学',
      programme: '其他',
      kind: '改扩建',
      content: '食堂',
      started: cast.day(YEAR, 1, 6),
      area,
    })
  })
  return found
}

type Row = (string | number | null)[]

function recognitions(cast: Cast, kindergartens: readonly string[]): Row[] {
  const row = (
    name: string,
    kind: string,
    level: string,
    fresh: boolean,
    result = '通过',
    stars: string | null = null,
  ): Row => {
    const year = fresh ? YEAR : YEAR - 2
    return [
      name,
      kind,
      level,
      stars,
      result,
      cast.day(year, 1, 6),
      fresh ? '是' : '否',
      '否',
      '否',
      null,
    ]
  }
  const made = (count: number, ending: string, make: (name: string) => Row): Row[] =>
    Array.from({ length: count }, () => make(`${cast.word()}${ending}`))
  return [
    ...kindergartens.slice(0, 209).map((name, at) => row(name, '优质园', '省', at < 20)),
    ...kindergartens.slice(209, 251).map((name, at) => row(name, '优质园', '市', at < 22)),
    ...made(3, '高级中学', (name) => row(name, '课程基地', '省', true, '申报中')),
    ...made(7, '中等专业学校', (name) => row(name, '星级中专', '省', false, '通过', '四星')),
    ...made(2, '中等专业学校', (name) => row(name, '星级中专', '省', false, '通过', '三星')),
    ...made(6, '专业', (name) => row(name, '品牌特色专业', '省', true)),
    ...made(1, '专业', (name) => row(name, '品牌特色专业', '省', true, '未通过')),
  ]
}

function offices(cast: Cast): void {
  const day = (): string => cast.day(YEAR, 1, 6)
  cast.add('教师中心', '教师发展中心', {
    教师培训台账: [
      ['赴外研修', '出国', '教师', day(), 48, 120],
      ['骨干教师省级培训', '省', '教师', day(), 209, 60],
      ['校长省级培训', '省', '校长', day(), 120, 40],
      ['新课程市级培训', '市', '教师', day(), 120, 24],
    ],
    竞赛获奖台账: [
      ['省技能大赛（加工制造）', '技能大赛', '省', 70, 52, 52, 2, day()],
      ['省技能大赛（信息技术）', '技能大赛', '省', 60, 41, 41, 1, day()],
      ['中小学教师微课大赛', '微课大赛', '市', 662, 180, null, null, day()],
      ['省两课评比', '教学评比', '省', 20, 18, null, null, day()],
    ],
  })
  cast.add('人事处', '人事处', {
    案件台账: [],
    人员管理台账: [
      ['幼儿师范生定向培养', '定向培养', 100, null, day()],
      ['第十三批特级教师推荐', '特级教师推荐', 26, null, day()],
    ],
  })
  cast.add('招考中心', '招生考试中心', {
    考试报名台账: [['教师资格认定测试', '教师资格', 231, 215, day()]],
    招生方案: [[2], [1]],
    名次通报台账: rankRows(YEAR, [['教学评比获奖率', '省', 2]]),
  })
  const [start, spirit] = [cast.parts(2_000, 6), cast.parts(106_000, 6)]
  for (const [at, practical] of cast.parts(52_000, 6).entries()) {
    cast.school('社教中心', '社区教育中心', {
      社会培训台账: [
        ['农村实用技术', '实用技术', day(), practical],
        ['创业辅导', '创业', day(), start[at] ?? 0],
        ['文明礼仪讲堂', '精神文明', day(), spirit[at] ?? 0],
      ],
    })
  }
  cast.add('办公室', '局办公室', { 计划目标台账: PLANS, 改革事项台账: [] })
}

const PLANS = planRows(YEAR, '2014年教育工作要点', [
  ['校安工程面积', 60, '万平方米'],
  ['新建改扩建幼儿园', 120, '所'],
  ['创建省优质园', 25, '所'],
  ['初中毕业生升学率', 98, '%', '不低于'],
  ['创建三星级以上普通高中', 1, '所'],
  ['创建中职改革发展示范校', 2, '所'],
  ['创建省品牌特色专业', 10, '个'],
  ['创建示范性实训基地', 5, '个'],
  ['中职毕业生双证率', 80, '%'],
  ['中职毕业生一次性就业率', 95, '%'],
  ['名师引进基金', 1, '亿元'],
])

const FACTS: Record<string, string> = {
  新建改扩建幼儿园项目数: '45',
  新增省优质园数: '20',
  新增市优质园数: '22',
  省优质园数: '209',
  省优质园占比: '58.4',
  申报课程基地高中数: '3',
  四星级中专数: '7',
  品牌特色专业通过数: '6',
  省技能大赛奖牌数: '93',
  省技能大赛金牌数: '3',
  对口高考过关率: '97.1',
  对口高考本科达线人数: '262',
  对口高考专科达线人数: '2342',
  对口高考达线率: '98.3',
  专业大类数: '13',
  专业方向数: '106',
  实用技术培训人次: '5.2',
  创业培训人次: '0.2',
  精神文明培训人次: '10.6',
  定向培养幼儿师范生数: '100',
  教师培训人次: '497',
  出国培训人次: '48',
  省级培训人次: '329',
  市级培训人次: '120',
  教师资格测试人数: '215',
  特级教师推荐人数: '26',
  微课大赛参赛人数: '662',
  两课获奖人数: '18',
  两课获奖率: '90',
  教学评比获奖率全省名次: '2',
  校安工程面积: '17.9',
  D级校舍拆除停用面积: '36.6',
  D级校舍停用率: '100',
  食堂改扩建面积: '2.3',
  校安工程全年任务面积: '60',
  计划新建改扩建幼儿园数: '120',
  计划创建省优质园数: '25',
  初中毕业生升学率目标: '98',
  计划创建三星级以上普通高中数: '1',
  计划创建中职示范校数: '2',
  计划创建省品牌特色专业数: '10',
  计划创建实训基地数: '5',
  双证率目标: '80',
  一次性就业率目标: '95',
  名师引进基金: '1',
}

const SUMMARY = `# 穗湖市2014年上半年教育工作小结

## 一、事业发展

学前教育上半年动工{新建改扩建幼儿园项目数}；省优质园多了{新增省优质园数}，市优质园多了{新增市优质园数}，省优质园累计{省优质园数}，占{省优质园占比}。{申报课程基地高中数}高中申报省课程基地。

职业教育：四星级中专{四星级中专数}，省品牌特色专业通过{品牌特色专业通过数}。省技能大赛得奖牌{省技能大赛奖牌数}、金牌{省技能大赛金牌数}。对口高考过关率{对口高考过关率}，本科{对口高考本科达线人数}、专科{对口高考专科达线人数}，达线率{对口高考达线率}。开设大类{专业大类数}、方向{专业方向数}。社区教育实用技术{实用技术培训人次}、创业{创业培训人次}、精神文明{精神文明培训人次}。

## 二、教师队伍

定向培养{定向培养幼儿师范生数}。各级培训{教师培训人次}，其中出国{出国培训人次}、省级{省级培训人次}、市级{市级培训人次}。教师资格测试{教师资格测试人数}，特级教师推荐{特级教师推荐人数}，微课大赛{微课大赛参赛人数}。省两课获奖{两课获奖人数}，获奖率{两课获奖率}，全省第{教学评比获奖率全省名次|数值}。

## 三、校舍

校安工程{校安工程面积}；拆除停用{D级校舍拆除停用面积}，停用率{D级校舍停用率}；食堂{食堂改扩建面积}。

## 四、下半年

校安工程全年{校安工程全年任务面积}；幼儿园{计划新建改扩建幼儿园数}，省优质园{计划创建省优质园数}；升学率不低于{初中毕业生升学率目标}；三星级以上高中{计划创建三星级以上普通高中数}；中职示范校{计划创建中职示范校数}、特色专业{计划创建省品牌特色专业数}、实训基地{计划创建实训基地数}；双证率{双证率目标}，就业率{一次性就业率目标}；名师引进基金{名师引进基金}。
`
