import { expect, it } from 'vitest'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import { readLists } from '../../../src/core/intake/lists/read-list.ts'
import { newsOf } from '../../../src/core/intake/reply-news.ts'
import { parseLists } from '../../../src/core/lists/list-library.ts'
import { withCounts } from '../../../src/core/lists/with-counts.ts'
import type { StoredFile } from '../../../src/core/ports.ts'
import { book, sheet } from '../../support/sheet.ts'

const HEAD = '姓名 | 性别 | 学历'
const learned = learnWorkbook(
  { name: 'a.xlsx', workbook: book(sheet('教师花名册', `${HEAD}\n | | `)) },
  '*',
).map(({ form }) => form)
const forms = withCounts(learned, parseLists(''))

function file(...lines: string[]): StoredFile {
  const { tables } = readLists(
    [new SheetGrid(sheet('教师花名册', [HEAD, ...lines].join('\n')))],
    learned,
  )
  return {
    id: 1,
    path: 'a.xlsx',
    sha256: 'a',
    size: 1,
    receivedAt: '',
    modifiedAt: null,
    reading: {
      identity: { code: null, name: null },
      school: '1',
      candidates: [],
      returnDate: null,
      status: 'accepted',
      reasons: [],
      layout: [],
      tables,
    },
  }
}
const SENT = ['甲春 | 女 | 本科', '乙夏 | 男 | 专科']

it.each<[string, string[], number]>([
  ['as it was', SENT, 0],
  ['with another word in a row', ['甲春 | 女 | 本科', '乙夏 | 男 | 本科'], 1],
  ['with a row more', [...SENT, '丙秋 | 女 | 本科'], 1],
  ['with a row less', SENT.slice(0, 1), 1],
])('a list in a reply %s: so many rows are news', (_, lines, rows) => {
  const { count, sample } = newsOf(file(...lines), [file(...SENT)], forms)
  expect(count).toBe(rows)
  expect(sample).toBe(rows === 0 ? '' : '教师花名册[人数,1]')
})
