import { expect, it } from 'vitest'
import { namedIn } from '../../../src/core/collection/named-in.ts'
import { school } from '../intake/returned.ts'

const SCHOOLS = [
  school('2133001001', '青禾县石门镇中心小学', { shortName: '石门中心小学' }),
  school('2133001002', '青禾县双桥镇中心小学', { shortName: '中心小学' }),
  school('330106', '青禾县第一中学', { shortName: '一中' }),
  school('33010', '青禾县第二中学'),
]

it.each([
  ['returns/2133001001.xlsx', '2133001001'],
  ['returns/2133001001/上报.xlsx', null],
  ['青禾县双桥镇中心小学报表.xlsx', '2133001002'],
  ['青禾县 双桥镇 中心小学.xlsx', '2133001002'],
  ['石门中心小学.xlsx', '2133001001'],
  ['中心小学.xlsx', '2133001002'],
  ['330106报表.xlsx', '330106'],
  ['33010报表.xlsx', null],
  ['一中.xlsx', null],
  ['青禾县第一中学、青禾县第二中学.xlsx', null],
  ['统计报表.xlsx', null],
])('%s speaks of %s', (path, id) => {
  expect(namedIn(path, SCHOOLS)?.id ?? null).toBe(id)
})
