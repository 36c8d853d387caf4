import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { columnOf } from '../../../src/core/model/list-rows.ts'
import type { Reading } from '../../../src/core/model/reading.ts'
import { migrate } from '../../../src/main/store/migrate.ts'
import { pack } from '../../../src/main/store/packing.ts'
import { APPLICATION_ID, STEPS } from '../../../src/main/store/schema.ts'
import { stores } from '../../../src/main/store/stores.ts'
import { CONFIG, received, someBytes } from './material.ts'
import { tempFolder } from './temp.ts'

const READING: Reading = {
  identity: { code: null, name: null },
  school: '1',
  candidates: [],
  returnDate: null,
  status: 'accepted',
  reasons: [],
  layout: [],
  tables: [
    {
      form: '教师花名册',
      sheet: '教师花名册',
      aligned: 'exact',
      rowAt: [],
      columnAt: [],
      states: '',
      values: [],
      raw: {},
      formulas: {},
      cleanings: {},
      list: {
        rowAt: [3, 4],
        columnAt: [1, -1],
        columns: ['甲春\u007f乙夏', ''],
        unread: [],
        raw: { 0: '甲 春' },
        skipped: [{ row: 5, as: 'total', text: '合计' }],
      },
    },
  ],
}

test('a file made before there were lists is opened, and takes lists in', () => {
  const path = join(tempFolder(), 'a.huishu')
  const old = new DatabaseSync(path)
  old.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  migrate(old, STEPS.slice(0, 3))
  old.prepare('INSERT INTO document VALUES (?, ?)').run('config', pack(CONFIG))
  old.close()

  const store = stores.open(path)
  const bytes = someBytes(1)
  store.addFile({ ...received(1, bytes), reading: READING }, bytes)
  store.close()

  const again = stores.open(path)
  const list = again.files()[0]?.reading.tables[0]?.list
  expect(list).toEqual(READING.tables[0]?.list)
  expect(list === undefined ? [] : [0, 1].map((column) => columnOf(list, column))).toEqual([
    ['甲春', '乙夏'],
    ['', ''],
  ])
  again.close()
})
