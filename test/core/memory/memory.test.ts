import { expect, test, vi } from 'vitest'
import { Bounded } from '../../../src/core/memory/bounded.ts'
import { keptForText, keptForTexts } from '../../../src/core/memory/kept-for-text.ts'
import { Kept } from '../../../src/core/memory/kept.ts'
import { perObjectGiven } from '../../../src/core/memory/per-object-given.ts'
import { perObject } from '../../../src/core/memory/per-object.ts'
import { perSchool } from '../../../src/core/memory/per-school.ts'

test('a thing of an object is worked out once, and again only for others given with it', () => {
  const make = vi.fn<(one: { n: number }, by: number, text: string) => string>(
    (one: { n: number }, by: number, text: string) => `${String(one.n * by)}${text}`,
  )
  const asked = perObjectGiven(make)
  const one = { n: 2 }
  expect([asked(one, 3, 'a'), asked(one, 3, 'a'), asked({ n: 2 }, 3, 'a')]).toEqual([
    '6a',
    '6a',
    '6a',
  ])
  expect(make).toHaveBeenCalledTimes(2)
  expect([asked(one, 4, 'a'), asked(one, 4, 'b'), asked(one, 3, 'a')]).toEqual(['8a', '8b', '6a'])
  expect(make).toHaveBeenCalledTimes(5)
})

test('undefined and null are results like others, not signs of nothing known', () => {
  const make = vi.fn<() => undefined>(() => undefined)
  const asked = perObject<object, undefined>(make)
  const one = {}
  asked(one)
  asked(one)
  expect(make).toHaveBeenCalledTimes(1)
})

test('a thing of a school holds until its figures change, and what was before is handed on', () => {
  const befores: (string | undefined)[] = []
  let made = 0
  const kept = perSchool<{ id: string }, string>(({ id }, before) => {
    befores.push(before)
    return `${id}${String(++made)}`
  })
  const ask = (id: string, revision: number): string => kept({ id }, revision)
  expect([ask('甲', 1), ask('甲', 1), ask('乙', 1), ask('甲', 2)]).toEqual([
    '甲1',
    '甲1',
    '乙2',
    '甲3',
  ])
  expect(befores).toEqual([undefined, undefined, '甲1'])
})

test('what can grow without end is forgotten when it is full, but not by writing what is there', () => {
  const kept = new Bounded<number>(2)
  expect([kept.set('a', 1), kept.set('b', 2), kept.set('b', 3)]).toEqual([1, 2, 3])
  expect([kept.get('a'), kept.get('b')]).toEqual([1, 3])
  kept.set('c', 4)
  expect([kept.get('a'), kept.get('b'), kept.get('c')]).toEqual([undefined, undefined, 4])
})

test('handed to map, which gives a place and a list as well, it still remembers', () => {
  const make = vi.fn<(one: { n: number }) => number>((one) => one.n)
  const asked = perObject(make)
  const list = [{ n: 1 }, { n: 2 }]
  expect([...list.map(asked), ...list.toReversed().map(asked)]).toEqual([1, 2, 2, 1])
  expect(make).toHaveBeenCalledTimes(2)
})

test('of a text what was made last is kept, and of another text another thing is made', () => {
  const make = vi.fn<(text: string) => string[]>((text) => [text])
  const asked = keptForText(make)
  const [first, again, other, back] = ['甲', '甲', '乙', '甲'].map((text) => asked(text))
  expect(again).toBe(first)
  expect([other, back]).toEqual([['乙'], ['甲']])
  expect(make).toHaveBeenCalledTimes(3)
})

test('of many texts each is kept, long ones are not, and all are forgotten when there are too many', () => {
  const make = vi.fn<(text: string) => string[]>((text) => [text])
  const asked = keptForTexts(make, 2, 3)
  expect(asked('甲')).toBe(asked('甲'))
  expect(asked('乙')).not.toBe(asked('甲'))
  expect(make).toHaveBeenCalledTimes(2)
  expect(asked('丙丙丙丙')).not.toBe(asked('丙丙丙丙'))
  expect(make).toHaveBeenCalledTimes(4)
  asked('甲')
  expect(make).toHaveBeenCalledTimes(4)
  asked('丁')
  asked('甲')
  expect(make).toHaveBeenCalledTimes(6)
})

test('what is put in place of another, and what is taken away, is not met again', () => {
  const kept = new Kept<object, string>()
  const one = {}
  expect([kept.of(one, () => 'a'), kept.of(one, () => 'b')]).toEqual(['a', 'a'])
  kept.put(one, 'c')
  expect([kept.of(one, () => 'd'), kept.of({}, () => 'e')]).toEqual(['c', 'e'])
  expect([kept.take(one), kept.take(one), kept.of(one, () => 'f')]).toEqual(['c', undefined, 'f'])
})
