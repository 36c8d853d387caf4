import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addingOf, formulaOf, withAdding } from '../../../src/core/adding/adding.ts'
import { inExcel } from '../../../src/core/adding/in-excel.ts'
import { overSums } from '../../../src/core/adding/over-sums.ts'
import { showNumber } from '../../../src/core/model/number.ts'
import { parseExpression } from '../../../src/core/rules/parse.ts'
import { madeForm } from '../../support/form.ts'

/** How a single column with this heading adds up. */
function of(heading: string, unit: string | null = null): string | undefined {
  const form = madeForm({ id: '表', rows: ['小学'], columns: [heading], unit })
  return addingOf(form, [form])[0]
}

describe('what cannot be added up', () => {
  it.each([
    '生师比',
    '师生比例',
    '高级职称占比(%)',
    '入学率',
    '升学率（%）',
    '合格率',
    '平均班额',
    '生均校舍面积',
    '人均图书(册)',
    '建校年份(年)',
    '建园年月',
    '竣工日期',
    '学校标识码',
    '邮政编码',
    '联系电话',
    '身份证号',
    '经度',
    '排名',
    '男女比',
    '差异系数',
    '最大班额(人)',
    '各年级/其中：近视率',
    '班级/最高分',
    '办学起始年',
    '始建年',
    '教学楼/建成年',
    '教龄(年)',
    '使用年限',
    '年龄',
    '室温(℃)',
    '单价(元)',
    '评估得分',
  ])('%s', (heading) => {
    expect(of(heading)).toBe('no')
  })

  it.each(['%', '‰', '岁', '元/生', '平方米/人'])('a figure in %s', (unit) => {
    expect(of('情况', unit)).toBe('no')
  })

  it('a row that says so, under any heading', () => {
    const form = madeForm({ id: '表', rows: ['在校生', '巩固率'], columns: ['小学', '初中'] })
    expect(addingOf(form, [form])).toEqual(['sum', 'sum', 'no', 'no'])
  })
})

describe('what is counted is added, however it is called', () => {
  it.each([
    '在校生数',
    '联系电话数(部)',
    '电话机',
    '其中：女',
    '效率较高的项目数',
    '合格人数',
    '及格率达标学校数',
    '年度投入（万元）',
    '本学年招生',
    '比赛获奖',
    '总面积',
    '率先发展校',
    '编号标牌数量',
    '年龄35岁以下',
    '60分以上人数',
    '功率因数柜',
    '青少年',
    '2024年',
    '上年',
    '达标年限内设备数',
  ])('%s', (heading) => {
    expect(of(heading)).toBe('sum')
  })
})

