import { describe, expect, test } from 'vitest'
import { findFigures } from '../../../src/core/draft/find-figures.ts'
import { formatExact } from '../../../src/shared/exact.ts'
import { labelledDrafts, OWN_DRAFTS } from '../../../scripts/drafts/labels.ts'

/** Each figure as "text = value unit kind direction". */
function found(text: string): string[] {
  return findFigures(text).map((figure) =>
    [
      `${figure.text} =`,
      figure.value === null ? '?' : formatExact(figure.value),
      figure.unit,
      figure.kind,
      ...(figure.direction === null ? [] : [figure.direction]),
    ].join(' '),
  )
}

describe('the project’s own labelled drafts', () => {
  test.each(labelledDrafts(OWN_DRAFTS))('$name: every figure and no other', ({ text, figures }) => {
    const characters = Array.from(text)
    for (const label of figures)
      expect(characters.slice(label.start, label.end).join('')).toBe(label.text)
    const all = findFigures(text)
    const at = (one: { start: number; end: number }): string =>
      characters.slice(one.start, one.end).join('')
    const missed = figures.filter(
      (label) => !all.some((figure) => figure.start === label.start && figure.end === label.end),
    )
    expect(missed.map(at)).toEqual([])
    const others = all.filter(
      ({ start, kind }) =>
        !['other', 'rank'].includes(kind) && !figures.some((label) => label.start === start),
    )
    expect(others.map(at)).toEqual([])
  })
})

describe('lines that a page has wrapped', () => {
  const wrapped = (text: string, width: number): string =>
    text
      .split('\n')
      .map((line) =>
        Array.from({ length: Math.ceil(line.length / width) }, (_, at) =>
          line.slice(at * width, (at + 1) * width),
        ).join('\n'),
      )
      .join('\n')
  const values = (text: string): string[] =>
    findFigures(text).map(({ value, unit, kind }) =>
      [value === null ? '?' : formatExact(value), unit, kind].join(' '),
    )

  // Broken already, or of lines too short to tell at which width a page would have wrapped them.
  const uneven = ['ocr', 'dev-ocr2', 'dev-biaoge', 'bureau-ocr']
  test.each(labelledDrafts(OWN_DRAFTS).filter(({ name }) => !uneven.includes(name)))(
    '$name says the same at any width, also where a break falls into a number',
    ({ text }) => {
      // A line that begins with “2、” by chance cannot be told from a list.
      const plain = (one: string): boolean => !/\n\d{1,2}、/u.test(one) || /\n\d{1,2}、/u.test(text)
      for (const one of [23, 31].map((width) => wrapped(text, width)).filter(plain))
        expect(values(one)).toEqual(values(text))
    },
  )

  test('a figure with a break inside has its place in the document', () => {
    const text = wrapped(`${'各级各类学校办学条件持续改善，'.repeat(6)}全县共有学校487所。`, 26)
    const [figure] = findFigures(text)
    expect(figure?.text.replace('\n', '')).toBe('487所')
    expect(Array.from(text).slice(figure?.start, figure?.end).join('')).toBe(figure?.text)
  })
})

