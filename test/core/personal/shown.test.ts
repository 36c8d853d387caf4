import { expect, it } from 'vitest'
import { shownForOthers } from '../../../src/core/personal/shown.ts'
import type { ShownTable } from '../../../src/shared/shown.ts'

const table = (lines: ShownTable['lines'], names = 1): ShownTable => ({
  title: '试县',
  notes: [],
  widths: (lines[0]?.cells ?? []).map(() => 10),
  names,
  figures: [1],
  lines,
})
const cellsOf = (lines: ShownTable['lines']) =>
  shownForOthers(table(lines)).lines.map(({ cells }) => cells)

it('a page written to Excel names nobody, under a heading and beside a label', () => {
  expect(
    cellsOf([
      { kind: 'head', cells: ['学校', '在校生数', '校长姓名', '联系电话'] },
      { kind: 'row', cells: ['试县一小', '1,204', '欧阳某某', '13812345678'] },
    ]),
  ).toEqual([
    ['学校', '在校生数', '校长姓名', '联系电话'],
    ['试县一小', '1,204', '欧***', '138****5678'],
  ])
  expect(
    cellsOf([
      { kind: 'head', cells: ['项目', '内容'] },
      { kind: 'row', cells: ['填表人', { text: '甲乙', plain: true }] },
      { kind: 'row', cells: ['备注', '来电 0731-12345678 已回'] },
    ])
      .slice(1)
      .map(([, cell]) => (typeof cell === 'object' ? cell.text : cell)),
  ).toEqual(['甲*', '来电 073*-****5678 已回'])
})

it('figures, counts of telephones and names of schools stay', () => {
  const lines: ShownTable['lines'] = [
    { kind: 'head', cells: ['学校', '电话机（台）'] },
    { kind: 'row', cells: ['试县一小', '12'] },
    { kind: 'sum', cells: ['合计', '1,234'] },
  ]
  expect(cellsOf(lines)).toEqual(lines.map(({ cells }) => cells))
})