describe('a formula of the blank form', () => {
  const form = (formula: string) =>
    madeForm({
      id: '表',
      rows: ['小学'],
      columns: ['学生', '教师', '结果'],
      formulas: { '01,3': formula },
    })
  const adds = (formula: string) => addingOf(form(formula), [form(formula)])[2]

  it.each([
    'SUM(表[01,1:2])',
    '表[01,1]+表[01,2]',
    '表[01,1]-(表[01,2])*2',
    '表[01,1]/10000',
    '-表[01,1]',
  ])('%s adds up by itself', (formula) => expect(adds(formula)).toBe('sum'))

  it.each([
    '表[01,1]/表[01,2]',
    'ROUND(表[01,1]/表[01,2],1)',
    'IF(表[01,2]=0,0,表[01,1]/表[01,2])',
    'IFERROR(表[01,1]/表[01,2],0)',
  ])('%s is the same formula over the sums', (formula) => {
    expect(adds(formula)).toBe('formula')
  })

  it('that cannot be read has no total', () => {
    expect(adds('VLOOKUP(表[01,1],表[01,2],2)*2%')).toBe('no')
  })

  const over = (formula: string, sums: string[]) => {
    const forms = withAdding([form(formula)])
    const [one] = forms
    const value = one === undefined ? null : overSums(one, 2, forms, () => sums)
    return value === null ? null : showNumber(value, 10)
  }

  it('over the sums of a group gives the group’s own ratio, never the sum of ratios', () => {
    expect(over('表[01,1]/表[01,2]', ['450', '25', ''])).toBe('18')
    expect(over('IFERROR(表[01,1]/表[01,2]*100,0)', ['8', '25', ''])).toBe('32')
    expect(over('ROUND(表[01,1]/表[01,2],1)', ['10', '3', ''])).toBe('3.3')
  })

  it('that divides by nothing has no figure', () => {
    expect(over('表[01,1]/表[01,2]', ['450', '0', ''])).toBe(null)
    expect(over('IFERROR(表[01,1]/表[01,2],0)', ['450', '0', ''])).toBe(null)
  })

  it('that reads another ratio works that one out first, and a circle has no figure', () => {
    const two = madeForm({
      id: '表',
      rows: ['小学'],
      columns: ['学生', '教师', '比', '倍'],
      formulas: { '01,3': '表[01,1]/表[01,2]', '01,4': '表[01,3]*表[01,3]' },
    })
    const forms = withAdding([two])
    const [one] = forms
    expect(one && overSums(one, 3, forms, () => ['30', '10', '', ''])).toBe(9)
    const round = madeForm({
      id: '表',
      rows: ['小学'],
      columns: ['甲', '乙'],
      formulas: { '01,1': '1/表[01,2]', '01,2': '1/表[01,1]' },
    })
    const circle = withAdding([round])
    const [first] = circle
    expect(first && overSums(first, 0, circle, () => ['1', '1'])).toBe(null)
  })
})

describe('an expression in Excel’s own writing', () => {
  const form = madeForm({ id: '表', rows: ['一'], columns: ['甲', '乙', '丙', '丁'] })
  const written = (text: string) => {
    const parsed = parseExpression(text, ['表'])
    return parsed.ok
      ? inExcel(
          parsed.expr,
          () => form,
          (_, at) => `C${at + 1}`,
        )
      : null
  }

  it.each([
    ['表[01,1]-(表[01,2]+表[01,3])', 'C1-(C2+C3)'],
    ['表[01,1]-(表[01,2]-表[01,3])', 'C1-(C2-C3)'],
    ['表[01,1]/(表[01,2]/表[01,3])', 'C1/(C2/C3)'],
    ['(表[01,1]+表[01,2])*表[01,3]', '(C1+C2)*C3'],
    ['-(表[01,1]+表[01,2])', '-(C1+C2)'],
    ['SUM(表[01,1:3])/表[01,4]', 'SUM(C1,C2,C3)/C4'],
    ['IF(表[01,1]=0,"无",表[01,2])', 'IF(C1=0,"无",C2)'],
  ])('%s', (text, excel) => {
    expect(written(text)).toBe(excel)
  })

  it('comes to the same whatever its brackets', () => {
    const leaf = fc.integer({ min: 1, max: 4 }).map((n) => `表[01,${n}]`)
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree'))
          .map(([a, sign, b]) => `(${a}${sign}${b})`),
        tie('tree').map((inner) => `-(${inner})`),
      ),
    }))
    const values: Record<string, number> = { C1: 7, C2: 3, C3: 5, C4: 11 }
    fc.assert(
      fc.property(tree, (text) => {
        const made = madeForm({
          id: '表',
          rows: ['一'],
          columns: ['甲', '乙', '丙', '丁', '戊'],
          formulas: { '01,5': text },
        })
        const item = made.items[4]
        if (item === undefined || formulaOf(item, ['表']) === null) return
        const forms = [
          {
            ...made,
            items: made.items.map((one, at) =>
              at === 4 ? { ...one, adds: 'formula' as const } : one,
            ),
          },
        ]
        const [one] = forms
        const exact =
          one === undefined ? null : overSums(one, 4, forms, () => ['7', '3', '5', '11', ''])
        const plain = calculate(written(text) ?? '', values)
        const wanted = exact === null ? null : Number(showNumber(exact, 15))
        const close =
          wanted !== null && Math.abs(plain - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
        expect(exact === null ? !Number.isFinite(plain) : close).toBe(true)
      }),
    )
  })
})

