import { describe, expect, it } from 'vitest'
import { school } from '../returned.ts'
import { identifier, said, verdict } from './who.ts'
import type { Sent } from './who.ts'

const A = '2133001001'
const B = '2133001002'
const who = identifier([
  school(A, '青禾县石门镇中心小学', { shortName: '石门小学', attributes: { 乡镇: '石门镇' } }),
  school(B, '青禾县双桥镇中心小学', {
    shortName: '双桥小学',
    attributes: { 曾用名: '双桥公社小学、双桥完小', 乡镇: '双桥镇' },
  }),
  school('2133009903', '青禾县第三小学', { shortName: '县三小' }),
  school('0133007004', '青禾县城关幼儿园'),
])
const NAME_A = '青禾县石门镇中心小学'
const NAME_B = '青禾县双桥镇中心小学'

describe('one piece of evidence', () => {
  it.each<[string, Sent, (string | null)[]]>([
    ['the code', { code: A }, [A]],
    ['a code without its zeros', { code: '133007004' }, ['0133007004', 'code-typo']],
    ['a code as 2.133009903E+09', { code: '2.133009903E+09' }, ['2133009903', 'code-typo']],
    ['a code as 2.13301E+09 that two fit', { code: '2.13300100E+09' }, [null, 'school-tied']],
    ['a code one digit off', { code: '2133009908' }, [null, 'unknown-school']],
    ['the name', { name: NAME_A }, [A, 'code-missing']],
    ['the short name', { name: '石门小学' }, [A, 'short-name', 'code-missing']],
    ['a former name', { name: '双桥完小' }, [B, 'short-name', 'code-missing']],
    ['the name without the county', { name: '石门镇中心小学' }, [A, 'short-name', 'code-missing']],
    [
      'the name with the province',
      { name: `江南省青禾县双桥镇中心小学` },
      [B, 'short-name', 'code-missing'],
    ],
    ['another county’s name', { name: '北山县石门镇中心小学' }, [null, 'unknown-school']],
    ['a campus', { name: '青禾县石门镇中心小学（东校区）' }, [null, 'unknown-school']],
    ['the stamp line', { stamp: NAME_A }, [A, 'code-missing']],
    [
      'the file’s name',
      { path: '石门镇中心小学统计年报.xlsx' },
      [A, 'school-inferred', 'code-missing'],
    ],
    [
      'the short name on the file',
      { path: '县三小(1).xls' },
      ['2133009903', 'school-inferred', 'code-missing'],
    ],
    ['the code on the file', { path: `${A}_2025.xlsx` }, [A, 'school-inferred', 'code-missing']],
    ['the folder', { path: '双桥小学/统计表.xlsx' }, [B, 'school-inferred', 'code-missing']],
    ['the zip', { path: '双桥小学.zip/统计表.xlsx' }, [B, 'school-inferred', 'code-missing']],
    ['nothing', {}, [null, 'unknown-school']],
  ])('%s', (_, sent, expected) => expect(verdict(who(sent))).toEqual(expected))
})

describe('pieces that agree', () => {
  it.each<[string, Sent, (string | null)[]]>([
    ['code and name', { code: A, name: NAME_A }, [A]],
    [
      'code, name, stamp, file and folder',
      { code: A, name: NAME_A, stamp: '石门小学', path: '石门小学/石门小学.xlsx' },
      [A],
    ],
    ['name and file', { name: NAME_A, path: '石门小学.xlsx' }, [A, 'code-missing']],
    [
      'a code one digit off and the name',
      { code: '2133009908', name: '青禾县第三小学' },
      ['2133009903', 'code-typo'],
    ],
    [
      'a code one digit off and the short name',
      { code: '2133009908', name: '县三小' },
      ['2133009903', 'short-name', 'code-typo'],
    ],
    [
      'a code one digit off and the file',
      { code: '2133009908', path: '县三小.xlsx' },
      ['2133009903', 'school-inferred'],
    ],
    [
      'a campus and the file',
      { name: '青禾县石门镇中心小学（东校区）', path: '石门小学.xlsx' },
      [A, 'school-inferred', 'code-missing'],
    ],
    ['file and folder', { path: '双桥小学/双桥完小.xlsx' }, [B, 'school-inferred', 'code-missing']],
  ])('%s', (_, sent, expected) => expect(verdict(who(sent))).toEqual(expected))
})

