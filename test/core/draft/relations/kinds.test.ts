import { describe, expect, test } from 'vitest'
import { contradictionsIn, relationsIn } from '../../../support/draft-relations.ts'

/** A text in which a relation holds, the kind of it, and the same text with one figure altered. */
type Case = [what: string, holds: string, rule: string, altered: string]

const CASES: Case[] = [
  [
    'last year’s amount past a share',
    '财政性教育经费为152,318万元，占总收入的81.70%，比上年的141,826万元增长7.40%。',
    'growth',
    '财政性教育经费为152,318万元，占总收入的81.70%，比上年的141,826万元增长4.70%。',
  ],
  [
    'a change past what its level is a share of',
    '教育支出9.84亿元，占一般公共预算支出48.63亿元的20.23%，同比增加0.52亿元，增长5.58%。',
    'growth',
    '教育支出9.84亿元，占一般公共预算支出48.63亿元的20.23%，同比增加0.52亿元，增长8.55%。',
  ],
  [
    'a share of what it is of, and last year’s',
    '民办学校在校生33,310人，占全市在校生346,210人的9.62%，比上年的10.85%下降1.23个百分点。',
    'points',
    '民办学校在校生33,310人，占全市在校生346,210人的9.62%，比上年的10.85%下降1.32个百分点。',
  ],
  [
    'a change and growth for each of those before',
    '入园幼儿41,206人，在园幼儿118,435人，分别比上年减少3,518人和2,947人，下降7.87%和2.43%。',
    'growth',
    '入园幼儿41,206人，在园幼儿118,435人，分别比上年减少3,518人和2,947人，下降8.77%和2.43%。',
  ],
  [
    'growth held against another growth',
    '教育经费增长6.50%，同期财政经常性收入增长4.12%，教育经费增幅高于财政经常性收入增幅2.38个百分点。',
    'gap',
    '教育经费增长6.50%，同期财政经常性收入增长4.12%，教育经费增幅高于财政经常性收入增幅2.83个百分点。',
  ],
  [
    'posts and who holds them',
    '核定教职工编制6,348个，实有在编5,917人，空编431个。',
    'balance',
    '核定教职工编制6,348个，实有在编5,917人，空编413个。',
  ],
  [
    'the years of a series, in the next sentence',
    '2020年至2022年，经费分别为6,218万元、7,043万元和8,126万元。2022年比2021年增加1,083万元，增长15.38%。',
    'change',
    '2020年至2022年，经费分别为6,218万元、7,043万元和8,126万元。2022年比2021年增加1,038万元，增长15.38%。',
  ],
  [
    'what is left over, paragraphs behind the income',
    '教育经费总收入93,416万元。\n一\n二\n三\n四\n全年教育经费支出92,187万元。收支相抵，年末结余1,229万元。',
    'balance',
    '教育经费总收入93,416万元。\n一\n二\n三\n四\n全年教育经费支出92,187万元。收支相抵，年末结余1,292万元。',
  ],
  [
    'what an audit took off',
    '结算审计项目52个，送审金额4.126亿元，审定金额3.785亿元，核减0.341亿元。',
    'balance',
    '结算审计项目52个，送审金额4.126亿元，审定金额3.758亿元，核减0.341亿元。',
  ],
  [
    'what each teacher has to teach, of all that there are',
    '学生总数86,472人，其中女生40,642人。\n教职工7,412人，其中专任教师6,038人。平均每名专任教师负担学生14.3人。',
    'average',
    '学生总数86,472人，其中女生40,642人。\n教职工7,412人，其中专任教师6,038人。平均每名专任教师负担学生13.4人。',
  ],
  [
    'who was registered, who came and who did not',
    '全市共有28,364名考生报名参加中考，实际参考28,107名，缺考257名。',
    'balance',
    '全市共有28,364名考生报名参加中考，实际参考28,107名，缺考275名。',
  ],
  [
    'what was done and what was not, in the same words',
    '包案化解积案14件，已化解11件，化解率78.6%，未化解3件。',
    'balance',
    '包案化解积案14件，已化解11件，化解率78.6%，未化解33件。',
  ],
  [
    'growth behind a list, from the year before it and the change',
    '投入经费186万元，其中市级财政110万元、县级财政76万元，较上年的172万元增加14万元，增长8.1%。',
    'growth',
    '投入经费186万元，其中市级财政110万元、县级财政76万元，较上年的172万元增加14万元，增长81%。',
  ],
  [
    'how much higher the first of two of one measure is',
    '教师年均工资收入9.87万元，公务员年均工资收入9.64万元，高0.23万元。',
    'gap',
    '教师年均工资收入9.87万元，公务员年均工资收入9.64万元，高0.32万元。',
  ],
  [
    'growth between the members of a series of years',
    '2020至2022年，教育支出分别为6.12亿元、6.48亿元、6.95亿元，2021年增长5.88%，2022年增长7.25%。',
    'growth',
    '2020至2022年，教育支出分别为6.12亿元、6.84亿元、6.95亿元，2021年增长5.88%，2022年增长7.25%。',
  ],
  [
    'how much less was done than had to be',
    '土地收益应计提1,420万元，实际计提865万元，少计提555万元。',
    'balance',
    '土地收益应计提1,420万元，实际计提856万元，少计提555万元。',
  ],
  [
    'a gap to what stands in brackets',
    '教育经费比上年增长4.17%，低于财政收入增幅（4.83%）0.66个百分点。',
    'gap',
    '教育经费比上年增长4.17%，低于财政收入增幅（4.38%）0.66个百分点。',
  ],
  [
    'children told paragraphs before their classes',
    '在园幼儿13,682人。\n公办园在园幼儿8,127人。\n全县开设468个班，班均幼儿29.2人。',
    'average',
    '在园幼儿13,682人。\n公办园在园幼儿8,127人。\n全县开设468个班，班均幼儿22.9人。',
  ],
  [
    'a whole between what was done and what was not',
    '覆盖学校87所，全区112所公办中小学中尚有25所未纳入。',
    'rest',
    '覆盖学校87所，全区112所公办中小学中尚有52所未纳入。',
  ],
  [
    'so many times what stands before 的',
    '特教生均公用经费8,000元，是普通小学650元的12.3倍。',
    'ratio',
    '特教生均公用经费8,000元，是普通小学650元的13.2倍。',
  ],
  [
    'a share of what 其中 takes apart, though another whole was named before',
    '参与学生3.74万人，占应参与学生3.81万人的98.2%；解决1,562名随迁子女入学，其中公办学校1,499名，占96.0%。',
    'share',
    '参与学生3.74万人，占应参与学生3.81万人的98.2%；解决1,562名随迁子女入学，其中公办学校1,949名，占96.0%。',
  ],
  [
    'growth against the one before, whatever it was',
    '起薪3,428元，比上届增加236元，增长7.4%。',
    'growth',
    '起薪3,428元，比上届增加263元，增长7.4%。',
  ],
  [
    'a share of what something grew to',
    '专任教师由2020年的9,846人增加到11,352人。骨干教师1,207人，占专任教师的10.6%。',
    'share',
    '专任教师由2020年的9,846人增加到11,352人。骨干教师1,702人，占专任教师的10.6%。',
  ],
  [
    'how far a plan is done by all parts of a list',
    '新增学位5.28万个，其中小学3.16万个、初中2.12万个，完成规划任务6万个的88%。',
    'share',
    '新增学位5.28万个，其中小学3.16万个、初中2.12万个，完成规划任务6万个的98%。',
  ],
  [
    'percentage points against a time that no year names',
    '达到中等以上水平的学生占82.7%，较上一轮监测的79.5%上升3.2个百分点。',
    'points',
    '达到中等以上水平的学生占82.7%，较上一轮监测的75.9%上升3.2个百分点。',
  ],
  [
    'less than a budget',
    '“三公”经费支出18.46万元，比预算23.5万元节约5.04万元。',
    'change',
    '“三公”经费支出18.46万元，比预算23.5万元节约4.05万元。',
  ],
  [
    'a share right behind what 其中 takes out',
    '全年财政支出38.62亿元，其中教育支出8.47亿元，占21.9%。',
    'share',
    '全年财政支出38.62亿元，其中教育支出7.48亿元，占21.9%。',
  ],
  [
    'posts that are not filled, told behind those who fill the others',
    '年末在职人员4,128人，编制4,305名，空编177名。',
    'balance',
    '年末在职人员4,128人，编制4,305名，空编117名。',
  ],
  [
    'growth of what the sentence before tells as a whole',
    '收入决算68,431.27万元，其中财政拨款67,675.99万元、其他收入755.28万元。较上年收入增加4,109.63万元，增长6.39%。',
    'growth',
    '收入决算68,431.27万元，其中财政拨款67,675.99万元、其他收入755.28万元。较上年收入增加4,109.63万元，增长6.93%。',
  ],
  [
    'growth of the total of the list before it',
    '公开信息1,286条，其中文件74条、公告1,014条、其他198条，总量比上年减少143条，下降10.0%。',
    'growth',
    '公开信息1,286条，其中文件74条、公告1,014条、其他198条，总量比上年减少134条，下降10.0%。',
  ],
  [
    'parts in brackets',
    '全县教职工8070人（公办教师6757人、民办学校聘请1313人）。',
    'sum',
    '全县教职工8070人（公办教师6757人、民办学校聘请1331人）。',
  ],
  [
    'parts behind 其中',
    '在校学生99648人，其中小学生50728人，初中学生35082人，高中学生13838人。',
    'sum',
    '在校学生99648人，其中小学生50728人，初中学生35028人，高中学生13838人。',
  ],
  [
    'parts in a sentence of their own',
    '共有项目32个未开工。其中，东河县18个，西山区9个，南溪县4个，北岭县1个。',
    'sum',
    '共有项目32个未开工。其中，东河县18个，西山区9个，南溪县14个，北岭县1个。',
  ],
  [
    'a list of kinds of schools, each with a list of its own',
    '现有学校111所。其中：高级中学1所，完全中学1所，职业中学1所；义务教育学校73所，其中：初级中学9所，一贯制学校9所，完全小学55所；幼儿园35所，其中：公办22所，民办13所。',
    'sum',
    '现有学校111所。其中：高级中学1所，完全中学1所，职业中学1所；义务教育学校73所，其中：初级中学9所，一贯制学校9所，完全小学55所；幼儿园35所，其中：公办22所，民办14所。',
  ],
  [
    'the parts of a change',
    '本科上线10385人，比去年增加1409人。其中，应届增加719人，往届增加690人。',
    'sum',
    '本科上线10385人，比去年增加1409人。其中，应届增加719人，往届增加609人。',
  ],
  [
    '各 counts for each that is named',
    '共有8个项目未开工，其中东河县4个，西山区2个，南溪县、北岭县各1个。',
    'sum',
    '共有8个项目未开工，其中东河县4个，西山区7个，南溪县、北岭县各1个。',
  ],
  [
    '…中，with 另有 at the end',
    '40所培训机构中，完成转型27所，注销6所，停办4所，另有3所正在整改。',
    'sum',
    '40所培训机构中，完成转型27所，注销9所，停办4所，另有3所正在整改。',
  ],
  [
    'a total behind its parts',
    '承办建议18件、提案25件，合计43件。',
    'sum',
    '承办建议18件、提案28件，合计43件。',
  ],
  [
    'paragraphs under numbers',
    '一、全区教育经费情况\n全区教育经费总收入144682.33万元。\n（一）财政性教育经费109506.12万元。\n（二）事业收入33844.74万元。\n（三）其他收入1331.47万元。\n二、其他',
    'column-sum',
    '一、全区教育经费情况\n全区教育经费总收入144682.33万元。\n（一）财政性教育经费109506.12万元。\n（二）事业收入38344.74万元。\n（三）其他收入1331.47万元。\n二、其他',
  ],
  [
    'a part within its whole',
    '立案查处9件13人，其中追究领导责任3件7人。',
    'part',
    '立案查处9件13人，其中追究领导责任3件17人。',
  ],
  [
    'the rest',
    '今年承办建议10件，已办结7件，其余3件正在办理。',
    'rest',
    '今年承办建议10件，已办结1件，其余3件正在办理。',
  ],
  [
    'what is not begun',
    '规划新建学校133所。截至8月底，已开工101所，共有32所未开工。',
    'balance',
    '规划新建学校133所。截至8月底，已开工110所，共有32所未开工。',
  ],
  [
    'a share with its base named',
    '专任教师1437人，其中骨干教师298人，占专任教师的20.74%。',
    'share',
    '专任教师1437人，其中骨干教师298人，占专任教师的27.04%。',
  ],
  [
    'a share whose base stands in the phrase',
    '上半年完成投资1.38亿元，占年度计划2.3亿元的60%。',
    'share',
    '上半年完成投资1.83亿元，占年度计划2.3亿元的60%。',
  ],
  [
    'a rate called after what was done',
    '目前34个项目全部开工，竣工32个，竣工率94.12%。',
    'rate',
    '目前34个项目全部开工，竣工32个，竣工率9.412%。',
  ],
  [
    'growth from the change',
    '招生60.21万人，比上年增加6.3万人，增长11.7%。',
    'growth',
    '招生60.21万人，比上年减少6.3万人，增长11.7%。',
  ],
  [
    'growth from last year’s level',
    '教育经费为18634.27万元，比上年的17291.54万元增长7.77%。',
    'growth',
    '教育经费为18634.27万元，比上年的17291.54万元增长7.27%。',
  ],
  [
    'growth told apart from its change',
    '本科上线人数创新高。全市上三本线以上10385人，比去年增加1409人。\n增幅创新高。本科增幅为15.7%。',
    'growth',
    '本科上线人数创新高。全市上三本线以上10385人，比去年增加1409人。\n增幅创新高。本科增幅为17.5%。',
  ],
  [
    'shares of one whole',
    '教职工5438人。从年龄看，35岁以下1496人，占27.5%；36至50岁2307人，占42.4%；51岁以上1635人，占30.1%。',
    'share',
    '教职工5438人。从年龄看，35岁以下1496人，占27.5%；36至50岁2307人，占42.4%；51岁以上1635人，占31.0%。',
  ],
  [
    'growth behind a rate',
    '上线1146人，上线率23.57%，比去年增加138人，增长13.69%。',
    'growth',
    '上线1146人，上线率23.57%，比去年增加138人，增长16.39%。',
  ],
  [
    'the change from both levels',
    '预算教育经费85086.65万元，比上年78060.19万元增加7026.46万元。',
    'change',
    '预算教育经费78060.19万元，比上年78060.19万元增加7026.46万元。',
  ],
  [
    'percentage points',
    '入园率由85.3%提高到88.7%，提高3.4个百分点。',
    'points',
    '入园率由85.3%提高到88.7%，提高4.3个百分点。',
  ],
  [
    'from … to …',
    '生均校舍面积由3.1平方米提高到4.6平方米。',
    'from-to',
    '生均校舍面积由6.4平方米提高到4.6平方米。',
  ],
  [
    'an average',
    '救助大学生1263人，发放救助金252.6万元，人均2000元。',
    'average',
    '救助大学生1263人，发放救助金25.26万元，人均2000元。',
  ],
  [
    'pupils for each teacher',
    '小学在校生333.33万人。小学专任教师17.19万人，生师比为19.39:1。',
    'ratio',
    '小学在校生333.33人。小学专任教师17.19万人，生师比为19.39:1。',
  ],
  [
    'a mean between its parts',
    '生师比为19.4:1（城市20.1:1，县镇19.5:1，农村18.4:1）。',
    'between',
    '生师比为29.4:1（城市20.1:1，县镇19.5:1，农村18.4:1）。',
  ],
  [
    'all of them',
    '目前34个项目全部开工，开工率为100%。',
    'all',
    '目前34个项目全部开工，开工率为10%。',
  ],
  [
    'names that are counted',
    '实验中学、滨河中学、向阳中学3所学校建成投用。',
    'named',
    '实验中学、滨河中学、向阳中学5所学校建成投用。',
  ],
  [
    'names with 等',
    '实验中学、滨河中学等9所学校建成投用。',
    'named',
    '实验中学、滨河中学等1所学校建成投用。',
  ],
  [
    'series one after another',
    '2002至2004年的教育经费支出总额分别为13595万元、13563万元、16620万元。预算内教育经费拨款三年分别为8820万元、9137万元、10199万元，预算内教育经费拨款占教育经费支出的比例分别为65%、67%、61%。',
    'share',
    '2002至2004年的教育经费支出总额分别为13595万元、13563万元、16620万元。预算内教育经费拨款三年分别为8820万元、9137万元、10199万元，预算内教育经费拨款占教育经费支出的比例分别为65%、67%、63%。',
  ],
]

