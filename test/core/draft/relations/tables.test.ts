import { expect, test } from 'vitest'
import { findFigures } from '../../../../src/core/draft/find-figures.ts'
import { contradictionsIn, relationsIn } from '../../../support/draft-relations.ts'

const figuresOf = (text: string): string[] =>
  findFigures(text).map(
    ({ text: quoted, value, unit, kind, about }) =>
      `${quoted} = ${String(Number(value?.units ?? 0n) / 10 ** (value?.scale ?? 0))}${unit} ${kind} ${about.measure}`,
  )

const STACKED = [
  ...['各乡镇情况', '乡镇', '在册学生（人）', '教师（人）', '城关镇', '18,642', '571'],
  ...['河口镇', '９３６５', '302', '合计', '28,007', '873', '各校要认真整改。'],
].join('\n')

test('a bare number in a table is a figure in its heading’s unit, whichever way the cells are parted', () => {
  expect(figuresOf(STACKED)).toEqual([
    '18,642 = 18642人 stock 城关镇在册学生',
    '571 = 571人 stock 城关镇教师',
    '９３６５ = 9365人 stock 河口镇在册学生',
    '302 = 302人 stock 河口镇教师',
    '28,007 = 28007人 stock 合计在册学生',
    '873 = 873人 stock 合计教师',
  ])
  expect(
    figuresOf('|学校|占比（%）|经费(万元)|\n|---|---:|---|\n|**一中**|45.6|**12.5**|\n'),
  ).toEqual(['45.6 = 45.6% share 一中', '12.5 = 125000元 money 一中经费'])
  expect(figuresOf('单位：万元\n项目\t代码\t2022\n教育支出\t205\t46,728.34\n')).toEqual([
    '46,728.34 = 467283400元 money 教育支出2022年',
  ])
  expect(findFigures(STACKED)[0]).toMatchObject({ start: 27, end: 33 })
})

test('ordinals, codes, years and what a heading gives no unit are no figures', () => {
  expect(
    figuresOf('序号|学校|代码|年份|在校生（人）\n1|一中|3112|2019|300\n2|二中|3113|2020|500\n'),
  ).toEqual(['300 = 300人 stock 一中在校生', '500 = 500人 stock 二中在校生'])
  const listed = ['序号', '学校', '男（人）', '女（人）', '1', '一中', '140', '160', '2', '二小']
  expect(figuresOf([...listed, '240', '260'].join('\n'))).toHaveLength(4)
  expect(figuresOf('乡镇|学校\n城关镇|12\n河口镇|9\n')).toEqual([])
})

test('where the lines leave a doubt of the columns, nothing is found', () => {
  // A heading more than numbers, a number more than headings, a single row.
  for (const cells of [
    '乡镇 在校生（人） 教师（人） 城关镇 1864 河口镇 936 三岔乡 302',
    '乡镇 在校生（人） 城关镇 1864 57 河口镇 936 30',
    '乡镇 在校生（人） 教师（人） 城关镇 1864 57 河口镇 936 30 12',
    '乡镇 在校生（人） 教师（人） 城关镇 1864 57',
  ])
    expect(figuresOf(cells.replaceAll(' ', '\n'))).toEqual([])
})

test('the line and the column of totals are the sums of what stands beside them', () => {
  expect(relationsIn(STACKED).map(({ verdict, formula }) => `${verdict} ${formula}`)).toEqual([
    'consistent 18,642 + ９３６５ = 28,007',
    'consistent 571 + 302 = 873',
  ])
  expect(contradictionsIn(STACKED.replace('28,007', '20,807'))).toEqual([
    '18,642 + ９３６５ = 20,807',
  ])
  const across = '学校|合计（人）|男（人）|女（人）\n一中|300|140|160\n二中|500|240|206\n'
  expect(contradictionsIn(across)).toEqual(['240 + 206 = 500'])
})

test('lines that tell a part again, and columns that do not come out, are no parts', () => {
  const within = '类别|在校生（人）\n小学|300\n其中：女生|140\n初中|200\n合计|501\n'
  expect(relationsIn(within)).toEqual([])
  const others = '学校|合计（人）|本科（人）|党员（人）\n一中|57|40|12\n二中|30|22|7\n'
  expect(relationsIn(others)).toEqual([])
})
