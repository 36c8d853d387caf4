import { expect, test } from 'vitest'
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
