import { expect, it } from 'vitest'
import { withListCounts } from '../../../src/core/lists/edit-lists.ts'
import { parseLists } from '../../../src/core/lists/list-library.ts'

it('counts are put into lists.yaml and taken out again; what else stands there stays', () => {
  const before =
    '# 县里的计数\n- {list: 甲, id: 女, count: 名单.性别 = "女"}\n- {list: 乙, id: 女, sum: 名单.数}\n'
  const put = withListCounts(before, '甲', [
    { id: '女', where: '名单.性别 = "女"', sum: null, unit: '人' },
    { id: '课时', where: null, sum: '名单.周课时数', unit: null },
  ])
  expect(put).toContain('# 县里的计数')
  expect([...parseLists(put).counts].map(([list, all]) => [list, all.map(({ id }) => id)])).toEqual(
    [
      ['甲', ['女', '课时']],
      ['乙', ['女']],
    ],
  )
  const left = withListCounts(put, '甲', [], ['女', '课时'])
  expect([...parseLists(left).counts.keys()]).toEqual(['乙'])
  expect(left).toContain('# 县里的计数')
  expect(
    withListCounts(null, '甲', [{ id: '全部', where: null, sum: null, unit: null }]),
  ).toContain('count')
})