describe('numbers as they are written', () => {
  test.each([
    ['共有学校487所。', ['487所 = 487 所 stock']],
    ['图书校际差异系数0.267；', ['0.267 = 0.267  rate']],
    ['共有学校**487**所，其中**小学281所**。', ['487**所 = 487 所 stock', '281所 = 281 所 stock']],
    ['资助1.2万人（次）。', ['1.2万人（次） = 12000 人次 flow']],
    ['幼儿园7所（公办2、民办5）。', ['7所 = 7 所 stock', '2 = 2 所 stock', '5 = 5 所 stock']],
    ['生均面积由6.8增至7.9平方米。', ['6.8 = 6.8 平方米 rate', '7.9平方米 = 7.9 平方米 rate']],
    [
      '投入3.6亿元，其中中央1.8亿、县1.8亿。',
      ['3.6亿元 = 360000000 元 money', '1.8亿 = 180000000 元 money', '1.8亿 = 180000000 元 money'],
    ],
    ['投入 1,280 万元。', ['1,280 万元 = 12800000 元 money']],
    ['在校生70 443人。', ['70 443人 = 70443 人 stock']],
    ['新增校舍3. 1万平方米。', ['3. 1万平方米 = 31000 平方米 area']],
    ['新建８所学校。', ['８所 = 8 所 flow']],
    [
      '小学一百二十三所、教学点七十五个。',
      ['一百二十三所 = 123 所 stock', '七十五个 = 75 个 stock'],
    ],
    ['入学率百分之九十八点五。', ['百分之九十八点五 = 98.5 % rate']],
    ['九成以上达到规定学历。', ['九成 = 90 % share']],
    ['三分之一的班级没有达标。', ['三分之一 = 33.333333 % share']],
    ['招生翻了一番。', ['翻了一番 = 2 倍 rate']],
    ['投资1亿2300万元。', ['1亿2300万元 = 123000000 元 money']],
    ['生师比19.4:1，师幼比1：7。', ['19.4:1 = 19.4 比 rate', '1：7 = 7 比 rate']],
    ['查处9件13人。', ['9件 = 9 件 flow', '13人 = 13 人 flow']],
    [
      '分别比上年提高0.08个、2.35个百分点。',
      ['0.08个 = 0.08 百分点 change_pp up', '2.35个百分点 = 2.35 百分点 change_pp up'],
    ],
    [
      '分别上升2.3个和下降1.4个百分点。',
      ['2.3个 = 2.3 百分点 change_pp up', '1.4个百分点 = 1.4 百分点 change_pp down'],
    ],
    ['财政拨款4453万，人口78万。', ['4453万 = 44530000 元 money', '78万 = 780000 人 stock']],
    ['设备1013台（件）。', ['1013台（件） = 1013 台 stock']],
    ['排名全市第二。', ['第二 = 2 名 rank']],
    ['争取资金X亿元，新建X所。', ['X亿元 = ? 元 money', 'X所 = ? 所 flow']],
    [
      '两科及格率分别比去年提高1.4和-0.7个百分点。',
      ['1.4 = 1.4 百分点 change_pp up', '0.7个百分点 = 0.7 百分点 change_pp down'],
    ],
    [
      '平均身高分别增加4.1厘米、3.6厘米。',
      ['4.1厘米 = 4.1 厘米 change_abs up', '3.6厘米 = 3.6 厘米 change_abs up'],
    ],
    ['奖补民办园1 204(所次)。', ['1 204(所次) = 1204 所次 stock']],
    ['共有12个重点项目。', ['12个 = 12 个 stock']],
    [
      '人均受教育年限从9.6年提高到10.1年，增加0.5年。',
      ['9.6年 = 9.6 年 rate', '10.1年 = 10.1 年 rate', '0.5年 = 0.5 年 change_abs up'],
    ],
    ['𠀀县有学校3所。', ['3所 = 3 所 stock']],
  ])('%s', (text, figures) => {
    expect(found(text)).toEqual(figures)
  })

  test('offsets count code points, a character beyond the basic plane as one', () => {
    expect(findFigures('𠀀县有学校3所。')[0]).toMatchObject({ start: 5, end: 7 })
  })

  test('a range carries both ends', () => {
    const [figure] = findFigures('筹措3-5亿元。')
    expect([figure?.low, figure?.high].map((one) => one && formatExact(one))).toEqual([
      '300000000',
      '500000000',
    ])
  })
})

describe('what is no figure', () => {
  test.each([
    '2021年9月1日，截至2020年底，2015-2017年。',
    '二〇二一年十二月，第十三届全国人大二次会议。',
    '（教财〔2021〕17号）和教财【2016】6号。',
    '一、总体情况\n（一）基本情况\n1.办学条件\n2、师资',
    '位列全市前50名。',
    '九年一贯制学校、三星级高中、一中和二中、“139”工作体系、三会一课。',
    '3至5岁幼儿，学制三年，每天1小时，5年来。',
    '按100人核定，不足100人的学校。',
    'PM2.5、5G网络、1+X证书、100M宽带。',
    '一般、进一步、统一、一体化。',
    '见https://example.org/2021/34人.html',
    '对连续2次排在后3位的县约谈。',
    '教师5年360学时培训制度。',
  ])('%s', (text) => {
    expect(found(text)).toEqual([])
  })

  test('a limit names a group, what is counted in it is a figure', () => {
    expect(found('660分以上人数5人。')).toEqual(['5人 = 5 人 stock'])
    expect(found('仍有3所学校规模超过2000人。')).toEqual(['3所 = 3 所 stock'])
    expect(found('有21个县（市、区）资金缺口在1000万元以上。')).toEqual(['21个 = 21 个 stock'])
    expect(found('其余5个市在70%—90%之间。')).toEqual(['5个 = 5 个 stock'])
    expect(found('生均设备值低于1800元的小学7所。')).toEqual(['7所 = 7 所 stock'])
  })
})

