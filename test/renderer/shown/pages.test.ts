import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagesOf } from '../../../src/renderer/shown/pages.ts'
import { shownFigure } from '../../../src/shared/shown.ts'
import type { ShownTable } from '../../../src/shared/shown.ts'

const table = (widths: number[], lines: ShownTable['lines']): ShownTable => ({
  title: '',
  notes: [],
  widths,
  names: 1,
  figures: [],
  lines,
})

test('a wide table goes on several pages, names on each, and a heading over both is on both', () => {
  const pages = pagesOf(
    table(
      [10, 20, 20, 20],
      [
        {
          kind: 'head',
          cells: [
            { text: '校', down: 2 },
            { text: '学生', across: 3 },
          ],
        },
        { kind: 'head', cells: ['男', '女', '计'] },
        { kind: 'row', cells: ['一小', '1', '2', '3'] },
      ],
    ),
    50,
  )
  expect(
    pages.map(({ lines }) =>
      lines.map(({ cells }) => cells.map(({ text, across }) => [text, across])),
    ),
  ).toEqual([
    [
      [
        ['校', 1],
        ['学生', 2],
      ],
      [
        ['男', 1],
        ['女', 1],
      ],
      [
        ['一小', 1],
        ['1', 1],
        ['2', 1],
      ],
    ],
    [
      [
        ['校', 1],
        ['学生', 1],
      ],
      [['计', 1]],
      [
        ['一小', 1],
        ['3', 1],
      ],
    ],
  ])
})

test('no cell is lost and none comes twice, whatever the widths', () => {
  const widths = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(widths, fc.integer({ min: 1, max: 900 }), (each, room) => {
      const cells = each.map((_, at) => String(at))
      const pages = pagesOf(table(each, [{ kind: 'row', cells }]), room)
      const shown = pages.flatMap(({ lines }) => lines[0]?.cells.slice(1).map(({ text }) => text))
      expect(shown).toEqual(cells.slice(1))
    }),
    { numRuns: 50 },
  )
})

test('only what is written as this program writes figures is taken for one', () => {
  expect(shownFigure('1,204.50')?.value).toBe(1204.5)
  expect(shownFigure('12.3%')?.value).toBe(0.123)
  for (const text of ['', '—', '1,2', '1204', '007', '*', '⚠', '12 ※', '1e3', '２'])
    expect(shownFigure(text)).toBeNull()
})
