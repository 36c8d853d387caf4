import { expect, test } from 'vitest'
import type { FileRow } from '../../../src/shared/intake.ts'
import { boardOf } from '../../../src/renderer/state/board-counts.ts'
import { fileShown, isUnclaimed, schoolShown } from '../../../src/renderer/intake/filter.ts'
import { allOf } from '../../../src/renderer/state/intake-filter.ts'
import { schoolRow } from '../support/school.ts'

const all = allOf('schools')
const overview = { dimensions: [{ name: '乡镇', groups: ['石门乡', '松坪镇'] }] }
const row = schoolRow('2190001016', '县二小')
const closed = schoolRow('2190001017', '县三小', {
  state: 'missing',
  school: { ...row.school, id: '2190001017', active: false, status: '停办' },
})
const file: FileRow = {
  id: 1,
  path: 'returns/县二小.xlsx',
  sha256: '',
  status: 'queried',
  school: null,
  schoolName: null,
  receivedAt: '',
  returnDate: null,
  reasons: [],
  tables: [{ form: '教基3112', sheet: '教基3112', aligned: 'exact' }],
  cleanings: 0,
  unreadable: 0,
}

test('a closed school is not missing: nobody expects a return of it', () => {
  expect(schoolShown(closed, { ...all, state: 'missing' }, '', overview, '乡镇')).toBe(false)
  expect(schoolShown(closed, all, '', overview, '乡镇')).toBe(true)
  expect(boardOf([row, closed], '乡镇', overview)).toMatchObject([{ name: '松坪镇', expected: 1 }])
})

test('a school is found by name, identifier and town', () => {
  expect(schoolShown(row, all, ' 二小 ', overview, '乡镇')).toBe(true)
  expect(schoolShown(row, all, '1016', overview, '乡镇')).toBe(true)
  expect(schoolShown(row, all, '三小', overview, '乡镇')).toBe(false)
  expect(schoolShown(row, { ...all, group: '石门乡' }, '', overview, '乡镇')).toBe(false)
})

test('towns stand in the register’s order', () => {
  const other = schoolRow('3', '石门小学', {
    school: { ...row.school, id: '3', attributes: { 乡镇: '石门乡' } },
  })
  expect(boardOf([row, other], '乡镇', overview).map((group) => group.name)).toEqual([
    '石门乡',
    '松坪镇',
  ])
})

test('a file with tables and no school waits to be claimed; one without tables does not', () => {
  expect(isUnclaimed(file)).toBe(true)
  expect(isUnclaimed({ ...file, tables: [] })).toBe(false)
  expect(isUnclaimed({ ...file, school: '2190001016' })).toBe(false)
})

test('an unclaimed file is in no town', () => {
  expect(fileShown(file, { ...all, group: '松坪镇' }, '', () => true)).toBe(false)
  expect(fileShown(file, { ...all, state: 'unclaimed' }, '', () => false)).toBe(true)
})