describe('each kind of relation', () => {
  test.each(CASES)('%s: found where it holds', (_what, holds, rule) => {
    const found = relationsIn(holds)
    expect(found.filter(({ verdict }) => verdict === 'inconsistent')).toEqual([])
    expect(found.map(({ why }) => why.rule)).toContain(rule)
  })

  test.each(CASES)('%s: told where one figure is altered', (_what, _holds, rule, altered) => {
    const broken = relationsIn(altered).filter(({ verdict }) => verdict === 'inconsistent')
    expect(broken.map(({ why }) => why.rule)).not.toEqual([])
    expect(broken.every(({ message }) => message.endsWith('。'))).toBe(true)
    expect(rule).not.toBe('')
  })
})

describe('a contradiction says what would mend it', () => {
  test.each([
    [
      '全年学生人次分春秋两季：资助6435人次，其中春季3062人次，秋季3409人次。',
      '“3062人次”可能应为“3026人次”（两位数字颠倒），改后相符。',
    ],
    [
      '中职资助资金643.4万元，其中春季302.85万元，秋季340.55元。',
      '“340.55元”可能应为“340.55万元”（漏写“万”或“亿”），改后相符。',
    ],
    [
      '在校生167.13万人，比上年增加9.59万人，下降5.4%。',
      '“9.59万人”的增减方向可能写反，改后相符。',
    ],
    [
      '经费78060.19万元，比上年78060.19万元增加7026.46万元。',
      '“78060.19万元”与文中的上年数相同，可能误留了上年数。',
    ],
    [
      '总收入9506.12万元，比上年9673.86万元减少167.74万元，下降1.73%。事业收入3844.74万元，比上年3928.59万元减少83.85万元，下降1.73%。',
      '“1.73%”与上文的数相同，可能抄串了行。',
    ],
    [
      '入园率88.7%，比上年的85.3%提高3.4%。',
      '“3.4%”可能应为“3.4个百分点”（“个百分点”误写为“%”），改后相符。',
    ],
    [
      '招生60.21万人，比上年增加6.3万人，增长11.7个百分点。',
      '“11.7个百分点”可能应为“11.7%”（“%”误写为“个百分点”），改后相符。',
    ],
  ])('%s', (text, suggestion) => {
    const broken = relationsIn(text).filter(({ verdict }) => verdict === 'inconsistent')
    expect(broken.map((one) => one.suggestion).join('')).toContain(suggestion)
  })
})

