import { expect, test } from 'vitest'
import { countsOf } from '../../../src/renderer/data/pivot-counts.ts'
import { sideOf } from '../../../src/renderer/data/pivot-side.tsx'

const ALL = { label: '合计', where: null }

test('each cell of a drawn table is a count under its own condition, the whole of it only under the given one', () => {
  const pivot = {
    rows: [{ label: '本科', where: '名单.学历 = "本科"' }, ALL],
    columns: [{ label: '女', where: '名单.性别 = "女"' }, ALL],
    values: [],
    open: 0,
    fault: null,
  }
  expect(countsOf(pivot, '').map(({ id, where }) => `${id}: ${where ?? ''}`)).toEqual([
    '本科·女: AND(名单.学历 = "本科", 名单.性别 = "女")',
    '本科: 名单.学历 = "本科"',
    '女: 名单.性别 = "女"',
  ])
  expect(countsOf(pivot, ' 名单.周岁 < 35 ').at(-1)).toMatchObject({
    id: '',
    where: '名单.周岁 < 35',
  })
})

test('a name holds nothing that an address cannot hold', () => {
  const rows = [{ label: '甲,乙[1]', where: '名单.学历 = "甲,乙[1]"' }]
  const [count] = countsOf({ rows, columns: [ALL], values: [], open: 0, fault: null }, '')
  expect(count?.id).toBe('甲 乙 1')
})

test('bands are read however they are parted', () => {
  expect(sideOf({ field: '周岁', bounds: '35，45 55' })).toEqual({
    field: '周岁',
    bounds: [35, 45, 55],
  })
  expect(sideOf({ field: '', bounds: '35' })).toBeNull()
})
