import { describe, expect, it } from 'vitest'
import { findFigures } from '../../../../src/core/draft/find-figures.ts'
import { vouched } from '../../../../src/core/draft/desk/vouched.ts'
import { relationsOf } from '../../../../src/core/draft/relations/relations.ts'
import { tierOf } from '../../../../src/core/draft/ties/tie.ts'
import { target } from './target.ts'

const TARGETS = [
  target('幼儿园改扩建计划数', { unit: '处', now: '14', title: '计划改扩建幼儿园数' }),
  target('幼儿园改扩建完成数', { unit: '处', now: '16', title: '改扩建幼儿园实际完成数' }),
  target('新增幼儿园学位', { unit: '个', now: '2810' }),
  target('计划新增幼儿园学位', { unit: '个', now: '3300' }),
  target('一本上线人数', { unit: '人', now: '2445', before: '2214' }),
  target('高考上线市内名次', { unit: '名', now: '1' }),
  target('教学评比全省名次', { unit: '名', now: '2' }),
  target('骨干中职学校数', { unit: '所', now: '6' }),
  target('营改非机构数', { unit: '所', now: '27' }),
  target('计划高中数字化校园数', { unit: '所', now: '6' }),
  target('特困帮扶户数', { unit: '户', now: '41', title: '重点帮扶特困学生家庭数' }),
  target('受资助贫困学生数', { unit: '人', now: '10972' }),
  target('文科最高分', { unit: '分', now: '616', title: '文科考生最高分' }),
  target('提醒谈话教师数', { unit: '人', now: '53' }),
  target('计划建设教学楼栋数', { unit: '栋', now: '2' }),
  target('计划建设宿舍楼栋数', { unit: '栋', now: '3' }),
]

/** What each figure of a text is tied to, with whether it agrees. */
function ties(text: string): string[] {
  const figures = findFigures(text)
  return figures
    .map(tierOf(text, figures, TARGETS, new Map(), 2021))
    .map(({ choice, verdict }) => `${choice?.target.indicator ?? '-'} ${verdict}`)
}

describe('what is planned', () => {
  it('quotes a plan, and what was done what was done', () => {
    expect(ties('今年计划改扩建幼儿园14处。改扩建幼儿园实际完成16处。')).toEqual([
      '幼儿园改扩建计划数 agrees',
      '幼儿园改扩建完成数 agrees',
    ])
  })

  it('is not held against what was done', () => {
    expect(ties('明年计划新增幼儿园学位3300个。')).toEqual(['计划新增幼儿园学位 agrees'])
    expect(ties('明年计划新增幼儿园学位3500个。')).not.toContain('新增幼儿园学位 differs')
  })

  it('differs from the plan where it does', () => {
    expect(ties('今年计划改扩建幼儿园15处。')).toEqual(['幼儿园改扩建计划数 differs'])
  })
})

describe('a place in a ranking', () => {
  it('quotes what was told of it', () => {
    expect(ties('高考上线人数居全市第一名。')).toEqual(['高考上线市内名次 agrees'])
  })

  it('is of the range that is said', () => {
    expect(ties('高考上线人数居全省第一名。')).toEqual(['- none'])
    expect(ties('教学评比居全省第二名。')).toEqual(['教学评比全省名次 agrees'])
  })
})

describe('what the value agrees with and the words around name', () => {
  it.each([
    ['为10972名贫困学生发放了各类资助', '受资助贫困学生数 agrees'],
    ['拿出专款，对41名特困学生家庭进行重点帮扶', '特困帮扶户数 agrees'],
    ['完成“营”改“非”27所', '营改非机构数 agrees'],
    ['文科考生有人以616分进入名校', '文科最高分 agrees'],
    ['50余位教师被有关部门提醒谈话', '提醒谈话教师数 agrees'],
  ])('%s', (text, tie) => {
    expect(ties(`${text}。`)).toContain(tie)
  })

  it('is none where only a kind of school is said', () => {
    expect(ties('中等职业教育稳步发展，6所学校新建了食堂。')).toEqual(['- none'])
  })

  it('is none where the words beside it say another kind', () => {
    expect(ties('建成初中数字化校园6所。')).toEqual(['- none'])
  })

  it('is none where another thing is named in full beside it and comes to something else', () => {
    const planned = (rooms: string): string[] => ties(`明年建设教学楼2栋、${rooms}基础工程。`)
    expect(planned('3栋宿舍楼')).toEqual(['计划建设教学楼栋数 agrees', '计划建设宿舍楼栋数 agrees'])
    expect(planned('2栋宿舍楼')).toEqual(['计划建设教学楼栋数 agrees', '- none'])
  })

  it('reads a change over spaces that a page left', () => {
    expect(ties('一本上线 2445 人,增加 231 人。')).toEqual([
      '一本上线人数 agrees',
      '一本上线人数 agrees',
    ])
  })
})

describe('a share that agrees with the data beside a whole that it is not of', () => {
  const text = '全市高考考生6625人，二本上线人数1826人，上线率27.68%。'
  const figures = findFigures(text)
  const relations = relationsOf(text, figures)
  const ties = figures.map(
    tierOf(
      text,
      figures,
      [
        target('高考考生数', { unit: '人', now: '6625' }),
        target('二本上线人数', { unit: '人', now: '1826' }),
        target('二本上线率', { unit: '%', decimals: 2, now: [1826, 6596] }),
      ],
      new Map(),
      2021,
    ),
  )

  it('is said to be of the other', () => {
    expect(ties.map(({ verdict }) => verdict)).toEqual(['agrees', 'agrees', 'agrees'])
    const [share] = vouched(relations, ties, figures).filter(
      ({ type, figures: of }) => type === 'share_of' && of.length === 3,
    )
    expect(share).toMatchObject({ verdict: 'undecidable' })
    expect(share?.suggestion).toContain('1826 ÷ 6596')
  })
})
