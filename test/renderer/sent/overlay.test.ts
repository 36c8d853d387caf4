import { expect, test } from 'vitest'
import { lacking } from '../../../src/renderer/sent/lacking.ts'
import { movedOf, overlayOf, strange } from '../../../src/renderer/sent/overlay.ts'
import { ownLabels } from '../../../src/renderer/sent/own-labels.ts'
import { smallForm } from '../support/form.ts'
import { sentCell, sentSheet } from '../support/sent.ts'

const overlay = overlayOf(sentSheet(), [smallForm()])
function zoneAt(row: number, column: number) {
  const cell = overlay.index.at(row, column)
  return cell ? overlay.zoneOf(cell) : null
}

test('labels, headings and figures of the form are told from what the form does not know', () => {
  expect(zoneAt(6, 1)).toBe('label')
  expect(zoneAt(4, 3)).toBe('heading')
  expect(zoneAt(4, 5)).toBe('heading')
  expect(zoneAt(6, 3)).toBe('item')
  expect(zoneAt(0, 0)).toBeNull()
})

test('an inserted row is strange, with its label and its figure', () => {
  expect(zoneAt(7, 1)).toBe('unknown')
  expect(zoneAt(7, 3)).toBe('unknown')
})

test('a cell that the form does not ask for is closed, not strange', () => {
  expect(zoneAt(8, 5)).toBe('closed')
})

test('figures the reader could not place are strange wherever they stand', () => {
  const sheet = sentSheet()
  const params = { form: '教基3112', place: '列', label: '', count: 1, sample: '5' }
  sheet.cells.push(sentCell(6, 6, '5', { reason: { code: 'unmatched-content', params } }))
  const wider = overlayOf(sheet, [smallForm()])
  const cell = wider.index.at(6, 6)
  expect(cell && wider.zoneOf(cell)).toBe('unknown')
})

test('only rows that stand elsewhere than in the blank workbook count as moved', () => {
  expect([...overlay.movedRows]).toEqual([[8, 7]])
  expect(overlay.movedColumns.size).toBe(0)
  expect(
    movedOf([
      [
        [-1, 4],
        [3, 4],
      ],
    ]).size,
  ).toBe(0)
})

test('gaps that the blank workbook has too are nothing strange', () => {
  expect([...strange([3, 5, 6], [2, 4, 5])]).toEqual([])
  expect([...strange([3, 6], [2, 4])]).toEqual([4, 5])
})

test('rows of the form that the sheet lacks are named', () => {
  const table = {
    rowAt: [6, -1],
    columnAt: [3, -1, 4],
    blankRowAt: [6, 7],
    blankColumnAt: [3, 4, 5],
  }
  expect(lacking(table, smallForm())).toEqual(['其中:女', '招生数·合计'])
})

test('the form’s own labels stand beside those on the sheet, padding or not', () => {
  const [row, column] = ownLabels(
    '教基3112[01,3]',
    { row: 6, column: 5 },
    sentSheet(),
    [smallForm()],
    overlay.index,
  )
  expect(row).toMatchObject({ code: '01', form: '总计', same: true })
  expect(column).toMatchObject({ code: '3', same: true })
  expect(column?.sheet).toContain('招生数')
})

test('a label that says something else is not called the same', () => {
  const sheet = sentSheet()
  const other = sheet.cells.map((cell) =>
    cell.text === '其中:女' ? { ...cell, text: '女教师' } : cell,
  )
  const changed = { ...sheet, cells: other }
  const { index } = overlayOf(changed, [smallForm()])
  const [row] = ownLabels('教基3112[02,1]', { row: 8, column: 3 }, changed, [smallForm()], index)
  expect(row).toMatchObject({ form: '其中:女', sheet: '女教师', same: false })
})
