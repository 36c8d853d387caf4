import { describe, expect, it } from 'vitest'
import { kindOf, unitsOf } from '../../../src/core/collection/links.ts'
import { nameLikeness, suggestLinks } from '../../../src/core/consolidate/suggest-links.ts'

const plain = (before: string[], now: string[], said: Parameters<typeof unitsOf>[2] = []) =>
  unitsOf(before, now, said).map((u) => `${u.before.join('+')}→${u.now.join('+')}`)

describe('schools of two years', () => {
  it('are the same by code; the others have closed or opened', () => {
    expect(plain(['a', 'b'], ['b', 'c'])).toEqual(['a→', 'b→b', '→c'])
  })

  it('are what a person said: renamed, merged, split', () => {
    const said = [
      { before: ['a'], now: ['x'], entry: 1 },
      { before: ['b', 'c'], now: ['c'], entry: 2 },
      { before: ['d'], now: ['d', 'y'], entry: 3 },
    ]
    expect(plain(['a', 'b', 'c', 'd'], ['c', 'd', 'x', 'y'], said)).toEqual([
      'a→x',
      'b+c→c',
      'd→d+y',
    ])
  })

  it('are in one unit only: the latest word counts, and what it leaves over stays together', () => {
    const said = [
      { before: ['a', 'b'], now: ['c'], entry: 1 },
      { before: ['a'], now: [], entry: 2 },
    ]
    expect(plain(['a', 'b'], ['c'], said)).toEqual(['b→c', 'a→'])
  })

  it('are called by what happened', () => {
    const kind = (before: string[], now: string[]) =>
      kindOf(
        { before, now },
        (id) => `${id}校`,
        (id) => (id === 'r' ? '新名' : `${id}校`),
      )
    expect(kind(['a'], ['a'])).toBe('same')
    expect(kind(['r'], ['r'])).toBe('renamed')
    expect(kind(['a'], ['x'])).toBe('renamed')
    expect(kind(['a', 'b'], ['a'])).toBe('merged')
    expect(kind(['a'], ['a', 'b'])).toBe('split')
    expect([kind(['a'], []), kind([], ['a'])]).toEqual(['closed', 'opened'])
  })
})

describe('suggestions', () => {
  const one = (id: string, name: string, town = '石门镇') => ({ id, name, town })

  it('find a school under a new code by its name, in the same town first', () => {
    const gone = [one('1001', '霁川县石门镇中心小学')]
    const fresh = [one('2008', '霁川县双桥镇中心小学', '双桥镇'), one('2009', '石门镇中心小学校')]
    const [found] = suggestLinks(gone, fresh, [])
    expect(found).toMatchObject({
      kind: 'renamed',
      before: ['1001'],
      now: ['2009'],
      why: 'like-name',
    })
  })

  it('find a code that differs in one digit', () => {
    const [found] = suggestLinks(
      [one('2190001046', '白沙教学点')],
      [one('2190001047', '白沙小学')],
      [],
    )
    expect(found).toMatchObject({ kind: 'renamed', why: 'code-digit' })
  })

  it('find the branch that was closed into its school, and the one that was split off', () => {
    const school = one('5', '霁川县石门镇石桥小学')
    const branch = one('6', '霁川县石门镇石桥小学东校区')
    expect(suggestLinks([branch], [], [school])[0]).toMatchObject({
      kind: 'merged',
      before: ['6', '5'],
      now: ['5'],
    })
    expect(suggestLinks([], [branch], [school])[0]).toMatchObject({
      kind: 'split',
      before: ['5'],
      now: ['5', '6'],
    })
  })

  it('say nothing of schools that have little in common', () => {
    expect(
      suggestLinks([one('1', '霁川县石门镇星火小学')], [one('2', '小水滴幼儿园')], []),
    ).toEqual([])
  })

  it('measure likeness by neighbouring characters', () => {
    expect(nameLikeness('中心小学', '中心小学')).toBe(100)
    expect(nameLikeness('中心小学', '中心学校')).toBe(33)
    expect(nameLikeness('甲', '乙')).toBe(0)
  })
})