/** A second way to work a formula out: plain arithmetic over the cells, by the rules of Excel. */
function calculate(formula: string, cells: Record<string, number>): number {
  let at = 0
  const peek = (): string => formula[at] ?? ''
  const factor = (): number => {
    if (peek() === '-') {
      at++
      return -factor()
    }
    if (peek() === '(') {
      at++
      const inner = sum()
      at++
      return inner
    }
    const cell = /^C\d/u.exec(formula.slice(at))?.[0] ?? ''
    at += cell.length
    return cells[cell] ?? Number.NaN
  }
  const product = (): number => {
    let value = factor()
    while (peek() === '*' || peek() === '/') {
      const sign = formula[at++]
      const next = factor()
      value = sign === '*' ? value * next : value / next
    }
    return value
  }
  const sum = (): number => {
    let value = product()
    while (peek() === '+' || peek() === '-') {
      const sign = formula[at++]
      const next = product()
      value = sign === '+' ? value + next : value - next
    }
    return value
  }
  return sum()
}

describe('what a formula of the form makes of its own figures', () => {
  const how = (formula: string, heading = '丙', [a, b]: [string, string] = ['甲数', '乙数']) => {
    const form = madeForm({ id: '表', rows: ['小学'], columns: [a, b, heading] })
    const items = form.items.map((item, at) => (at === 2 ? { ...item, formula } : item))
    const made = { ...form, items }
    return addingOf(made, [made])[2]
  }

  it.each([
    ['AVERAGE(表[01,1]:表[01,2])', 'no'],
    ['AVERAGE(C5:D5)', 'no'],
    ['RANK(C5,C5:D5)', 'no'],
    ['SUM(C5:D5)', 'sum'],
    ['SUMPRODUCT(C5:D5,C6:D6)', 'sum'],
    ['COUNTA(C5:D5)', 'sum'],
  ])('%s: %s', (formula, adds) => expect(how(formula)).toBe(adds))

  it('a product is added, never made of two sums', () => {
    expect(how('表[01,1]*表[01,2]')).toBe('sum')
    expect(how('表[01,1]*表[01,2]/10000', '金额')).toBe('sum')
    expect(how('表[01,1]*表[01,2]', '综合得分')).toBe('no')
    expect(how('表[01,1]*表[01,2]', '金额', ['单价', '数量'])).toBe('sum')
    expect(how('表[01,1]*表[01,2]', '折算', ['入学率', '巩固率'])).toBe('formula')
  })

  it('what a fixed number is added to, or which of two is larger, has no figure over sums', () => {
    expect(how('20-表[01,1]')).toBe('no')
    expect(how('MAX(表[01,1],表[01,2])')).toBe('no')
    expect(how('IF(表[01,1]>表[01,2],表[01,1]-表[01,2],0)')).toBe('no')
    expect(how('ABS(表[01,1]-表[01,2])')).toBe('no')
  })

  it('a guard against nothing leaves the formula what it is', () => {
    expect(how('IF(表[01,2]=0,0,表[01,1]/表[01,2])')).toBe('formula')
    expect(how('表[01,1]/MAX(表[01,2],1)')).toBe('formula')
    expect(how('IF(SUM(表[01,1],表[01,2])=0,"",SUM(表[01,1],表[01,2]))')).toBe('formula')
  })

  it('a difference of rates follows from theirs and is not added', () => {
    expect(how('表[01,1]-表[01,2]', '提高', ['今年升学率', '去年升学率'])).toBe('formula')
  })
})
