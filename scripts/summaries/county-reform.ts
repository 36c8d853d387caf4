import { Cast } from './cast.ts'
import { OFFICES, quotedIds } from './made.ts'
import type { MadeSummary } from './made.ts'
import { planRows } from './plans.ts'

const YEAR = 2021

/** A year of a county told by its personnel office: party, discipline, training institutions. */
export function countyReform(): MadeSummary {
  const cast = new Cast('county-reform')
  const [members, candidates] = [cast.parts(15, 22), cast.parts(14, 22)]
  for (let at = 0; at < 22; at++) {
    const staff = cast.random.int(30, 160)
    const teachers = staff - cast.random.int(2, 9)
    const seen = Math.ceil(teachers * 0.32)
    const rows = [staff, teachers, 2, seen, members[at] ?? 0, candidates[at] ?? 0, 1, 0]
    cast.school('学校', at % 2 === 0 ? '小学' : '中学', { 教师队伍: rows.map((value) => [value]) })
  }
  offices(cast)
  return {
    name: 'county-reform',
    title: '苇溪县2021年教育工作统计',
    county: '苇溪县',
    schoolYear: '2021/2022',
    referenceDate: '2021-12-31',
    kinds: {
      学校: { label: '中小学', category: '学校', sheets: ['教师队伍'] },
      人事股: { label: '人事股', category: '股室', sheets: ['案件台账', '人员管理台账'] },
      监管股: { label: '校外培训监管股', category: '股室', sheets: ['机构台账'] },
      办公室: OFFICES.办公室,
    },
    reporters: cast.reporters,
    indicators: quotedIds(FACTS),
    ownIndicators: '',
    summary: SUMMARY,
    facts: FACTS,
  }
}

function offices(cast: Cast): void {
  const persons = [1, 2, 1, 1, 3, 1, 2, 1, 1]
  const led = [3, 2, 2, 0, 0, 0, 0, 0, 0]
  cast.add('人事股', '人事股', {
    案件台账: [
      ...persons.map((count, at) => [
        `AJ21-${String(at + 1).padStart(2, '0')}`,
        '师德师风',
        cast.day(YEAR),
        count,
        (led[at] ?? 0) > 0 ? '是' : '否',
        led[at] ?? 0,
      ]),
      ['AJ21-10', '经济', cast.day(YEAR), 1, '否', 0],
    ],
    人员管理台账: [
      ['暑期考评免职', '免职', 5, 1, cast.day(YEAR, 8, 8)],
      ['年终考评免职', '免职', 3, 1, cast.day(YEAR, 12, 12)],
      ['督学责任区提醒谈话', '提醒谈话', 38, 0, cast.day(YEAR)],
      ['纪检监察提醒谈话', '提醒谈话', 15, 0, cast.day(YEAR)],
      ['机关人岗分离清理', '清理在编不在岗', 34, 0, cast.day(YEAR, 3, 6)],
    ],
  })
  const outcomes = [
    ...Array.from({ length: 27 }, () => '营改非'),
    ...Array.from({ length: 6 }, () => '注销'),
    ...Array.from({ length: 4 }, () => '转型'),
    ...Array.from({ length: 3 }, () => '整改中'),
  ]
  cast.add('监管股', '校外培训监管股', {
    机构台账: [
      ...outcomes.map((outcome, at) => [
        `${cast.word()}培训学校`,
        '学科类',
        '义务教育',
        outcome,
        cast.day(YEAR, 8, 12),
        `教民${String(1_000 + at)}`,
      ]),
      [`${cast.word()}艺术培训学校`, '非学科类', '综合', '保留', null, '教民1100'],
    ],
  })
  cast.add('办公室', '局办公室', {
    计划目标台账: planRows(YEAR, '2021年教育工作要点及2022年工作思路', [
      ['公办园在园幼儿占比', 50, '%', '不低于'],
      ['个别座谈教师占比', 30, '%', '不低于'],
      ['新建教学楼', 2, '栋'],
      ['新建宿舍楼', 2, '栋'],
    ]),
    改革事项台账: [],
  })
}

const FACTS: Record<string, string> = {
  发展党员数: '15',
  预备党员数: '14',
  公办园在园幼儿占比目标: '50',
  清理人岗分离人数: '34',
  师德立案件数: '9',
  师德立案人数: '13',
  领导责任追究件数: '3',
  领导责任追究人数: '7',
  座谈教师占比要求: '30',
  免职班子成员数: '8',
  免职校长数: '2',
  提醒谈话教师数: '53',
  学科类培训机构数: '40',
  营改非机构数: '27',
  注销机构数: '6',
  转型机构数: '4',
  整改中机构数: '3',
  计划建设教学楼栋数: '2',
  计划建设宿舍楼栋数: '2',
}

const SUMMARY = `# 苇溪县2021年教育工作小结

## 一、工作情况

党建：新发展党员{发展党员数}，另有预备党员{预备党员数}。公办园在园幼儿占比按{公办园在园幼儿占比目标}的目标推进。

队伍：机关清理人岗分离{清理人岗分离人数}。师德案件立案{师德立案件数}、涉及{师德立案人数}，追究领导责任{领导责任追究件数}、{领导责任追究人数}。个别座谈不少于教师的{座谈教师占比要求}；免职{免职班子成员数}，其中校长{免职校长数}；提醒谈话{提醒谈话教师数}。

治理：学科类机构{学科类培训机构数}，营改非{营改非机构数}、注销{注销机构数}、转型{转型机构数}、整改中{整改中机构数}。

## 二、下一年

续建教学楼{计划建设教学楼栋数}、宿舍楼{计划建设宿舍楼栋数}。
`
