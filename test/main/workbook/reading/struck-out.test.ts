import { expect, test } from 'vitest'
import { utils, write } from '@e965/xlsx'
import { CompoundFile } from '../../../../src/main/workbook/compound-file.ts'
import { readWorkbook } from '../../../../src/main/workbook/read-workbook.ts'
import { sheetOf, xlsx } from './made.ts'

const STYLES =
  '<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/></cellXfs>'
const run = (look: string, words: string): string => `<r><rPr>${look}</rPr><t>${words}</t></r>`
const STRINGS = [
  run('<strike/>', '120') + run('', '150'),
  run('<strike val="0"/>', '120') + run('', '人'),
  run('', '150') + run('<vertAlign val="superscript"/>', '1'),
  run('', 'm') + run('<vertAlign val="superscript"/>', '2'),
]
const cells = [
  ...STRINGS.map((_, at) => `<c t="s"><v>${String(at)}</v></c>`),
  '<c r="E1" s="1"><v>150</v></c>',
  '<c r="F1" s="2"><v>150</v></c>',
  '<c r="G1" s="1" t="inlineStr"><is><t>小计</t></is></c>',
]

test('a figure that is struck through or carries a note is no longer figure, and is seen as it is', () => {
  const bytes = xlsx({
    rows: `<row r="1">${cells.join('')}</row>`,
    strings: STRINGS.map((words) => `<si>${words}</si>`).join(''),
    styles: STYLES,
  })
  const line = sheetOf(bytes).cells[0] ?? []
  expect(line.map((cell) => [cell?.kind, cell?.value])).toEqual([
    ['text', '［划去：120］150'],
    ['text', '120人'],
    ['text', '150［上标：1］'],
    ['text', 'm2'],
    ['text', '［划去：150］'],
    ['number', '150'],
    ['text', '小计'],
  ])
})

/** An .xls whose cells shown to three places are struck through: the library writes no such font. */
function struckXls(): Uint8Array {
  const sheet = utils.aoa_to_sheet([['甲', 120, 130, 7]])
  for (const at of ['C1', 'D1']) sheet[at] = { ...(sheet[at] as object), z: '0.000' }
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['封面', 1]]), '封面')
  utils.book_append_sheet(book, sheet, '表')
  const file = new CompoundFile(write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer)
  const stream = Buffer.from(file.read('workbook') ?? [])
  const looks: number[] = []
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const kind = stream.readUInt16LE(at)
    // Who saved it becomes a first font, the one that strikes through; all look like the second.
    if (kind === 0x5c) stream.set([0x31, 0, stream[at + 2] ?? 0, 0, 200, 0, 8, 0, 0, 0], at)
    if (kind === 0xe0) looks.push(at + 4)
  }
  for (const at of looks) stream.writeUInt16LE(1, at)
  stream.writeUInt16LE(0, looks.at(-1) ?? 0)
  return file.replaced('workbook', stream)
}

test('in an .xls too, on the sheet and in the cells that it is', () => {
  const outcome = readWorkbook(struckXls(), 'a.xls')
  if (!outcome.ok) throw new Error(outcome.code)
  const shown = outcome.workbook.sheets.map(({ cells }) => cells[0]?.map((cell) => cell?.value))
  expect(shown).toEqual([
    ['封面', '1'],
    ['甲', '120', '［划去：130］', '［划去：7］'],
  ])
})
