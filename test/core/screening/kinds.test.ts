import { missingTables } from '../../../src/core/screening/missing-tables.ts'
import { describe, expect, it } from 'vitest'
import { SCREENING_KINDS } from '../../../src/shared/screening.ts'
import { suspectedText } from '../../../src/shared/words/screening.ts'
import { ages, changed, context, made, ordinary, suspected, tables, told } from './made.ts'

const others = ordinary()

it.each(SCREENING_KINDS)('%s suspects nothing of ordinary schools', (kind) => {
  expect(told(suspected(kind, others))).toEqual([])
})

describe('缺表', () => {
  it('names each table that did not come', () => {
    const now = { ...tables(3), 教职工: null, 变动: null }
    expect(told(suspected('缺表', [...others, made('x', now)]))).toEqual([
      'x missing-table 教职工',
      'x missing-table 变动',
    ])
  })

  it('does not name one whose sheet came and was not recognised', () => {
    const now = { ...tables(3), 教职工: null, 变动: null }
    const screen = missingTables(context(undefined, '变动'))
    expect(told(screen([made('x', now)]))).toEqual(['x missing-table 教职工'])
  })
})

describe('空表', () => {
  const zeros = (form: string, n = 3) => (tables(n)[form] ?? []).map(() => 0)

  it('a table without figures where nearly all like schools have some', () => {
    const now = { ...tables(3), 条件: zeros('条件') }
    expect(told(suspected('空表', [...others, made('x', now, null)]))).toEqual([
      'x blank-table 条件',
    ])
  })

  it('says that there were figures last year', () => {
    const now = { ...tables(3), 条件: zeros('条件') }
    expect(told(suspected('空表', [...others, made('x', now, tables(3))]))).toEqual([
      'x blank-since-last-year 条件',
    ])
  })

  it('a return of nothing is one suspicion, not one a table', () => {
    const now = Object.fromEntries(Object.keys(tables(3)).map((form) => [form, zeros(form)]))
    expect(told(suspected('空表', [...others, made('x', now)]))).toEqual([
      'x blank-return 整份报表',
    ])
  })

  it('a table that many schools leave empty says nothing, even where there were figures last year', () => {
    const aided = made('x', tables(3), { ...tables(3), 资助: [5, 2] })
    expect(suspected('空表', [...others, aided])).toEqual([])
  })
})

describe('空壳', () => {
  it('pupils without classes', () => {
    const now = { ...tables(3), 班级: [0] }
    expect(told(suspected('空壳', [made('x', now)]))).toEqual(['x empty-shell 班'])
  })

  it('a school with nothing at all is a matter of the return', () => {
    const now = { ...tables(3), 班级: [0], 条件: [0, 0] }
    const none = changed(changed(now, '学生', { 2: 0 }), '教职工', { 1: 0 })
    expect(suspected('空壳', [made('x', none)])).toEqual([])
  })
})

describe('增减', () => {
  const pupils = (now: number, before: number) =>
    made('x', changed(tables(3), '学生', { 2: now }), changed(tables(3), '学生', { 2: before }))

  it('more than a fifth and more than ten', () => {
    const [found] = suspected('增减', [pupils(75, 60)])
    expect(found?.check).toBe('ABS(学生[01,3] - 上年!学生[01,3]) <= MAX(10, 0.2 * 上年!学生[01,3])')
    expect(found && suspectedText('zh', found.why)).toBe(
      '学生由上年 60 人增至 75 人（+15，+25%），超出 ±20% 且多于 10',
    )
  })

  it.each([
    ['few heads of a small school', 69, 60],
    ['a small share of a large one', 700, 600],
    ['exactly the band', 72, 60],
    ['a school that had none', 60, 0],
  ])('not %s', (_, now, before) => {
    expect(suspected('增减', [pupils(now, before)])).toEqual([])
  })

  it('not a school of which last year is not known', () => {
    expect(suspected('增减', [made('x', tables(3), null)])).toEqual([])
  })
})

describe('升级', () => {
  it('a grade far from the grade below a year ago', () => {
    const now = changed(tables(10), '学生', { 5: 5 })
    expect(told(suspected('升级', [made('x', now, tables(10))]))).toEqual([
      'x too-few-risen 学生 三年级',
    ])
  })

  it('not where as many moved', () => {
    const now = { ...changed(tables(10), '学生', { 5: 5 }), 变动: [0, 25] }
    expect(suspected('升级', [made('x', now, tables(10))])).toEqual([])
  })

  it('not a grade that the school has neither now nor had then', () => {
    const five = changed(tables(10), '学生', { 8: 0 })
    expect(suspected('升级', [made('x', five, five)])).toEqual([])
  })
})

