import { Cast } from './cast.ts'
import { SUMMARY, FACTS } from './county-schools-text.ts'
import { OFFICES, quotedIds } from './made.ts'
import type { MadeSummary } from './made.ts'
import { projectRow, rankRows } from './plans.ts'
import type { Project } from './plans.ts'

const YEAR = 2023

/** A year of a county of many schools: kindergartens, pupils by stage, building, the entrance examination. */
export function countySchools(): MadeSummary {
  const cast = new Cast('county-schools')
  preschools(cast)
  compulsory(cast)
  upper(cast)
  cast.add('项目办', '项目管理办公室', { 项目台账: projects(cast).map(projectRow) })
  offices(cast)
  return {
    name: 'county-schools',
    title: '岚洲市2023年教育工作统计',
    county: '岚洲市',
    schoolYear: '2023/2024',
    referenceDate: '2023-12-31',
    kinds: {
      '111': { label: '幼儿园', category: '学校', sheets: ['在校学生'] },
      '211': { label: '小学', category: '学校', sheets: ['在校学生', '信息化条件'] },
      '311': { label: '初级中学', category: '学校', sheets: ['在校学生', '信息化条件'] },
      '312': { label: '九年一贯制学校', category: '学校', sheets: ['在校学生', '信息化条件'] },
      '342': {
        label: '高级中学',
        category: '学校',
        sheets: ['在校学生', '信息化条件', '高考成绩'],
      },
      '361': { label: '中等职业学校', category: '学校', sheets: ['在校学生', '信息化条件'] },
      项目办: OFFICES.项目办,
      业务股: { label: '基础教育股', category: '股室', sheets: ['创建认定台账'] },
      监管股: { label: '民办与培训监管股', category: '股室', sheets: ['机构台账'] },
      计财股: { label: '计划财务股', category: '股室', sheets: ['适龄人口'] },
      招考中心: OFFICES.招考中心,
    },
    reporters: cast.reporters,
    indicators: quotedIds(FACTS),
    ownIndicators: '',
    summary: SUMMARY,
    facts: FACTS,
  }
}

/** Rows of 在校学生: who attends, by stage. */
const attending = (...stages: number[]): number[][] =>
  Array.from({ length: 6 }, (_, at) => {
    const own = stages[at] ?? 0
    return [own, Math.round(own / 6), Math.round(own / 7), Math.round(own / 8)]
  })

/** 220 kindergartens: 86 public, 134 not, 92 of which take part in 普惠; 133 of standard. */
function preschools(cast: Cast): void {
  cast.parts(37_998, 220).forEach((children, at) => {
    const owner = at < 86 ? '公办' : at < 178 ? '普惠性民办' : '民办'
    const yearly = at < 86 ? '' : at < 211 ? '合格' : '不合格'
    const standard = at % 5 < 3 || at === 219 ? '是' : '否'
    cast.school(
      '111',
      '幼儿园',
      { 在校学生: attending(children) },
      { 举办者: owner, 标准化: standard, 年检: yearly },
    )
  })
}

/** 信息化条件 of so many schools: what is put in place adds up to the county's, all are connected. */
class Equipment {
  private readonly all: number[][]
  private at = 0

  constructor(cast: Cast, schools: number) {
    const totals = [401, 75, 0, 0, 2_380, 1_738, 460, 240]
    this.all = totals.map((total) => cast.parts(total, schools))
  }

  next(urban: boolean): number[][] {
    const own = this.all.map((list) => list[this.at] ?? 0)
    own[3] = urban ? 1_000 : 200
    this.at += 1
    return own.map((value) => [value])
  }
}

const SCHOOLS = { primary: 118, junior: 31, nineYear: 5, upper: 4, vocational: 2 }

let equipment: Equipment | null = null

function equipped(cast: Cast, urban: boolean): number[][] {
  equipment ??= new Equipment(
    cast,
    Object.values(SCHOOLS).reduce((a, b) => a + b, 0),
  )
  return equipment.next(urban)
}