describe('two that agree against one decide, and it is asked about', () => {
  it.each<[string, Sent, string]>([
    ['name and file against code', { code: A, name: NAME_B, path: '双桥小学.xlsx' }, B],
    ['code and file against name', { code: A, name: NAME_B, path: '石门小学.xlsx' }, A],
    ['name and folder against code', { code: A, name: NAME_B, path: '双桥小学/表.xlsx' }, B],
    ['code and folder against name', { code: A, name: NAME_B, path: '石门小学/表.xlsx' }, A],
    ['name and stamp against code', { code: A, name: NAME_B, stamp: NAME_B }, B],
    ['code and stamp against name', { code: A, name: NAME_B, stamp: '石门小学' }, A],
    ['code and name against the file', { code: A, name: NAME_A, path: '双桥小学.xlsx' }, A],
    ['short name and file against code', { code: A, name: '双桥小学', path: '双桥小学.xlsx' }, B],
    [
      'code and file against an unknown name',
      { code: A, name: '东风学校', path: '石门小学.xlsx' },
      A,
    ],
    [
      'short name and file against an unknown code',
      { code: '9999999999', name: '石门小学', path: '石门小学.xlsx' },
      A,
    ],
    [
      'three against two',
      { code: A, name: NAME_B, stamp: NAME_B, path: '石门小学/石门小学.xlsx' },
      A,
    ],
    [
      'name and file of two codes in one file',
      { code: [A, B], name: NAME_B, path: '双桥小学.xlsx' },
      B,
    ],
  ])('%s', (_, sent, expected) => {
    const found = who(sent)
    expect(verdict(found)).toEqual([expected, 'school-weighed'])
    expect(found.candidates[0]?.school).toBe(expected)
  })

  it('says what speaks for the school and what against it', () => {
    expect(said(who({ code: A, name: NAME_B, path: '双桥小学.xlsx' }))).toBe(
      `按“${NAME_B}”认定（校名“${NAME_B}”、文件名“双桥小学”）；但标识码 ${A}指向“${NAME_A}”；请核对是哪一所学校的报表。`,
    )
    expect(said(who({ code: A, name: '东风学校', path: '石门小学.xlsx' }))).toBe(
      `按“${NAME_A}”认定（标识码 ${A}、文件名“石门小学”）；但校名“东风学校”不在名册中；请核对是哪一所学校的报表。`,
    )
  })

  it('but the folder of a central school is not held against what says code and name', () => {
    expect(verdict(who({ code: A, name: NAME_A, path: '双桥小学/石门小学.xlsx' }))).toEqual([A])
  })
})

describe('a tie waits, with both schools and the evidence', () => {
  it.each<[string, Sent, string]>([
    ['code against name', { code: A, name: NAME_B }, 'school-conflict'],
    [
      'code and file against name and folder',
      { code: A, name: NAME_B, path: '双桥小学/石门小学.xlsx' },
      'school-tied',
    ],
    ['name against file', { name: NAME_A, path: '双桥小学.xlsx' }, 'school-tied'],
    ['file against folder', { path: '双桥小学/石门小学.xlsx' }, 'school-tied'],
    ['two names in one file', { name: [NAME_A, NAME_B] }, 'school-tied'],
    ['two schools in the file’s name', { path: '石门小学和双桥小学.xlsx' }, 'school-tied'],
  ])('%s', (_, sent, reason) => {
    const found = who(sent)
    expect(verdict(found)).toEqual([null, reason])
    expect(found.candidates.map((one) => one.school).sort()).toEqual([A, B])
    for (const { evidence = [] } of found.candidates) expect(evidence.length).toBeGreaterThan(0)
  })

  it('says so in a sentence with all of it', () => {
    const found = who({ code: A, name: NAME_B, path: '双桥小学/石门小学.xlsx' })
    expect(said(found)).toBe(
      `认不出是哪一所学校的报表：标识码 ${A}、文件名“石门小学”指向“${NAME_A}”，校名“${NAME_B}”、文件夹“双桥小学”指向“${NAME_B}”；请在“待确认学校”中指定学校。`,
    )
  })

  it.each<[string, Sent]>([
    ['the code of one and a name nobody has', { code: A, name: '东风学校' }],
    ['a short name and a code nobody has', { code: '9999999999', name: '石门小学' }],
    ['a name nobody has and the file’s name', { name: '东风学校', path: '石门小学.xlsx' }],
    [
      'a name nobody has, the file’s name and the folder',
      { name: '东风学校', path: '石门小学/石门小学.xlsx' },
    ],
  ])('so does %s', (_, sent) => {
    const found = who(sent)
    expect(found.school).toBeNull()
    expect(found.candidates.map((one) => one.school)).toContain(A)
  })
})

describe('a form that has no place for the code', () => {
  it.each<Sent>([{ name: NAME_A }, { stamp: '石门小学' }, { path: '石门小学.xlsx' }])(
    'asks nobody for it: %o',
    (sent) => {
      expect(verdict(who(sent))).toContain('code-missing')
      expect(verdict(who({ ...sent, asked: false }))).not.toContain('code-missing')
    },
  )
})
