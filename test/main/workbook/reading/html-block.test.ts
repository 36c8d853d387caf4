import { expect, it } from 'vitest'
import { stacked, tableBlock, textBlock } from '../../../../src/main/workbook/markup/html-block.ts'
import type { Block, HtmlCell } from '../../../../src/main/workbook/markup/html-block.ts'

const cell = (row: number, column: number, content: Block | string, spans = [1, 1]): HtmlCell => ({
  row,
  column,
  rowSpan: spans[0] ?? 1,
  columnSpan: spans[1] ?? 1,
  content: typeof content === 'string' ? textBlock(content) : content,
})
const shown = ({ height, width, texts, merges, hiddenRows }: Block) => ({
  size: [height, width],
  texts: texts.map(({ row, column, text }) => `${String(row)},${String(column)} ${text}`),
  merges: merges.map(({ top, left, bottom, right }) => [top, left, bottom, right].join(',')),
  hiddenRows,
})

it('an empty table takes no room', () => {
  expect(shown(tableBlock([], 0, new Set()))).toEqual({
    size: [0, 0],
    texts: [],
    merges: [],
    hiddenRows: [],
  })
})

it('cells over several rows and columns are merged', () => {
  const table = tableBlock(
    [cell(0, 0, 'a', [1, 2]), cell(0, 2, 'b', [2, 1]), cell(1, 0, 'c'), cell(1, 1, 'd')],
    2,
    new Set(),
  )
  expect(shown(table)).toEqual({
    size: [2, 3],
    texts: ['0,0 a', '0,2 b', '1,0 c', '1,1 d'],
    merges: ['0,0,0,1', '0,2,1,2'],
    hiddenRows: [],
  })
})

it('a table within a cell moves what stands right of it and below it', () => {
  const inner = tableBlock(
    [cell(0, 0, 'p'), cell(0, 1, 'q'), cell(1, 0, 'r', [1, 2])],
    2,
    new Set(),
  )
  const table = tableBlock(
    [cell(0, 0, inner), cell(0, 1, 'right'), cell(1, 0, 'below'), cell(1, 1, 'last')],
    2,
    new Set([1]),
  )
  expect(shown(table)).toEqual({
    size: [3, 3],
    texts: ['0,0 p', '0,1 q', '1,0 r', '0,2 right', '2,0 below', '2,2 last'],
    merges: ['1,0,1,1'],
    hiddenRows: [2],
  })
})

it('a wide cell over two columns widens the last of them', () => {
  const wide = tableBlock(
    [0, 1, 2].map((at) => cell(0, at, String(at))),
    1,
    new Set(),
  )
  const table = tableBlock(
    [cell(0, 0, wide, [1, 2]), cell(1, 0, 'a'), cell(1, 1, 'b'), cell(1, 2, 'c')],
    2,
    new Set([0]),
  )
  expect(shown(table)).toMatchObject({
    size: [2, 4],
    texts: ['0,0 0', '0,1 1', '0,2 2', '1,0 a', '1,1 b', '1,3 c'],
    hiddenRows: [0],
  })
})

it('blocks one below the other are as wide as the widest', () => {
  const two = tableBlock([cell(0, 0, 'a'), cell(0, 1, 'b')], 1, new Set([0]))
  expect(shown(stacked([textBlock('x'), two, textBlock('')]))).toEqual({
    size: [3, 2],
    texts: ['0,0 x', '1,0 a', '1,1 b'],
    merges: [],
    hiddenRows: [1],
  })
  expect(shown(stacked([]))).toMatchObject({ size: [1, 1], texts: [] })
})
