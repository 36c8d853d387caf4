import { describe, expect, it } from 'vitest'
import { derivedRules } from '../../../../src/core/rules/derive/derive.ts'
import { madeForm } from '../../../support/form.ts'

/** Derived rules as "severity check". */
function derived(...forms: Parameters<typeof madeForm>[0][]): string[] {
  return derivedRules(forms.map(madeForm)).map(({ severity, check }) => `${severity} ${check}`)
}
const ROW = ['总计']

describe('a total beside its parts', () => {
  it.each([
    ['grades', ['在校/合计', '在校/一年级', '在校/二年级'], 'error 表[*,1] = SUM(表[*,2:3])'],
    [
      'grades beside 其中',
      ['合计', '其中：女', '一年级', '二年级'],
      'error 表[*,1] = SUM(表[*,3:4])',
    ],
    ['men and women', ['合计', '男', '女'], 'error 表[*,1] = SUM(表[*,2:3])'],
    [
      'a list that ends with 其他',
      ['增/合计', '增/招生', '增/转入', '增/其他'],
      'error 表[*,1] = SUM(表[*,2:4])',
    ],
    ['a list under a heading', ['增/合计', '增/招生', '增/转入'], 'query 表[*,1] = SUM(表[*,2:3])'],
    [
      'totals of headings',
      ['总计', '城区/合计', '城区/男', '城区/女', '乡村/合计', '乡村/男', '乡村/女'],
      'error 表[*,1] = SUM(表[*,2], 表[*,5])',
    ],
    [
      'ages under a heading',
      ['合计', '年龄/35岁及以下', '年龄/36-45岁', '年龄/46岁及以上'],
      'error 表[*,1] = SUM(表[*,2:4])',
    ],
  ])('is checked: %s', (_, columns, wanted) => {
    expect(derived({ rows: ROW, columns })).toContain(wanted)
  })

  it.each([
    ['that some have and others lack', ['在校/合计', '在校/女', '在校/少数民族']],
    [
      'of which one is no person of the school',
      ['合计', '专任教师', '行政人员', '其他', '校外教师'],
    ],
    ['side by side without a heading', ['合计', '专任教师', '行政人员']],
    ['that only begins a series', ['合计', '一年级', '二年级', '三年级及以上']],
    ['with a kind beside the grades', ['班/合计', '班/一年级', '班/二年级', '班/复式班']],
    ['of parts that are divided again', ['总计', '小学/男', '小学/女', '初中/男', '初中/女']],
    ['of rates', ['率/合计', '率/男生率', '率/女生率']],
    ['where the total stands in between', ['增/招生', '增/合计', '增/转入']],
    ['of marks that include each other', ['上线/一本上线', '上线/本科上线', '上线/总上线']],
    ['of a series that leaves out its end', ['合计', '25人及以下', '26-30人', '31-35人']],
  ])('is left alone for a list %s', (_, columns) => {
    expect(derived({ rows: ROW, columns }).filter((one) => one.includes(' = '))).toEqual([])
  })

  it('is not asked where the form’s own formula adds up otherwise, and asked where it is silent', () => {
    const columns = ['合计', '男', '女']
    const asked = (formula: string): string[] =>
      derived({ rows: ['总计', '在校'], columns, formulas: { '01,1': formula } })
    expect(asked('表[01,2]').filter((one) => one.includes('SUM(表[*,2:3])'))).toEqual([])
    expect(asked('表[01,2] - 表[01,3]').filter((one) => one.includes('2:3'))).toEqual([])
    // A total of rows says nothing of the columns.
    expect(asked('表[02,1]')).toContain('error 表[*,1] = SUM(表[*,2:3])')
  })

  it('is read in rows as in columns: ages, size bands, degrees, 一、二、', () => {
    const columns = ['人数']
    const ages = ['总计', '其中:女', '2岁及以下', '3岁', '4岁及以上']
    expect(derived({ rows: ages, columns })).toContain('error 表[01,*] = SUM(表[03:05,*])')
    const degrees = ['总计', '研究生', '本科', '专科', '专科以下']
    expect(derived({ rows: degrees, columns })).toContain('error 表[01,*] = SUM(表[02:05,*])')
    const rooms = ['总计', '一、教学用房', '其中:教室', '二、办公用房', '三、其他用房']
    expect(derived({ rows: rooms, columns })).toEqual([
      'error 表[01,*] = SUM(表[02,*], 表[04:05,*])',
      'error 表[03,*] <= 表[02,*]',
    ])
  })

  it('goes from 小计 to 合计 where a form has both', () => {
    const rows = ['一年级', '二年级', '小计', '七年级', '八年级', '小计', '合计']
    expect(derived({ rows, columns: ['人数'] })).toEqual([
      'error 表[03,*] = SUM(表[01:02,*])',
      'error 表[06,*] = SUM(表[04:05,*])',
      'error 表[07,*] = SUM(表[03,*], 表[06,*])',
    ])
  })

  it('lets figures with decimals miss by the rounding of their parts, counts not at all', () => {
    const [areas] = derivedRules([
      madeForm({ rows: ROW, columns: ['合计', '男', '女'], decimals: 1 }),
    ])
    expect(areas?.tolerance).toBe('0.15')
    const [persons] = derivedRules([madeForm({ rows: ROW, columns: ['合计', '男', '女'] })])
    expect(persons?.tolerance).toBeUndefined()
  })
})