describe('离群', () => {
  const odd = made('x', changed(tables(3), '教职工', { 1: 1 }))

  it('a ratio far from those of like schools, told once though two ratios share the figure', () => {
    expect(told(suspected('离群', [...others, odd]))).toEqual(['x ratio-high 生师比'])
  })

  it('not among too few', () => {
    expect(suspected('离群', [...others.slice(0, 6), odd])).toEqual([])
  })

  it('not against schools of another kind', () => {
    const kindergartens = others.map(({ school, figures }) => ({
      school: { ...school, type: '111' },
      figures,
    }))
    expect(suspected('离群', [...kindergartens, odd])).toEqual([])
  })

  it('does not depend on the order of the schools', () => {
    const forwards = told(suspected('离群', [...others, odd]))
    expect(told(suspected('离群', [odd, ...others.toReversed()]))).toEqual(forwards)
  })
})

describe('照抄', () => {
  const last = (n: number) => ({ ...tables(n), 年龄: ages(n + 30) })

  it('a table that is last year’s, figure by figure', () => {
    const x = made('x', tables(21), { ...last(21), 年龄: ages(21) })
    expect(told(suspected('照抄', [...others, x]))).toEqual(['x copied-last-year 年龄'])
  })

  it('one figure otherwise, and it was counted', () => {
    const x = made('x', tables(21), { ...last(21), 年龄: ages(21).with(9, 1) })
    expect(suspected('照抄', [...others, x])).toEqual([])
  })

  it('a table that is another school’s, told of both', () => {
    const x = made('x', tables(21), last(21))
    const y = made('y', { ...tables(22), 年龄: ages(21) }, last(22))
    expect(told(suspected('照抄', [...others, x, y]))).toEqual([
      'x copied-school 年龄 y',
      'y copied-school 年龄 x',
    ])
  })

  it('not a table that many schools of the kind have unchanged', () => {
    const same = others.map(({ school }, n) => made(school.id, tables(n), tables(n)))
    expect(suspected('照抄', same)).toEqual([])
  })

  it('not a table with few figures', () => {
    const x = made('x', tables(21), { ...last(21), 教职工: tables(21)['教职工'] ?? null })
    expect(suspected('照抄', [...others, x])).toEqual([])
  })
})

describe('尾数', () => {
  const rounded = Array.from({ length: 18 }, (_, i) => 10 + 5 * i)

  it('all figures of a long table end in 0 or 5', () => {
    const x = made('x', { ...tables(3), 学生: rounded })
    expect(told(suspected('尾数', [...others, x]))).toEqual(['x rounded 学生'])
  })

  it('one figure otherwise, and it may be counted', () => {
    const x = made('x', { ...tables(3), 学生: rounded.with(4, 31) })
    expect(suspected('尾数', [...others, x])).toEqual([])
  })

  it('not where many schools of the kind round', () => {
    const county = others.map(({ school }, n) => made(school.id, { ...tables(n), 学生: rounded }))
    expect(suspected('尾数', county)).toEqual([])
  })
})

describe('换列', () => {
  const staff = [30, 26, 4, 16, 14, 2, 12, 9, 3, 28, 25, 3]
  const before = [31, 27, 4, 16, 14, 2, 12, 10, 2, 28, 25, 3]

  it('teachers and administrators exchanged in every row', () => {
    const swapped = staff.map((value, at) =>
      at % 3 === 1 ? (staff[at + 1] ?? 0) : at % 3 === 2 ? (staff[at - 1] ?? 0) : value,
    )
    const x = made('x', { ...tables(3), 教职工: swapped }, { ...tables(3), 教职工: before })
    expect(told(suspected('换列', [x]))).toEqual(['x columns-swapped 教职工 2↔3'])
  })

  it('not grades that moved up by one', () => {
    const grades = [20, 80, 400, 90, 20, 85, 22, 88, 25, 10, 40, 200, 45, 10, 42, 11, 44, 12]
    const last = [22, 90, 400, 20, 90, 22, 85, 25, 88, 11, 45, 200, 10, 45, 11, 42, 12, 44]
    const x = made('x', { ...tables(3), 学生: grades }, { ...tables(3), 学生: last })
    expect(suspected('换列', [x])).toEqual([])
  })
})
