import { expect, it } from 'vitest'
import { readPastList } from '../../../src/core/last-year/read-list.ts'
import { schoolFinder } from '../../../src/core/last-year/school-finder.ts'
import { book, sheet } from '../../support/sheet.ts'

const register = [
  { id: '2190001001', name: '试县一小', shortName: '一小' },
  { id: '0190001002', name: '试县二小', shortName: '' },
]
const read = (art: string, name = '县教93', forms = ['县教93']) =>
  readPastList(book(sheet(name, art)), '标识码', forms, schoolFinder(register))

const codesOf = (art: string) => read(art).notes.map(({ code, cell }) => `${cell} ${code}`)
const schools = (art: string) => read(art).tables[0]?.lines.map(({ school }) => school)

it('labels above the codes are read from the top down, merged ones once', () => {
  const { tables } = read(
    '明细 | < | < | <\n | | 小学 | <\n | | 在校生数 | 其中女生\n | | ^ | ^\n标识码 | 学校名称 | [01,1] | [01,2]\n2190001001 | 试县一小 | 3 | 1',
  )
  expect(tables[0]?.items.map(({ labels }) => labels)).toEqual([
    ['小学', '在校生数'],
    ['小学', '其中女生'],
  ])
})

it('a group written over its first column only is over those beside it too', () => {
  const { tables } = read(
    '明细 | | | | | |\n | | 小学 | | 初中 | | 单位：人\n | | 在校生数 | 其中女生 | 在校生数 | 其中女生 | 面积\n标识码 | 学校名称 | [01,1] | [01,2] | [02,1] | [02,2] | [03,1]\n2190001001 | 试县一小 | 3 | 1 | 4 | 2 | 9',
  )
  expect(tables[0]?.items.map(({ labels }) => labels.join('/')).slice(0, 4)).toEqual([
    '小学/在校生数',
    '小学/其中女生',
    '初中/在校生数',
    '初中/其中女生',
  ])
})

it('a sheet that could not be called after its form is known by what it says of itself', () => {
  const said = '学生 | \n表号：教基/1 |\n标识码 | [01,1]\n2190001001 | 3'
  expect(read(said, '明细_教基／1', ['教基/1']).tables[0]?.form).toBe('教基/1')
  const titled = '教基/1 学生情况　核定数 |\n标识码 | [01,1]\n2190001001 | 3'
  expect(read(titled, '明细_教基／1', ['教基', '教基/1']).tables[0]?.form).toBe('教基/1')
})

it.each(['小计', '合 计', '总计', '全县合计', '乡镇小计'])(
  'a line of totals (%s) is no school, and is named',
  (word) => {
    const art = `标识码 | 学校名称 | [01,1]\n2190001001 | 试县一小 | 3\n | ${word} | 3\n${word} | | 3`
    expect(schools(art)).toEqual(['2190001001'])
    expect(codesOf(art)).toEqual(['A3 total-row', 'A4 total-row'])
  },
)

it('a signature below the list is no school', () => {
  const art = '标识码 | 学校名称 | [01,1]\n2190001001 | 试县一小 | 3\n填表人：甲 | | 7'
  expect(schools(art)).toEqual(['2190001001'])
  expect(codesOf(art)).toEqual(['A3 no-school-row'])
})

it('a school that stands twice is taken once and named', () => {
  const art = '标识码 | 学校名称 | [01,1]\n2190001001 | 试县一小 | 3\n2190001001 | 试县一小 | 4'
  expect(read(art).tables[0]?.lines.map(({ cells }) => cells[0]?.value)).toEqual(['3'])
  expect(read(art).notes).toEqual([
    {
      code: 'school-twice',
      sheet: '县教93',
      cell: 'A3',
      params: { row: 3, written: '2190001001', name: '试县一小', school: '2190001001', before: 2 },
    },
  ])
})

it('a code that lost its zeros is found again, one in scientific notation by the name', () => {
  const art =
    "标识码 | 学校名称 | [01,1]\n190001002 | 试县二小 | 3\n'2.19E+09 | 试县 一小 | 4\n'2.19E+09 | 不知道的学校 | 5"
  expect(schools(art)).toEqual(['0190001002', '2190001001'])
  expect(codesOf(art)).toEqual(['A2 code-restored', 'A3 code-restored', 'A4 code-lost'])
})

it('a school that is gone from the register keeps its code and what the list says of it', () => {
  const { tables, notes } = read(
    '标识码 | 学校名称 | 乡镇 | [01,1]\n2190001009 | 试县九小 | 东镇 | 3',
  )
  expect(tables[0]?.lines[0]).toMatchObject({ school: '2190001009', said: { 乡镇: '东镇' } })
  expect(notes).toEqual([])
})

it('a list that names schools without codes is read by their names', () => {
  const art = '学校名称 | [01,1]\n试县一小 | 3\n没有的学校 | 4'
  expect(schools(art)).toEqual(['2190001001'])
  expect(codesOf(art)).toEqual(['A3 code-lost'])
})

it.each([
  [
    'above the codes',
    '明细 | | 单位：万人\n | | 在校生数\n标识码 | 学校名称 | [01,1]\n2190001001 | 试县一小 | 3',
    { printed: ['万人'] },
  ],
  [
    'in a cell of its own above the codes',
    '明细 | 单位： | 万人\n | | 在校生数\n标识码 | 学校名称 | [01,1]\n2190001001 | 试县一小 | 3',
    { printed: ['万人'] },
  ],
  [
    'in the heading',
    '明细 | |\n | | 经费（千元）\n标识码 | 学校名称 | [01,1]\n2190001001 | 试县一小 | 3',
    { items: [{ unit: '千元' }] },
  ],
  [
    'in a line below the codes',
    '标识码 | 学校名称 | [01,1]\n单位 | | 万人\n2190001001 | 试县一小 | 3',
    { items: [{ unit: '万人' }] },
  ],
])('the unit of a list is read %s, and is no label and no school', (_, art, wanted) => {
  const { tables, notes } = read(art)
  expect(tables[0]).toMatchObject(wanted)
  expect(tables[0]?.items[0]?.labels).not.toContain('万人')
  expect(tables[0]?.lines).toHaveLength(1)
  expect(notes).toEqual([])
})

it.each(['[01,1]总计', '总计[01,1]', '[01,1] 总计', '县教93[01,1]总计', '［01，1］：总计'])(
  'a code and its label in one cell (%s) are both read',
  (heading) => {
    const { tables } = read(`标识码 | 学校名称 | ${heading}\n2190001001 | 试县一小 | 3`)
    const [item] = tables[0]?.items ?? []
    expect([item?.row, item?.column, item?.labels.join('/').replace(/^县教93\/?/u, '')]).toEqual([
      '01',
      '1',
      '总计',
    ])
  },
)

it('a line with figures whose school nobody can tell is counted as lost', () => {
  const lost = (art: string) => read(art).tables[0]?.lost
  expect(lost('标识码 | 学校名称 | [01,1]\n2.19E+09 | 无此校 | 3')).toBe(1)
  expect(lost('标识码 | 学校名称 | [01,1]\n2.19E+09 | 无此校 |')).toBeUndefined()
})
