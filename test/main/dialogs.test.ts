import { expect, test } from 'vitest'
import {
  checkDropped,
  checkPick,
  openOptions,
  pickedItems,
  saveOptions,
} from '../../src/main/dialogs.ts'

test.each([
  [{ kind: 'files' }, { kind: 'files' }],
  [
    { kind: 'files', accept: ['xlsx'] },
    { kind: 'files', accept: ['xlsx'] },
  ],
  [{ kind: 'folder', more: 1 }, { kind: 'folder' }],
  [{ kind: 'other' }, null],
  [{ kind: 'files', accept: 'xlsx' }, null],
  [{ kind: 'files', accept: ['../x'] }, null],
  [{ kind: 'files', accept: [7] }, null],
  [null, null],
  ['files', null],
])('a wish of %j is taken as %j', (wish, taken) => {
  expect(checkPick(wish)).toEqual(taken)
})

test('the open dialog offers what was wished for and everything else', () => {
  expect(openOptions({ kind: 'files', accept: ['xlsx', 'zip'] }, '/d')).toEqual({
    title: '选择文件',
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: '*.xlsx *.zip', extensions: ['xlsx', 'zip'] },
      { name: '所有文件', extensions: ['*'] },
    ],
  })
  expect(openOptions({ kind: 'folder' }, '/d').properties).toEqual(['openDirectory'])
  expect(openOptions({ kind: 'collection' }, '/d')).toMatchObject({
    properties: ['openFile'],
    defaultPath: '/d',
    filters: [{ extensions: ['huishu'] }, {}],
  })
})

test('the save dialog proposes name and ending', () => {
  expect(saveOptions('汇总表.xlsx')).toEqual({
    title: '保存',
    defaultPath: '汇总表.xlsx',
    filters: [{ name: '*.xlsx', extensions: ['xlsx'] }],
  })
  expect(saveOptions('无').filters).toEqual([])
})

test('a folder shows what is below it, files show their names', () => {
  expect(pickedItems({ kind: 'folder' }, ['/d/county'])).toEqual([{ at: '/d/county', path: '' }])
  expect(pickedItems({ kind: 'files' }, ['/d/a.xlsx'])).toEqual([
    { at: '/d/a.xlsx', path: 'a.xlsx' },
  ])
})

test('a drop is a list of paths or nothing', () => {
  expect(checkDropped([{ at: '/d/a', path: '' }])).toEqual([{ at: '/d/a', path: 'a' }])
  for (const junk of [null, {}, [null], [{ at: '/d/a' }], [{ at: '', path: 'a' }]]) {
    expect(checkDropped(junk)).toBeNull()
  }
})