describe('其中 within what it belongs to', () => {
  it('is bound to the total, not to the rows under another 其中', () => {
    const rows = ['总计', '其中:随迁子女', '外省迁入', '本省迁入', '其中:留守儿童']
    expect(derived({ rows, columns: ['人数'] })).toEqual([
      'error 表[02,*] <= 表[01,*]',
      'error 表[05,*] <= 表[01,*]',
    ])
  })

  it('is bound to the line before it where there is no total', () => {
    const rows = ['校舍面积', '其中:宿舍', '其中:危房']
    expect(derived({ rows, columns: ['数量'] })).toEqual([
      'error 表[02,*] <= 表[01,*]',
      'error 表[03,*] <= 表[01,*]',
    ])
  })

  it('is left alone where it may belong to one line or another', () => {
    const rows = ['占地', '其中:操场', '绿化', '其中:果园']
    expect(derived({ rows, columns: ['数量'] })).toEqual(['error 表[02,*] <= 表[01,*]'])
  })

  it('a line that is only indented is asked about, not refused', () => {
    const rows = ['总计', '其中:随迁子女', '外省迁入@2']
    expect(derived({ rows, columns: ['人数'] })).toContain('query 表[03,*] <= 表[02,*]')
  })

  it('women counted in a row and in a column are the same women', () => {
    const rows = ['总计', '其中:女']
    const columns = ['在校/合计', '在校/其中:女']
    expect(derived({ rows, columns })).toEqual([
      'error 表[02,*] <= 表[01,*]',
      'error 表[*,2] <= 表[*,1]',
      'error 表[01,2] = 表[02,1]',
    ])
  })
})

describe('cells marked * in the blank', () => {
  const columns = ['合计', '一年级', '二年级', '三年级']

  it('a row where no part is asked for is not checked, the others are', () => {
    const starred = ['02,2', '02,3', '02,4']
    expect(derived({ rows: ['总计', '其中:女'], columns, starred })).toContain(
      'error 表[01,1] = SUM(表[01,2:4])',
    )
  })

  it('a row without any of the cells takes nothing away from *', () => {
    const starred = ['02,1', '02,2', '02,3', '02,4']
    expect(derived({ rows: ['总计', '备用'], columns, starred })).toEqual([
      'error 表[*,1] = SUM(表[*,2:4])',
    ])
  })

  it('what one of several blanks does not ask for is not checked for any', () => {
    const starredElsewhere = ['01,2', '01,3', '01,4']
    expect(derived({ rows: ROW, columns, starredElsewhere })).toEqual([])
  })
})

describe('ids', () => {
  it('say the check, and are the same whenever the rules are derived', () => {
    const form = madeForm({
      id: '教基3112',
      rows: ['总计', '其中:女'],
      columns: ['合计', '男', '女'],
    })
    const ids = derivedRules([form]).map((rule) => rule.id)
    expect(ids).toEqual(['派生:教基3112[*,1]=[*,2:3]', '派生:教基3112[02,*]≤[01,*]'])
    expect(derivedRules([structuredClone(form)]).map((rule) => rule.id)).toEqual(ids)
  })

  it('a form whose codes repeat, so that an address is not one item, gives none', () => {
    const form = madeForm({ rows: ['总计', '其中:女'], columns: ['人数'] })
    form.rows.forEach((row) => {
      row.code = '01'
    })
    expect(derivedRules([form])).toEqual([])
  })
})
