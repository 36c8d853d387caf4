import { describe, expect, it } from 'vitest'
import { school } from '../returned.ts'
import { identifier, said, verdict } from './who.ts'
import type { Sent } from './who.ts'

const town = (乡镇: string) => ({ attributes: { 乡镇 } })
const who = identifier([
  school('2133001001', '青禾县石门镇中心小学', { shortName: '中心小学', ...town('石门镇') }),
  school('2133001002', '青禾县双桥镇中心小学', { shortName: '中心小学', ...town('双桥镇') }),
  school('2133001003', '青禾县柳溪镇红旗小学', town('柳溪镇')),
  school('2133001004', '青禾县云岭乡红旗小学', town('云岭乡')),
  school('2133001005', '青禾县第一小学', { shortName: '县一小' }),
  school('2133001006', '青禾县育才小学', { active: false, status: '停办' }),
  school('3133001007', '青禾县育才小学'),
  school('3133001008', '青禾县双桥初级中学', { shortName: '双桥中学', ...town('双桥镇') }),
  school('3133001009', '青禾县云岭九年一贯制学校', town('云岭乡')),
])

describe('schools that are called alike', () => {
  it.each<[string, Sent, (string | null)[]]>([
    ['one short name in two towns', { name: '中心小学' }, [null, 'school-tied']],
    [
      'the town’s folder tells them apart',
      { name: '中心小学', path: '双桥镇/报表.xlsx' },
      ['2133001002', 'school-inferred', 'code-missing'],
    ],
    [
      'the town’s folder, and nothing in the file',
      { path: '双桥/中心小学.xlsx' },
      ['2133001002', 'school-inferred', 'code-missing'],
    ],
    ['the folder of a third town', { path: '沙河镇/中心小学.xlsx' }, [null, 'school-tied']],
    [
      'the town before the name',
      { path: '双桥镇中心小学.xlsx' },
      ['2133001002', 'school-inferred', 'code-missing'],
    ],
    ['the code beside it', { code: '2133001001', name: '中心小学' }, ['2133001001', 'short-name']],
    [
      'a closed school and the one that came after it',
      { name: '青禾县育才小学' },
      ['3133001007', 'school-inferred', 'code-missing'],
    ],
    [
      'the closed one by its code',
      { code: '2133001006', name: '青禾县育才小学' },
      ['2133001006', 'closed-school'],
    ],
    [
      'the code of a closed school and the name of another',
      { code: '2133001006', name: '青禾县第一小学' },
      [null, 'school-conflict'],
    ],
  ])('%s', (_, sent, expected) => expect(verdict(who(sent))).toEqual(expected))
})

describe('names as people shorten them', () => {
  it.each<[string, Sent, (string | null)[]]>([
    [
      '中心校, with the code',
      { code: '2133001002', name: '双桥中心校' },
      ['2133001002', 'short-name'],
    ],
    ['中心校 alone', { name: '双桥中心校' }, [null, 'unknown-school']],
    [
      '中心学校, and the folder',
      { name: '石门镇中心学校', path: '青禾县石门镇中心小学/表.xlsx' },
      ['2133001001', 'school-inferred', 'code-missing'],
    ],
    [
      '九年一贯制 left out, with the code',
      { code: '3133001009', name: '云岭学校' },
      ['3133001009', 'short-name'],
    ],
    [
      'against another’s code',
      { code: '2133001001', name: '双桥中心校' },
      [null, 'school-conflict'],
    ],
  ])('%s', (_, sent, expected) => expect(verdict(who(sent))).toEqual(expected))
})

describe('names on files', () => {
  it.each<[string, string | null]>([
    ['县一小20250912终稿v2(1).xlsx', '2133001005'],
    ['2025-2026学年县一小（修改后）.xlsx', '2133001005'],
    ['2133001005-2.xlsx', '2133001005'],
    ['2133001005县一小.xlsx', '2133001005'],
    ['青禾县第一小学(小学).xls', '2133001005'],
    ['教育事业统计报表青禾县第一小学.xlsx', '2133001005'],
    ['江南省平安市青禾县第一小学.xlsx', '2133001005'],
    ['联系电话21330010051.xlsx', null],
    ['北山县第一小学.xlsx', null],
    ['青禾县第一小学附属幼儿园.xlsx', null],
    ['青禾县第一小学分校.xlsx', null],
    ['青禾县第一小学（东校区）.xlsx', null],
    ['青禾县第一小学教学点.xlsx', null],
    ['新县一小.xlsx', null],
    ['红旗小学.xlsx', null],
    ['柳溪镇红旗小学.xlsx', '2133001003'],
    ['县一小、双桥中学.xlsx', null],
    ['汇总.xlsx', null],
  ])('%s', (path, expected) => expect(who({ path }).school).toBe(expected))
})

it('what broke the tie is said', () => {
  expect(said(who({ name: '中心小学', path: '双桥镇/报表.xlsx', asked: false }))).toBe(
    '报表本身没有写清是哪一所学校，按“青禾县双桥镇中心小学”认定（校名“中心小学”、路径里的“双桥镇”）；请核对。',
  )
})
