import { describe, expect, it } from 'vitest'
import type { CellRule, Merge, SheetData } from '../../../src/core/model/sheet.ts'
import { sheet } from '../../support/sheet.ts'
import { codes, context, COVER, read, taken } from '../intake/returned.ts'
import { learn } from './blanks.ts'

const at = (row: number, column: number): Merge => ({
  top: row,
  left: column,
  bottom: row,
  right: column,
})
const ruled = (
  kind: CellRule['kind'],
  row: number,
  column: number,
  ...choices: string[]
): CellRule => ({
  kind,
  areas: [at(row, column)],
  ...(choices.length > 0 && { choices }),
})

const ART = `
校园食堂情况表 | < | < | < | < | <
项目 | 经营方式 | 证照 | 期限 | 评分 | 电话
第一食堂 | | | | |
第二食堂 | | | | |
`
const RULES = [
  ruled('list', 2, 1, '自主经营', '委托经营'),
  ruled('list', 2, 2, '是', '否'),
  ruled('date', 2, 3),
  ruled('whole', 2, 4),
  ruled('whole', 2, 5),
  ruled('list', 3, 1),
  ruled('list', 3, 4, '1', '2', '3'),
]
const BLANK: SheetData = sheet('食堂', ART, { rules: RULES })

describe('what a blank lets be typed says what its cells hold', () => {
  const [form] = learn(BLANK)
  const item = (row: number, column: number) =>
    form?.items.find((one) => one.row === row && one.column === column)

  it('words to choose from are words, figures to choose from figures', () => {
    expect(item(0, 0)).toMatchObject({ kind: 'text', choices: ['自主经营', '委托经营'] })
    expect(item(0, 1)).toMatchObject({ kind: 'text', choices: ['是', '否'] })
    expect(item(1, 3)).toMatchObject({ kind: 'number', choices: ['1', '2', '3'] })
  })

  it('days are words; whole numbers are figures, but a telephone is none', () => {
    expect([item(0, 2)?.kind, item(0, 3)?.kind, item(0, 4)?.kind]).toEqual([
      'text',
      'number',
      'text',
    ])
    expect(item(0, 3)?.either).toBeUndefined()
  })

  it('a list whose words are not known says nothing', () => {
    expect(item(1, 0)).toEqual(
      learn(sheet('食堂', ART))[0]?.items.find((one) => one.row === 1 && one.column === 0),
    )
  })
})

describe('a value that the blank does not offer', () => {
  const within = context([BLANK])
  const returned = (line: string): SheetData =>
    sheet(
      '食堂',
      ART.replace('第一食堂 | | | | |', line).replace('第二食堂 | | | | |', '第二食堂 | | | | 2 |'),
    )

  it('is taken as it stands, and asked about with the cell and the words', () => {
    const got = read(
      [COVER, returned("第一食堂 | 承包 | 是 | '2026年1月 | 90 | '0999-5550000")],
      within,
    )
    expect(taken(got, within.forms)).toMatchObject({ '食堂[01,1]': '承包', '食堂[01,2]': '是' })
    expect(got.status).toBe('queried')
    expect(got.reasons).toEqual([
      {
        code: 'not-a-choice',
        params: { raw: '承包', choices: '自主经营、委托经营' },
        sheet: '食堂',
        cell: 'B3',
      },
    ])
  })

  it.each(['√', ' 是 ', '否', '×', '/', '无', ''])('%j is none for 是 or 否', (typed) => {
    const got = read([COVER, returned(`第一食堂 | 自主经营 | "${typed}" | | 90 |`)], within)
    expect([got.status, codes(got)]).toEqual(['accepted', []])
  })

  it('is asked about among figures too', () => {
    const four = returned('第一食堂 | | | | |')
    const line = four.cells[3]
    if (line !== undefined) line[4] = { kind: 'number', value: '4' }
    expect(codes(read([COVER, four], within))).toEqual(['not-a-choice'])
  })
})

it('of a list they say what its columns hold, but codes stay codes', () => {
  const art = `
  教师花名册 | < | < | <
  姓名 | 聘任 | 到校 | 联系电话
  | | |
  `
  const [form] = learn(
    sheet('花名册', art, {
      rules: [ruled('list', 2, 1, '是', '否'), ruled('date', 2, 2), ruled('whole', 2, 3)],
    }),
  )
  expect(form?.list?.columns.map(({ kind }) => kind)).toEqual(['text', 'choice', 'date', 'code'])
})
