import { describe, expect, test } from 'vitest'
import { contradictionsIn, relationsIn } from '../../../support/draft-relations.ts'

/** A text in which a relation holds, its formula, and the same text with one figure altered. */
type Case = [what: string, holds: string, formula: string, altered: string]

const CASES: Case[] = [
  [
    'of the county, by the measure that the part itself counts',
    '全县参加高考3640人，本科上线1820人。\n县一中参考1400人，本科上线910人，占全县的50.0%。',
    '910人 ÷ 1820人 × 100 = 50.0%',
    '全县参加高考3640人，本科上线1820人。\n县一中参考1400人，本科上线910人，占全县的65.0%。',
  ],
  [
    'of the county, named once for two',
    '全市报名考生44215人。市区考生17926人，占全市的40.5%；六县考生26289人，占59.5%。',
    '26289人 ÷ 44215人 × 100 = 59.5%',
    '全市报名考生44215人。市区考生17926人，占全市的40.5%；六县考生26289人，占95.5%。',
  ],
  [
    'of a whole called so two paragraphs earlier',
    '专任教师3892人。\n小学教师2273人。\n女教师2156人，占专任教师总数的55.40%。',
    '2156人 ÷ 3892人 × 100 = 55.40%',
    '专任教师3892人。\n小学教师2273人。\n女教师2156人，占专任教师总数的54.50%。',
  ],
  [
    'a part named before 占, told a sentence earlier',
    '全市一般公共预算教育支出（含教育事业费、基建经费）62.18亿元。全市一般公共预算支出318.6亿元，教育支出占一般公共预算支出的比例为19.52%。',
    '62.18亿元 ÷ 318.6亿元 × 100 = 19.52%',
    '全市一般公共预算教育支出（含教育事业费、基建经费）62.18亿元。全市一般公共预算支出318.6亿元，教育支出占一般公共预算支出的比例为15.92%。',
  ],
  [
    'of a plan, whatever it is called',
    '全年计划实施项目28个，总投资6.35亿元；完成投资3.27亿元，占年度计划的51.5%。',
    '3.27亿元 ÷ 6.35亿元 × 100 = 51.5%',
    '全年计划实施项目28个，总投资6.35亿元；完成投资3.27亿元，占年度计划的55.1%。',
  ],
  [
    'so much per cent of a figure',
    '完成教育投资9.74亿元，为年度计划9.2亿元的105.9%。',
    '9.74亿元 ÷ 9.2亿元 × 100 = 105.9%',
    '完成教育投资9.74亿元，为年度计划9.2亿元的109.5%。',
  ],
  [
    'a share for each of a list',
    '专任教师6217人，其中幼儿园1714人、小学2986人、初中1517人，分别占27.6%、48.0%、24.4%。',
    '2986人 ÷ 6217人 × 100 = 48.0%',
    '专任教师6217人，其中幼儿园1714人、小学2986人、初中1517人，分别占27.6%、84.0%、24.4%。',
  ],
  [
    'a share for each of a list, of the total between',
    '体育类147家、文化艺术类189家、科技类36家，共372家，分别占39.5%、50.8%、9.7%。',
    '189家 ÷ 372家 × 100 = 50.8%',
    '体育类147家、文化艺术类189家、科技类36家，共372家，分别占39.5%、58.0%、9.7%。',
  ],
  [
    'what was done of what is told right before',
    '排查隐患286处，其中消防129处；已整改281处，整改率98.3%。',
    '281处 ÷ 286处 × 100 = 98.3%',
    '排查隐患286处，其中消防129处；已整改271处，整改率98.3%。',
  ],
  [
    'what was done of a plan in the sentence before',
    '全年计划实施教育项目28个。1—6月已开工23个，开工率82.1%。',
    '23个 ÷ 28个 × 100 = 82.1%',
    '全年计划实施教育项目28个。1—6月已开工23个，开工率92.1%。',
  ],
  [
    'of so many those with',
    '605所学校中建有卫生室的571所，达标率94.4%。',
    '571所 ÷ 605所 × 100 = 94.4%',
    '605所学校中建有卫生室的571所，达标率49.4%。',
  ],
  [
    'of a plan of this and no other',
    '计划招生24600人，实际录取24573人，计划完成率99.9%。',
    '24573人 ÷ 24600人 × 100 = 99.9%',
    '计划招生24600人，实际录取24573人，计划完成率90.9%。',
  ],
  [
    'of a target',
    '争取资金目标1.2亿元，实际争取1.386亿元，完成目标的115.5%。',
    '1.386亿元 ÷ 1.2亿元 × 100 = 115.5%',
    '争取资金目标1.2亿元，实际争取1.836亿元，完成目标的115.5%。',
  ],
  [
    'of a whole in brackets',
    '集团化办学覆盖4826所，占义务教育学校总数（7915所）的61.0%。',
    '4826所 ÷ 7915所 × 100 = 61.0%',
    '集团化办学覆盖4826所，占义务教育学校总数（7915所）的16.0%。',
  ],
  [
    'of those who sat it, told behind',
    '高考本科上线1246人，上线率43.5%；参考人数2864人。',
    '1246人 ÷ 2864人 × 100 = 43.5%',
    '高考本科上线1246人，上线率45.3%；参考人数2864人。',
  ],
  [
    'how much there was before a cut',
    '学科类机构由486家压减至19家，压减467家，压减率96.1%。',
    '467家 ÷ 486家 × 100 = 96.1%',
    '学科类机构由486家压减至19家，压减467家，压减率91.6%。',
  ],
  [
    'changes between the parts and their shares',
    '经费总投入1284.6亿元。学前、义务、高中阶段教育投入分别为102.3亿元、587.4亿元、594.9亿元，比上年分别增长13.1%、7.6%、6.9%，占总投入的比重分别为7.96%、45.73%、46.31%。',
    '587.4亿元 ÷ 1284.6亿元 × 100 = 45.73%',
    '经费总投入1284.6亿元。学前、义务、高中阶段教育投入分别为102.3亿元、587.4亿元、594.9亿元，比上年分别增长13.1%、7.6%、6.9%，占总投入的比重分别为7.96%、54.73%、46.31%。',
  ],
  [
    'marks and those above them',
    '测试3864人，优秀437人、良好1152人、合格2028人、不合格247人，优良率41.12%，合格率93.61%。',
    '(2028人 + 437人 + 1152人) ÷ 3864人 × 100 = 93.61%',
    '测试3864人，优秀437人、良好1152人、合格2028人、不合格247人，优良率41.12%，合格率96.31%。',
  ],
]

