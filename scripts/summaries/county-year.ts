import { Cast } from './cast.ts'
import type { MadeSummary } from './made.ts'
import { OFFICES, quotedIds } from './made.ts'
import { planRows, projectRow, rankRows } from './plans.ts'
import type { Project } from './plans.ts'

const YEAR = 2021

/** A year of a city: projects, aid, the entrance examination, and the plans for the next year. */
export function countyYear(): MadeSummary {
  const cast = new Cast('county-year')
  examinations(cast)
  const shared = projects(cast)
  cast.school('项目学校', '学校', { 项目台账: shared.map(projectRow) })
  offices(cast)
  return {
    name: 'county-year',
    title: '霁川市2021年教育工作统计',
    county: '霁川市',
    schoolYear: '2021/2022',
    referenceDate: '2021-12-31',
    kinds: {
      高中: { label: '普通高中', category: '学校', sheets: ['高考成绩'] },
      项目学校: { label: '中小学', category: '学校', sheets: ['项目台账'] },
      项目办: OFFICES.项目办,
      资助中心: { label: '资助中心', category: '中心', sheets: ['资助台账'] },
      教师中心: OFFICES.教师中心,
      业务股: { label: '基础教育股', category: '股室', sheets: ['创建认定台账'] },
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

function examinations(cast: Cast): void {
  const [entered, before, first, firstBefore] = [12_406, 14_205, 2_445, 2_214].map((total) =>
    cast.parts(total, 6),
  )
  for (let at = 0; at < 6; at++) {
    const own = entered?.[at] ?? 0
    const sat = own - cast.random.int(3, 15)
    const top = first?.[at] ?? 0
    const second = Math.round(sat * 0.32)
    const third = Math.round((sat - top - second) * 0.8)
    const rows = [own, sat, top, second, third, Math.round(top / 9), 600 + at * 7, 620 + at * 6]
    const school = cast.school('高中', '中学', { 高考成绩: rows.map((value) => [value]) })
    school.before['高考成绩'] = { '[01,1]': before?.[at] ?? 0, '[03,1]': firstBefore?.[at] ?? 0 }
  }
}

/** The ledger of the project office; gives the projects that a school reports as well. */
function projects(cast: Cast): Project[] {
  const found: Project[] = []
  const [areas, spent] = [cast.parts(321_000, 21), cast.parts(62_000, 21)]
  for (let at = 0; at < 21; at++) {
    const school = `${cast.word()}${at % 3 === 0 ? '中学' : '小学'}`
    found.push({
      number: `JC21-${String(at + 1).padStart(3, '0')}`,
      name: `${school}教学楼工程`,
      school,
      stage: at % 3 === 0 ? '初中' : '小学',
      programme: at % 2 === 0 ? '破解大班额' : '全面改薄',
      kind: at % 4 === 0 ? '新建' : '改扩建',
      started: cast.day(YEAR - 1),
      ...(at < 12 && { finished: cast.day(YEAR, 6, 11) }),
      area: areas[at] ?? 0,
      planned: Math.round((spent[at] ?? 0) * 1.2),
      spent: spent[at] ?? 0,
    })
  }
  // Not yet begun: it counts as a project, and nowhere else.
  found.push({
    number: 'JC21-022',
    name: '南片小学新建工程',
    school: `${cast.word()}小学`,
    stage: '小学',
    programme: '破解大班额',
    kind: '新建',
    planned: 2_600,
  })
  const places = cast.parts(2_810, 16)
  const [area, cost] = [cast.decimals(193_763.19, 2, 6), cast.decimals(2_286.8, 1, 6)]
  for (let at = 0; at < 16; at++) {
    const school = `${cast.word()}幼儿园`
    found.push({
      number: `JC21-Y${String(at + 1).padStart(2, '0')}`,
      name: `${school}改扩建工程`,
      school,
      stage: '幼儿园',
      programme: '学前建设',
      kind: '改扩建',
      content: '园舍',
      inclusive: at < 6 ? '是' : '否',
      started: cast.day(YEAR, 1, 4),
      finished: cast.day(YEAR, 7, 9),
      area: at < 6 ? (area[at] ?? 0) : cast.random.int(900, 2_400),
      spent: at < 6 ? (cost[at] ?? 0) : cast.random.int(120, 480),
      places: places[at] ?? 0,
    })
  }
  cast.add('项目办', '项目管理办公室', { 项目台账: found.map(projectRow) })
  return found.slice(0, 2)
}

function offices(cast: Cast): void {
  const [aided, aid] = [cast.parts(10_972, 5), cast.decimals(804, 2, 5)]
  const stages = ['学前教育', '义务教育', '普通高中', '中等职业', '建档立卡']
  const own = stages.map((stage, at) => [
    `${stage}资助`,
    '学生资助',
    aided[at] ?? 0,
    aid[at] ?? 0,
    '财政',
    cast.day(YEAR),
  ])
  cast.add('资助中心', '学生资助中心', {
    资助台账: [
      ...own,
      ['精准扶贫专项资金', '特困帮扶', 40, 12, '专项', cast.day(YEAR)],
      ['生源地信用助学贷款', '生源地贷款', 526, 412, '金融机构', cast.day(YEAR, 8, 9)],
      ['一日捐', '其他', null, 25.6, '社会捐助', cast.day(YEAR)],
      ['企业家协会捐助', '大学生救助', 126, 17.6, '社会捐助', cast.day(YEAR)],
    ],
  })
  cast.add('教师中心', '教师发展中心', {
    教师培训台账: [['暑期全员培训', '县', '教师', cast.day(YEAR, 7, 8), 1_850, 40]],
    竞赛获奖台账: [
      ['全国职业院校技能大赛', '技能大赛', '国家', 24, 17, 17, 6, cast.day(YEAR, 6, 7)],
      ['省职业院校技能大赛', '技能大赛', '省', 60, 41, 41, 12, cast.day(YEAR, 4, 5)],
    ],
  })
  cast.add('业务股', '基础教育股', {
    创建认定台账: Array.from({ length: 42 }, () => [
      `${cast.word()}学校`,
      '自主办学试点',
      '市',
      null,
      '通过',
      cast.day(YEAR - 1),
      '否',
      '否',
      '否',
      '教基〔2020〕18号',
    ]),
  })
  const centre = cast.add('招考中心', '招生考试中心', {
    考试报名台账: [['成人高等学校招生考试', '成人高考', 640, 602, cast.day(YEAR, 10, 10)]],
    招生方案: [[3], [2]],
    名次通报台账: rankRows(YEAR, [
      ['高考一本及本科上线', '市', 1],
      ['技能大赛金牌', '市', 1],
    ]),
  })
  centre.before['招生方案'] = { '[01,1]': 0.5, '[02,1]': 1 }
  cast.add('办公室', '局办公室', { 计划目标台账: PLANS, 改革事项台账: [] })
}

const PLANS = planRows(YEAR, '2021年教育工作要点及2022年工作计划', [
  ['幼儿园改扩建', 14, '处'],
  ['学校建设投资', 1.84, '亿元'],
  ['学校建设所数', 6, '所'],
  ['学校建设面积', 10.24, '万平方米'],
  ['幼儿园工程项目', 7, '个'],
  ['新增幼儿园学位', 3_300, '个'],
  ['就业和实用技术培训', 3_000, '人'],
  ['创业就业培训', 700, '人'],
  ['交流轮岗教师占比', 5, '%', '不低于'],
  ['职业院校数字化校园', 2, '所'],
  ['高中数字化校园', 6, '所'],
  ['初中及小学数字化校园', 132, '所'],
  ['自动录播教室', 21, '套'],
  ['市级互联网+教育示范校', 8, '所'],
  ['县级互联网+教育示范校', 20, '所'],
  ['高考成绩名次', 1, '名'],
])

const FACTS: Record<string, string> = {
  '高考考生数|比上年': '-1799',
  一本上线人数: '2445',
  '一本上线人数|比上年': '231',
  高考上线市内名次: '1',
  国家技能大赛金牌数: '6',
  技能大赛金牌市内名次: '1',
  幼儿园改扩建计划数: '14',
  幼儿园改扩建完成数: '16',
  新增幼儿园学位: '2810',
  招生报名时长: '3.0',
  '招生报名时长|比上年': '2.5',
  招生批次: '2',
  已开工项目学校数: '21',
  已竣工项目学校数: '12',
  项目学校建筑面积: '32.1',
  项目学校完成投资: '6.2',
  普惠性幼儿园建设数: '6',
  普惠性幼儿园建设投资: '2286.8',
  普惠性幼儿园建设面积: '193763.19',
  资助人数: '10972',
  资助金额: '804',
  特困帮扶资金: '12',
  特困帮扶户数: '40',
  生源地贷款人数: '526',
  生源地贷款金额: '412',
  社会捐助资金: '43.2',
  救助贫困大学生数: '126',
  自主办学试点校数: '42',
  高考成绩名次目标: '1',
  规划投资: '1.84',
  计划建设学校数: '6',
  计划建筑面积: '10.24',
  计划幼儿园工程数: '7',
  计划新增幼儿园学位: '3300',
  计划就业和实用技术培训人数: '3000',
  计划创业就业培训人数: '700',
  交流轮岗教师占比目标: '5',
  计划职业院校数字化校园数: '2',
  计划高中数字化校园数: '6',
  计划初中及小学数字化校园数: '132',
  计划增建录播教室数: '21',
  计划市级互联网示范校数: '8',
  计划县级互联网示范校数: '20',
}

const SUMMARY = `# 霁川市2021年教育工作总结和2022年打算

## 一、一年来的工作

**质量。** 今年高考报名{高考考生数|比上年}，一本上线{一本上线人数}，{一本上线人数|比上年}，上线人数和上线率位次为全市第{高考上线市内名次|数值}。全国职业院校技能大赛拿下金牌{国家技能大赛金牌数}，位次为全市第{技能大赛金牌市内名次|数值}。

**学前教育。** 年初安排园所改扩建{幼儿园改扩建计划数}，到年底做成{幼儿园改扩建完成数}，多出学位{新增幼儿园学位}。城区幼儿园报名时间改为{招生报名时长}，{招生报名时长|比上年}，分{招生批次}。

**工程。** 项目学校已开工{已开工项目学校数}、已竣工{已竣工项目学校数}，建筑面积{项目学校建筑面积}，完成投资{项目学校完成投资}。普惠性幼儿园建设{普惠性幼儿园建设数}，投资{普惠性幼儿园建设投资}，面积{普惠性幼儿园建设面积}。

**资助。** 资助困难学生{资助人数}，金额{资助金额}；专项资金{特困帮扶资金}，帮扶家庭{特困帮扶户数}。生源地贷款{生源地贷款人数}，{生源地贷款金额}；社会捐助{社会捐助资金}，救助大学生{救助贫困大学生数}。

## 二、下一年打算

自主办学试点在{自主办学试点校数}铺开，高考成绩争取全市第{高考成绩名次目标|数值}。投资{规划投资}，建设学校{计划建设学校数}、{计划建筑面积}；幼儿园工程{计划幼儿园工程数}，学位{计划新增幼儿园学位}。就业和实用技术培训{计划就业和实用技术培训人数}，创业就业培训{计划创业就业培训人数}。教师交流轮岗不少于{交流轮岗教师占比目标}。数字化校园：职业院校{计划职业院校数字化校园数}、高中{计划高中数字化校园数}、初中和小学{计划初中及小学数字化校园数}；录播教室{计划增建录播教室数}；互联网+教育示范校市级{计划市级互联网示范校数}、本市{计划县级互联网示范校数}。
`
