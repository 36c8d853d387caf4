import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { codeOf, sheetOf, sheetsOf } from './made.ts'

/** The rows of the page's sheet, cells joined by "|". */
const rows = (body: string) =>
  Array.from(sheetOf(strToU8(`<html><body>${body}</body></html>`)).cells, (line) =>
    Array.from(line ?? [], (cell) => cell?.value ?? '').join('|'),
  )

test('a table within a cell loses nothing of the outer one', () => {
  const inner = '<table><tr><td>n1<td>n2</tr><tr><td>n3<td>n4</tr></table>'
  expect(
    rows(`<table><tr><td>a<td>b<td>c</tr><tr><td>x${inner}y</td><td>z</td></tr><tr><td>e</table>`),
  ).toEqual(['a||b|c', 'x||z', 'n1|n2', 'n3|n4', 'y', 'e'])
})

test('a table laid out by an outer one is as if it stood alone', () => {
  expect(rows('<table><tr><td><table><tr><td>1<td>2<tr><td>3<td>4</table></table>')).toEqual([
    '1|2',
    '3|4',
  ])
})

test('several tables and the lines between them follow each other on one sheet', () => {
  const page =
    '<p>单位名称：一小</p><table><tr><td>1</table><br>注<div>二</div><table><tr><td>2</table>'
  expect(rows(page)).toEqual(['单位名称：一小', '1', '注', '二', '2'])
  expect(sheetsOf(strToU8(`<table><tr><td>1</table>${page}`))).toHaveLength(1)
})

test('spans, line breaks, names of characters and what is no content', () => {
  const page = `<head><title>t</title><style>td{a:"<table>"}</style></head><!-- <table> --><script>"</td>"</script>
    <TABLE><TR><TD colspan=2 rowspan='2'>合<br>并</TD><th>&nbsp;&eacute; x\n  y </th></TR>
    <tr style="display:none"><td>h</td></tr><tr><td>R&D</td><td title="a>b">c</td></tr></TABLE>`
  const sheet = sheetOf(strToU8(page))
  expect(Array.from(sheet.cells, (line) => line.map((cell) => cell?.value))).toEqual([
    ['合\n并', undefined, ' é x y'],
    [undefined, undefined, 'h'],
    ['R&D', 'c'],
  ])
  expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }])
  expect(sheet.hiddenRows).toEqual([1])
})

test('tables nested without end, spans without measure and pages without content end', () => {
  expect(codeOf(strToU8('<table><tr><td>'.repeat(100_000)))).toBe('too-large')
  const wide = `<table><tr><td colspan=99999999 rowspan=99999999>1<td>2</table>`
  expect(codeOf(strToU8(wide))).toBe('ok')
  expect(codeOf(strToU8('<table></table>'))).toBe('damaged')
})