function compulsory(cast: Cast): void {
  equipment = null
  const place = (urban: boolean): Record<string, string> => ({
    举办者: '公办',
    标准化: '是',
    城乡: urban ? '城镇' : '农村',
  })
  const { primary, junior, nineYear } = SCHOOLS
  const pupils = cast.parts(85_256 - 210, primary + nineYear - 1)
  const juniors = cast.parts(28_743 - 86, junior + nineYear - 1)
  for (let at = 0; at < primary; at++) {
    const sheets = { 在校学生: attending(0, pupils[at] ?? 0), 信息化条件: equipped(cast, at < 40) }
    cast.school('211', '小学', sheets, place(at < 40))
  }
  for (let at = 0; at < junior; at++) {
    const sheets = {
      在校学生: attending(0, 0, juniors[at] ?? 0),
      信息化条件: equipped(cast, at < 12),
    }
    cast.school('311', '中学', sheets, place(at < 12))
  }
  for (let at = 0; at < nineYear - 1; at++) {
    const own = attending(0, pupils[primary + at] ?? 0, juniors[junior + at] ?? 0)
    const sheets = { 在校学生: own, 信息化条件: equipped(cast, false) }
    cast.school('312', '学校', sheets, place(false))
  }
  // The new school that others run.
  const sheets = { 在校学生: attending(0, 210, 86), 信息化条件: equipped(cast, true) }
  cast.school('312', '试验学校', sheets, { ...place(true), 举办者: '民办', 本期新办: '是' })
}

function upper(cast: Cast): void {
  const place = { 举办者: '公办', 标准化: '', 城乡: '城镇' }
  // 报名, 实考, 一本, 二本, 专科, 600分以上, 文科最高分, 理科最高分
  const results = [
    [2_420, 2_415, 592, 1_608, 204, 19, 616, 668],
    [1_860, 1_850, 14, 150, 1_520, 2, 571, 604],
    [1_415, 1_409, 4, 48, 1_180, 0, 548, 583],
    [930, 922, 1, 20, 737, 0, 540, 577],
  ]
  const before = [
    [2_380, 499, 1_291],
    [1_790, 11, 132],
    [1_402, 3, 40],
    [905, 0, 17],
  ]
  cast.parts(15_653, SCHOOLS.upper).forEach((students, at) => {
    const school = cast.school(
      '342',
      at === 0 ? '第一中学' : '高级中学',
      {
        在校学生: attending(0, 0, 0, students),
        信息化条件: equipped(cast, true),
        高考成绩: (results[at] ?? []).map((value) => [value]),
      },
      place,
    )
    const [entered = 0, first = 0, second = 0] = before[at] ?? []
    school.before['高考成绩'] = { '[01,1]': entered, '[03,1]': first, '[04,1]': second }
  })
  cast.parts(6_487, SCHOOLS.vocational).forEach((students) => {
    const sheets = {
      在校学生: attending(0, 0, 0, 0, students),
      信息化条件: equipped(cast, true),
    }
    cast.school('361', '职业技术学校', sheets, place)
  })
}

function projects(cast: Cast): Project[] {
  const spent = cast.parts(3_388, 14)
  const found = spent.map((cost, at): Project => {
    const school = `${cast.word()}小学`
    return {
      number: `GB23-${String(at + 1).padStart(3, '0')}`,
      name: `${school}校舍工程`,
      school,
      stage: '小学',
      programme: '全面改薄',
      kind: '改扩建',
      content: '其他',
      ...(at < 2 && { started: cast.day(YEAR, 8, 11) }),
      planned: cost * 2,
      spent: cost,
      thisYear: cost,
    }
  })
  for (const content of ['教学楼', '教学楼', '综合楼', '综合楼']) {
    const school = `${cast.word()}小学`
    found.push({
      number: `KJ23-${String(found.length).padStart(3, '0')}`,
      name: `${school}${content}`,
      school,
      stage: '小学',
      programme: '破解大班额',
      kind: '新建',
      content,
      count: 1,
      started: cast.day(YEAR - 1),
      area: cast.random.int(2_000, 5_000),
    })
  }
  return found
}

function offices(cast: Cast): void {
  cast.add('业务股', '基础教育股', {
    创建认定台账: Array.from({ length: 9 }, () => [
      `${cast.word()}中学`,
      '依法治校示范校',
      '市',
      null,
      '通过',
      cast.day(YEAR),
      '是',
      '否',
      '否',
      null,
    ]),
  })
  cast.add('监管股', '民办与培训监管股', {
    机构台账: Array.from({ length: 8 }, (_, at) => [
      `${cast.word()}培训中心`,
      '非学历教育',
      '成人',
      '保留',
      null,
      `教民${String(2_000 + at)}`,
    ]),
  })
  cast.add('计财股', '计划财务股', { 适龄人口: [[40_505], [27_125], [3_935]] })
  cast.add('招考中心', '招生考试中心', {
    考试报名台账: [['成人高等学校招生考试', '成人高考', 776, 741, cast.day(YEAR, 10, 10)]],
    招生方案: [[2], [1]],
    名次通报台账: rankRows(YEAR, [
      ['高考文科最高分', '市', 1, 616],
      ['艺术单考', '全国', 17, 392],
      ['运动会团体总分', '市', 1],
    ]),
  })
}
