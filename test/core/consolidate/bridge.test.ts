import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bridgeOf } from '../../../src/core/consolidate/bridge.ts'
import type { BridgeInput, Given } from '../../../src/core/consolidate/bridge.ts'
import { unitsOf } from '../../../src/core/collection/links.ts'
import {
  addExact,
  formatExact,
  parseExact,
  subtractExact,
  ZERO,
} from '../../../src/shared/exact.ts'
import { numberOf } from '../../../src/core/model/number.ts'

const num = (text: string) => numberOf(text) ?? 0
const add = (texts: string[]): string =>
  formatExact(texts.reduce((sum, text) => addExact(sum, parseExact(text) ?? ZERO), ZERO))
const less = (a: string, b: string): string =>
  formatExact(subtractExact(parseExact(a) ?? ZERO, parseExact(b) ?? ZERO))

type Now = [returned: string, adopted: string, known: boolean]

function input(
  before: Record<string, string>,
  now: Record<string, Now>,
  said: Parameters<typeof unitsOf>[2] = [],
  external = ['0', '0'],
): BridgeInput {
  const given = (id: string): Given | null => {
    const own = now[id]
    return own === undefined
      ? null
      : { returned: num(own[0]), now: num(own[1]), known: own[2], asked: true, item: null }
  }
  return {
    units: unitsOf(Object.keys(before), Object.keys(now), said),
    before: (id) => (before[id] === undefined ? null : num(before[id])),
    past: (id) => (before[id] === undefined ? 'absent' : 'known'),
    now: given,
    external: { before: num(external[0] ?? '0'), now: num(external[1] ?? '0') },
    nameBefore: (id) => id,
    nameNow: (id) => id,
  }
}

const steps = (made: ReturnType<typeof bridgeOf>) =>
  Object.fromEntries(made.steps.map(({ kind, moved }) => [kind, moved]))

describe('the bridge from last year’s total to this year’s', () => {
  it('names each cause once', () => {
    const made = bridgeOf(
      input(
        { stays: '100', falls: '50', closed: '30', silent: '20', part: '7', whole: '60' },
        {
          stays: ['110', '108', true],
          falls: ['45', '45', true],
          silent: ['0', '0', false],
          whole: ['70', '70', true],
          new: ['12.5', '12.5', true],
        },
        [{ before: ['part', 'whole'], now: ['whole'], entry: 1 }],
        ['5', '9'],
      ),
    )
    expect(steps(made)).toEqual({
      opened: '12.5',
      closed: '-30',
      linked: '3',
      grown: '10',
      fallen: '-5',
      unreported: '-20',
      corrected: '-2',
      external: '4',
    })
    expect([made.from, made.to]).toEqual(['272', '244.5'])
    expect(made.comparable).toMatchObject({ before: '217', now: '223', change: '6', schools: 3 })
  })

  it('gives nothing where nothing moved, and no growth over 0', () => {
    const made = bridgeOf(input({ a: '0' }, { a: ['0', '0', true] }))
    expect(made.steps).toEqual([])
    expect(made.comparable.growth).toBeNull()
  })

  it('adds up to the difference exactly, whoever closed, merged, corrected or kept silent', () => {
    const figure = fc
      .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999 }))
      .map(([whole, part]) => `${whole}.${part}`)
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    const links = fc.array(
      fc.record({ before: fc.uniqueArray(id), now: fc.uniqueArray(id), entry: fc.nat() }),
      { maxLength: 4 },
    )
    fc.assert(
      fc.property(
        fc.dictionary(id, figure),
        fc.dictionary(id, fc.tuple(figure, figure, fc.boolean())),
        links,
        fc.tuple(figure, figure),
        (before, now, said, external) => {
          const made = bridgeOf(input(before, now, said, external))
          const difference = less(made.to, made.from)
          expect(add(made.steps.map(({ moved }) => moved))).toBe(difference)
          expect(add(made.lines.map(({ moved }) => moved))).toBe(difference)
          expect(made.from).toBe(add([...Object.values(before), external[0]]))
          expect(made.to).toBe(
            add([...Object.values(now).map(([, adopted]) => adopted), external[1]]),
          )
        },
      ),
    )
  })
})