describe('what moved and what is meant to be', () => {
  test.each([
    ['比上年增加30人。', ['30人 = 30 人 change_abs up']],
    ['增加到30人。', ['30人 = 30 人 stock']],
    ['新增学位30个。', ['30个 = 30 个 flow']],
    ['男生高于女生6.2个百分点。', ['6.2个百分点 = 6.2 百分点 change_pp up']],
    ['增长-3.2%。', ['3.2% = 3.2 % change_pct down']],
    ['同比-3.2%。', ['3.2% = 3.2 % change_pct down']],
    ['同比 +2.1%。', ['2.1% = 2.1 % change_pct up']],
    [
      '初中招生6.04万人，多招0.37万人。',
      ['6.04万人 = 60400 人 flow', '0.37万人 = 3700 人 change_abs up'],
    ],
    ['比上年少投入3万元。', ['3万元 = 30000 元 change_abs down']],
    ['生均公用经费上调50元。', ['50元 = 50 元 change_abs up']],
    [
      '生均校舍面积：小学4.1平方米，初中5.6平方米。',
      ['4.1平方米 = 4.1 平方米 rate', '5.6平方米 = 5.6 平方米 rate'],
    ],
    ['超全市平均5.62个百分点。', ['5.62个百分点 = 5.62 百分点 change_pp up']],
    ['比例超国家考核目标14.8个百分点。', ['14.8个百分点 = 14.8 百分点 change_pp up']],
    [
      '低于收入增幅（4.83%）0.66个百分点。',
      ['4.83% = 4.83 % change_pct up', '0.66个百分点 = 0.66 百分点 change_pp down'],
    ],
    ['净增科技型中小企业853家。', ['853家 = 853 家 change_abs up']],
    ['比上年节约5万元。', ['5万元 = 50000 元 change_abs down']],
    ['核减招生计划30%。', ['30% = 30 % change_pct down']],
    ['增加值比重由46.9%提高到48.2%。', ['46.9% = 46.9 % share', '48.2% = 48.2 % share']],
    [
      '应计提1420万元，少计提555万元。',
      ['1420万元 = 14200000 元 money', '555万元 = 5550000 元 change_abs down'],
    ],
    [
      '距50%的要求还差3.8个百分点。',
      ['50% = 50 % plan_target', '3.8个百分点 = 3.8 百分点 change_pp down'],
    ],
    [
      '及格率超过80%的学校有6所，60%—80%的8所，60%以下的3所。',
      ['6所 = 6 所 stock', '8所 = 8 所 stock', '3所 = 3 所 stock'],
    ],
    [
      '计划招生300人，其中公办200人，民办100人。',
      ['300人 = 300 人 plan_target', '200人 = 200 人 plan_target', '100人 = 100 人 plan_target'],
    ],
    ['托位数仅3.2个，低于4.6个的目标值。', ['3.2个 = 3.2 个 stock', '4.6个 = 4.6 个 plan_target']],
    ['未就业475人，其中拟参军118人。', ['475人 = 475 人 stock', '118人 = 118 人 stock']],
    ['二、重点任务落实\n新建学校46所。', ['46所 = 46 所 flow']],
    ['二、下一步工作安排和落实措施\n新建学校46所。', ['46所 = 46 所 plan_target']],
    ['高于“不低于30%”的要求1.1个百分点。', ['1.1个百分点 = 1.1 百分点 change_pp up']],
    ['平均每10.4名学生一台。', ['10.4名 = 10.4 人 rate']],
    ['不到应配数的1/5。', ['1/5 = 20 % share']],
    ['初级中学一所，教学点四个。', ['一所 = 1 所 stock', '四个 = 4 个 stock']],
    ['11人制足球场47块。', ['47块 = 47 块 stock']],
    [
      '完成计划2800人的104.1%，普职比为5.7:4.3。',
      ['2800人 = 2800 人 plan_target', '104.1% = 104.1 % rate', '5.7:4.3 = 1.325581 比 rate'],
    ],
    ['力争由目前的43.8%提升到60%。', ['43.8% = 43.8 % rate', '60% = 60 % plan_target']],
    ['校安工程规划总面积2865万平方米。', ['2865万平方米 = 28650000 平方米 plan_target']],
    [
      '去年招录教师386名。\n2023年，要办好教育。引进教师300名。',
      ['386名 = 386 人 flow', '300名 = 300 人 plan_target'],
    ],
    [
      '（三）建议。一是新建小学4所。\n（四）现状。小学27所。',
      ['4所 = 4 所 plan_target', '27所 = 27 所 stock'],
    ],
    ['计划招聘教师50名，实际招聘48名。', ['50名 = 50 人 plan_target', '48名 = 48 人 flow']],
    ['一、工作计划\n新建学校6所。', ['6所 = 6 所 plan_target']],
    ['完成计划的99.5%。', ['99.5% = 99.5 % rate']],
    ['从2012年到2019年，农村幼儿园增加了43.5%。', ['43.5% = 43.5 % change_pct up']],
    ['预期性指标8项。', ['8项 = 8 项 stock']],
    ['力争全年完成投资3亿元。', ['3亿元 = 300000000 元 plan_target']],
    [
      '报名960人，计划600人，报录比1.6:1。',
      ['960人 = 960 人 stock', '600人 = 600 人 plan_target', '1.6:1 = 1.6 比 rate'],
    ],
    ['教师三年晋升比例为41.2%。', ['41.2% = 41.2 % share']],
    ['在全市排第5位，较上年上升3位。', ['第5位 = 5 名 rank', '3位 = 3 人 rank']],
    ['进度滞后8.5个百分点。', ['8.5个百分点 = 8.5 百分点 change_pp down']],
    ['平均每车48.5名，驾驶员96名。', ['48.5名 = 48.5 人 rate', '96名 = 96 人 stock']],
    ['生均运动场馆面积有9所学校未达标。', ['9所 = 9 所 stock']],
    ['女教师占比高达72.9%。', ['72.9% = 72.9 % share']],
    ['增幅最高的是甲县（9.87%）。', ['9.87% = 9.87 % change_pct up']],
    ['开工率在90%以下的有3个县。', ['3个 = 3 个 flow']],
    ['“雨露计划”资助418人。', ['418人 = 418 人 flow']],
    ['数学平均分最低，仅为71.2分。', ['71.2分 = 71.2 分 rate']],
    ['单价50万元以上设备3台。', ['3台 = 3 台 stock']],
    ['投资进度低于15%的有2个。', ['2个 = 2 个 stock']],
    ['力争上半年累计完成14.4亿元。', ['14.4亿元 = 1440000000 元 plan_target']],
    ['超规划目标3.8个百分点。', ['3.8个百分点 = 3.8 百分点 change_pp up']],
    ['小学、初中差异系数分别为0.412和0.306。', ['0.412 = 0.412  rate', '0.306 = 0.306  rate']],
    [
      '完成投资9.74亿元，为年度计划9.2亿元的105.9%。',
      [
        '9.74亿元 = 974000000 元 money',
        '9.2亿元 = 920000000 元 plan_target',
        '105.9% = 105.9 % rate',
      ],
    ],
    [
      '确保开工率达到100%，竣工率达到90%以上。',
      ['100% = 100 % plan_target', '90% = 90 % plan_target'],
    ],
    [
      '今年主要工作：投资8.5亿元，新建学校9所、续建6所。',
      ['8.5亿元 = 850000000 元 plan_target', '9所 = 9 所 plan_target', '6所 = 6 所 plan_target'],
    ],
  ])('%s', (text, figures) => {
    expect(found(text)).toEqual(figures)
  })
})

test('a place that is counted with digits and nothing between is a figure; 一县一策 is a saying', () => {
  expect(found('全市有3县通过验收，实行一县一策。')).toEqual(['3县 = 3 县 stock'])
})
