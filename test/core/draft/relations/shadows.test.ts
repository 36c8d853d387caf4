import { expect, test } from 'vitest'
import { contradictionsIn } from '../../../support/draft-relations.ts'

const PROJECTS = `2023年，全市计划实施教育重点项目124个，计划总投资38.6亿元。截至11月底，开工118个，开工率95.16%；完工73个，完工率58.87%。
按项目类型分：幼儿园36个，完成投资2.14亿元；中小学71个，完成投资8.26亿元；普通高中11个，完成投资2.35亿元；职业学校6个，完成投资1.12亿元。`
const FUNDS = `2019年，全县教育经费总收入93,416万元，较上年增加5,872万元，增长6.71%。其中：
1.财政性教育经费81,264万元，占总收入的86.99%；
2.事业收入9,738万元，占总收入的10.42%；
3.捐赠收入及其他收入2,414万元，占总收入的2.58%。`

test.each([
  [PROJECTS, '124个', '14个'],
  [FUNDS, '93,416万元', '93,416元'],
])(
  'where a slip takes the whole away, no other figure is named for it: %#',
  (text, whole, slip) => {
    expect(contradictionsIn(text)).toEqual([])
    const told = contradictionsIn(text.replace(whole, slip))
    expect(told.length).toBeGreaterThanOrEqual(2)
    expect(told.filter((one) => !one.includes(slip))).toEqual([])
  },
)