describe('what no total shows', () => {
  test('one amount of a list without the 万 of the others', () => {
    const text = '安排配套经费889万元、校舍维修资金1000元、附加1409万元，包括在下列各项中。'
    const listed = '全年投入9000万元，其中配套经费889万元、校舍维修资金1000元、附加1409万元。'
    expect(contradictionsIn(text)).toEqual([])
    expect(relationsIn(listed).map(({ suggestion }) => suggestion)).toContain(
      '“1000元”可能应为“1000万元”（漏写“万”或“亿”），改后相符。',
    )
  })

  test('a cost of building that is hardly possible', () => {
    const built = (area: string): string =>
      `新建普惠性幼儿园6处，完成投资2286.8万元，完成建筑面积${area}平方米。`
    expect(contradictionsIn(built('19376.31'))).toEqual([])
    expect(contradictionsIn(built('193763.19'))).toEqual(['2286.8万元 ÷ 193763.19平方米'])
  })
})

describe('what only looks like a contradiction is none', () => {
  test.each([
    [
      'a rate of another work behind the semicolon',
      '资源覆盖到180个教学点。目前已开工57个,竣工38个;推进233所学校239座厕所改造,竣工率100%;目前34个项目全部开工,开工率为100%,竣工32个,竣工率94.12%。',
    ],
    [
      'the first parts come to the total, the next is another’s',
      '下达预算8467.35万元，其中中央资金6773.88万元，省级资金1693.47万元，县级应配套1058.42万元。',
    ],
    [
      'an amount for each pupil beside a list of amounts',
      '三年投入1.16亿元，其中中央4200万元，省级2350万元，州县5050万元；生均公用经费8000元，是小学650元的12.3倍。',
    ],
    [
      'an average of all whom a list opening the sentence takes apart',
      '办理贷款15868人。其中首贷4921人、续贷10947人；贷款金额1.62亿元，人均贷款10209元。',
    ],
    [
      'a work divided twice, of which the rest is left of the second time',
      '实施教育项目27个；其中续建9个、新开工18个，建成投用14个，其余13个正在加紧建设。',
    ],
    [
      'others than those before',
      '对所在的7个城市（包括县城）及其他22个县级以上城市、13个存在黑臭水体的县城开展整治。',
    ],
    ['a few of many', '为80万重点群体提供帮扶，其中离校毕业生6万人、退役军人1万人。'],
    [
      'the years between are not told',
      '由１９９７年的664亿元增加到２００２年的4025亿元，五年共计12319亿元。',
    ],
    [
      'numbers in characters, rounded',
      '进出口总额一千一百五十四亿美元。其中出口六百二十一亿美元，进口五百三十四亿美元。',
    ],
    ['a share of the country', '产煤12.9亿吨，完成保供任务8.3亿吨、占全国34.5%。'],
    ['what is neither close nor a slip', '排查问题1163个，其中重大51个、一般34个，均已整改。'],
    [
      'a list that does not name all',
      '高中阶段在校生26075人（含市外就读），其中普通高中15653人，中职6487人。',
    ],
    ['groups that overlap', '专任教师500人，其中本科以上学历480人，女教师300人，骨干教师120人。'],
    [
      'a new subject behind the semicolon',
      '小学招生5246人，其中城区2874人，乡镇2372人；初一招生5518人，与去年基本持平。',
    ],
    [
      'entrants among pupils',
      '在校生156178人，其中小学97314人，中学58864人，招生3227人，毕业生1716人。',
    ],
    ['a base that the text does not name', '新增校舍36.4万平方米，占规划量的56.55%。'],
    [
      'the private ones among the private ones',
      '共有幼儿园220所，其中公办86所，占39.09%。共认定普惠性民办幼儿园92所，占比68.66%。',
    ],
    ['amounts for each pupil', '普通小学生均经费为10846元，同比增长3.1%；其中农村小学为11320元。'],
    [
      'a rounded change',
      '图书146.13万册，比上年增加1.34万册。小学图书81.27万册，比上年增加0.93万册。初中图书64.87万册，比上年增加0.43万册。',
    ],
    ['a rough figure', '共有教师2300余人，其中公办1800余人，民办600余人。'],
    ['another measure’s change', '在校生1200人，毕业生300人，教师人数增加5人，增长3.1%。'],
    ['a share of another kind', '幼儿园专任教师11.26万人，专任教师中专科以上学历比例为92.37%。'],
    ['kinds of schools, no names', '改扩建初中、小学12所，新建城区中学、小学5所。'],
    [
      'a subject of its own behind the semicolon, in the unit of a figure before',
      '新建公办幼儿园23所，增加公办学位6210个，其中城区公办学位4320个；奖补资金865万元，惠及民办园86所。',
    ],
    [
      'two totals divided together',
      '培训校长50人、教师1200人，其中省级培训320人，市级培训450人，县级培训480人。',
    ],
    [
      'a rate of two parts together',
      '幼儿园312所，其中公办156所，普惠性民办98所，公办率50%，普惠率81.41%。',
    ],
    ['prizes, of which the rest are third ones', '一等奖3个，二等奖5个，其余10个为三等奖。'],
    [
      'kinds of places that are no names',
      '扩建城区、镇区12所学校，城关镇、东岭镇、西河镇等8个镇建成幼儿园9所。',
    ],
    [
      'what was carried over',
      '年初结转120万元，本年收入560万元，本年支出580万元，年末结余100万元。',
    ],
    [
      'a change of the total behind its parts',
      '600分以上186人，其中理科158人、文科28人，比上年增加42人，增长29.2%。',
    ],
    [
      'a change of two figures together',
      '小学招生5246人、初中招生5518人，比上年增加320人，增长3.06%。',
    ],
    [
      'rates of other subjects',
      '全县参考5236人，600分以上523人，占9.99%；及格人数3846人，及格率73.5%；语文及格率82.6%，数学及格率61.3%。',
    ],
    [
      'a share of a whole told in another unit',
      '压减培训机构31家，压减率96.9%；课题48个，结题40个，占83.3%。',
    ],
    [
      'a list that goes back past the sentence before, which says what is left',
      '今年实施项目26个，总投资3.12亿元。已开工23个，其余3个正在招标；竣工5个；完成投资1.46亿元，占计划的51.3%。其中，续建项目11个，新建项目15个。',
    ],
    [
      'a list that goes back past a sentence of something else',
      '今年实施项目26个。已开工24个，完成投资1.46亿元。其中，续建项目11个，新建项目15个。',
    ],
    [
      'a share of those of whom nothing was counted',
      '专任教师586人，兼职教师194人；“双师型”教师占专任教师的比例为68.4%，高级职称教师占比33.1%。',
    ],
    [
      'a whole that only another sentence names',
      '教职工8200人，其中专任教师7626人，占93%。录用人员中，研究生164名，占24.6%。',
    ],
    ['marks of an examination', '600分以上86人，最高分683分，本科上线率62.5%。'],
  ])('%s', (_what, text) => {
    expect(contradictionsIn(text)).toEqual([])
  })
})