describe('what a share is of', () => {
  test.each(CASES)('%s: found where it holds', (_what, holds, formula) => {
    const found = relationsIn(holds)
    expect(found.filter(({ verdict }) => verdict === 'inconsistent')).toEqual([])
    expect(found.map((one) => one.formula)).toContain(formula)
  })

  test.each(CASES)('%s: told where one figure is altered', (_what, _holds, _formula, altered) => {
    expect(contradictionsIn(altered)).not.toEqual([])
  })
})

describe('what only looks like the whole is none', () => {
  test.each([
    [
      'examinees where those admitted are meant, whom the text does not tell',
      '全县参加高考3518人。县一中参考1386人，本科上线1025人，占全县的58.8%。',
    ],
    [
      'the next step of a work is of the plan too',
      '规划项目1046栋。累计开工972栋，开工率92.93%；竣工835栋，竣工率79.83%。',
    ],
    ['another sentence’s competitors', '目前共有662人参赛。18名教师在省评比中获奖，获奖率90%。'],
    [
      'years one after another with shares of wholes of their own',
      '三年拨款分别为8820万元、9137万元、10199万元，分别占36%、32%、29%。',
    ],
    [
      'a whole that is held against last year',
      '经费为1046.9亿元，比上年的 965.8 亿元 增长 8.40%，占教育经费总投入1284.6亿元的 81.50%。',
    ],
    [
      'those above a mark before those who passed',
      '县一中600分以上12人，本科上线1025人，上线率73.9%。',
    ],
  ])('%s', (_what, text) => {
    expect(contradictionsIn(text)).toEqual([])
  })
})
