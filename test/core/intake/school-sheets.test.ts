import { expect, it } from 'vitest'
import { schoolSheets } from '../../../src/core/intake/whose.ts'
import { context, school } from './returned.ts'

const within = context([], {
  forms: [],
  schools: [
    school('2133001001', '青禾县石门镇中心小学', { shortName: '石门中心校' }),
    school('2133001002', '青禾县双桥镇中心小学', { shortName: '双桥中心校' }),
    school('2133001003', '青禾县第一实验小学'),
  ],
})

it.each([
  ['the full name', '青禾县石门镇中心小学', true],
  ['the short name', '双桥中心校', true],
  ['the name without the county', '石门镇中心小学', true],
  ['what several are called', '中心小学', false],
  ['a name that is only alike', '青禾县第一实验中学', false],
  ['a slip in a name', '青禾县石门镇中心小字', false],
  ['none', 'Sheet1', false],
])('a sheet called by %s: %s', (_, sheet, is) => {
  expect(schoolSheets([sheet, '封面'], within)).toEqual(is ? [sheet] : [])
})
