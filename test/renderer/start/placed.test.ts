import { expect, it } from 'vitest'
import { placed, stepAt } from '../../../src/renderer/start/placed.ts'
import type { GrantedFile } from '../../../src/shared/grants.ts'

const given = (...paths: string[]): GrantedFile[] => paths.map((path) => ({ grant: path, path }))
const paths = (files: readonly GrantedFile[]): string[] => files.map(({ path }) => path)

it('blanks picked one by one, or as a folder of blanks, are blanks', () => {
  const loose = placed([], given('项目台账.xlsx', '小学.xls'), stepAt(0))
  expect(paths(loose)).toEqual(['forms/项目台账.xlsx', 'forms/小学.xls'])
  expect(paths(placed([], given('空白表/小学.xlsx'), 'blanks'))).toEqual(['forms/小学.xlsx'])
})

it('a register is one whatever it is called; another one takes its place', () => {
  const first = placed(given('forms/小学.xlsx'), given('全县校点.xlsx'), stepAt(1))
  expect(paths(first)).toEqual(['forms/小学.xlsx', 'register.xlsx'])
  const second = placed(first, [{ grant: 'b', path: '新名册.xls' }], 'register')
  expect(second.map(({ grant, path }) => [grant, path])).toEqual([
    ['forms/小学.xlsx', 'forms/小学.xlsx'],
    ['b', 'register.xlsx'],
  ])
  expect(paths(placed([], given('学校名册.xlsx', '教师花名册.xlsx'), 'blanks'))).toEqual([
    'register.xlsx',
    'forms/教师花名册.xlsx',
  ])
})

it('last year, other figures and returns are told by their names', () => {
  const picked = [
    '2024年汇总表.xlsx',
    '去年同期.xlsx',
    '外部数据.xlsx',
    '鹿鸣小学.xlsx',
    'rules.yaml',
  ]
  expect(paths(placed([], given(...picked), stepAt(2)))).toEqual([
    'prior/明细.xlsx',
    'prior/同期.xlsx',
    'external.xlsx',
    'returns/鹿鸣小学.xlsx',
    'rules.yaml',
  ])
})

it('a collection’s folder stays as it is, and what is picked besides lies in it', () => {
  const folder = given('县/collection.yaml', '县/forms/小学.xlsx', '县/returns/a.xlsx')
  expect(placed([], folder, 'blanks')).toEqual(folder)
  expect(paths(placed(folder, given('名单.xlsx'), 'register')).at(-1)).toBe('县/register.xlsx')
})
