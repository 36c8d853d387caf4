import fc from 'fast-check'
import { expect, it } from 'vitest'
import '../../support/any-input.ts'
import { sheet } from '../../support/sheet.ts'
import { context, COVER, figures, fill, read, taken } from './returned.ts'

const BLANK = sheet(
  '学历',
  `
  表号：县4155 | < | <  | 单位：人
  学历 | 代码 | 合计 | 女
  甲 | 乙 | '1 | '2
  博士毕业 | '01 | |
  硕士毕业 | '02 | |
  专科毕业 | '03 | |
  `,
)
const within = context([BLANK])

/** What is said of figures that have no place in the form: the cell, the line's name, how many, the first. */
function named(art: string): unknown[] {
  const reading = read([COVER, sheet('学历', art)], within)
  // The form's own figures are read all the same.
  expect(taken(reading, within.forms)).toMatchObject({ '县4155[01,1]': '11', '县4155[03,2]': '32' })
  return reading.reasons
    .filter(({ code }) => code === 'unmatched-content')
    .map(({ cell, params }) => [cell, params['label'], params['count'], params['sample']])
}

const HEAD = `
  表号：县4155 | < | <  | 单位：人
  学历 | 代码 | 合计 | 女
  甲 | 乙 | '1 | '2`

it.each([
  [
    'between two of the form’s',
    `${HEAD}
    博士毕业 | '01 | 11 | 12
    博士后出站 | | 71 | 72
    硕士毕业 | '02 | 21 | 22
    专科毕业 | '03 | 31 | 32`,
    [['C5', '博士后出站', 2, '71']],
  ],
  [
    'below the last, figures that cannot be read too',
    `${HEAD}
    博士毕业 | '01 | 11 | 12
    硕士毕业 | '02 | 21 | 22
    专科毕业 | '03 | 31 | 32
    其他学历 | | | 约8`,
    [['D7', '其他学历', 1, '约8']],
  ],
])('a row of figures that a school put %s is named, not lost', (_, art, wanted) => {
  expect(named(art)).toEqual(wanted)
})

it('a column of figures that a school put beside the form’s is named, not lost', () => {
  const art = `
    表号：县4155 | < | <  | 单位：人
    学历 | 代码 | 合计 | 女 | 外籍人员
    甲 | 乙 | '1 | '2 |
    博士毕业 | '01 | 11 | 12 | 13
    硕士毕业 | '02 | 21 | 22 |
    专科毕业 | '03 | 31 | 32 | 33`
  expect(named(art)).toEqual([['E4', '外籍人员', 2, '13']])
})

it('where a row and a column were put in that cross, the figure at the crossing is named too', () => {
  const art = `
    表号：县4155 | < | <  | 单位：人
    学历 | 代码 | 合计 | 外籍人员 | 女
    甲 | 乙 | '1 | | '2
    博士毕业 | '01 | 11 | 13 | 12
    博士后出站 | | | 73 |
    硕士毕业 | '02 | 21 | | 22
    专科毕业 | '03 | 31 | 33 | 32`
  expect(named(art)).toEqual([
    ['D5', '博士后出站', 1, '73'],
    ['D4', '外籍人员', 2, '13'],
  ])
})

/** The form with lines put in, and figures where `filled` says so; how many figures there are. */
function made(
  rows: { first: boolean; second: boolean },
  column: boolean,
  filled: boolean[],
): { art: string; figures: number } {
  const heads = column ? ['合计', '外籍人员', '女'] : ['合计', '女']
  const numbers = column ? ["'1", '', "'2"] : ["'1", "'2"]
  const lines = [
    "博士毕业 | '01",
    ...(rows.first ? ['博士后出站 |'] : []),
    "硕士毕业 | '02",
    ...(rows.second ? ['研究生班结业 |'] : []),
    "专科毕业 | '03",
  ]
  const cells = lines.map((_, row) =>
    heads.map((__, at) => (filled[row * 3 + at] === true ? String(100 + row * 10 + at) : '')),
  )
  const body = lines.map((line, row) => [line, ...(cells[row] ?? [])].join(' | '))
  const top = [
    '表号：县4155 | < | <  | 单位：人',
    `学历 | 代码 | ${heads.join(' | ')}`,
    `甲 | 乙 | ${numbers.join(' | ')}`,
  ]
  const figures = cells.flat().filter((cell) => cell !== '').length
  return { art: [...top, ...body].join('\n'), figures }
}

it('whatever is put in between a table’s lines, every figure is taken or named', () => {
  fc.assert(
    fc.property(
      fc.record({ first: fc.boolean(), second: fc.boolean() }),
      fc.boolean(),
      fc.array(fc.boolean(), { minLength: 15, maxLength: 15 }),
      (rows, column, filled) => {
        const { art, figures } = made(rows, column, filled)
        const reading = read([COVER, sheet('学历', art)], within)
        const own = reading.tables.flatMap(({ values }) => values.filter((value) => value !== ''))
        const others = reading.reasons.filter(({ code }) => code === 'unmatched-content')
        const counted = others.reduce((sum, { params }) => sum + Number(params['count']), 0)
        expect(own.length + counted).toBe(figures)
      },
    ),
  )
})

it('a note and the signatures below a table are no figures without a place', () => {
  const art = `${HEAD}
    博士毕业 | '01 | 11 | 12
    硕士毕业 | '02 | 21 | 22
    专科毕业 | '03 | 31 | 32
    注：含2名借调教师 | | |
    填表人： | | 20250912 |`
  expect(named(art)).toEqual([])
})

it('a table that stands behind one that follows it in the blank workbook is said to be moved', () => {
  const names = ['一表', '二表', '三表']
  const blanks = names.map((name, n) =>
    sheet(
      name,
      `表号：县${String(n)}1 | < | <\n指标 | 代码 | 人数\n甲 | 乙 | '1\n${name}总数 | '01 |`,
    ),
  )
  const own = context(blanks)
  const { sheets } = fill(own.forms, blanks, figures([1, 2, 3]))
  const movedOf = (order: number[]): string[] =>
    read([COVER, ...order.flatMap((at) => sheets[at] ?? [])], own)
      .layout.filter(({ kind }) => kind === 'sheet-moved')
      .map((one) => one.sheet)
  expect(movedOf([0, 1, 2])).toEqual([])
  expect(movedOf([1, 2, 0])).toEqual(['一表'])
  expect(movedOf([2, 0, 1])).toEqual(['一表', '二表'])
})
