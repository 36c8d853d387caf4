import { expect, it } from 'vitest'
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
