import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainDifference } from '../../../src/core/controls/explain.ts'
import type { ExplainedSchool } from '../../../src/core/controls/explain.ts'
import { plus } from '../../../src/core/model/number.ts'
import type { Num } from '../../../src/core/model/number.ts'

const school = (id: string, value: Num, more: Partial<ExplainedSchool> = {}): ExplainedSchool => ({
  id,
  name: `${id}校`,
  state: 'in',
  value,
  otherBasis: value,
  lastYear: null,
  cells: [],
  twin: null,
  ...more,
})
const TOWN = [school('a', 289), school('b', 140), school('c', 351)]
const sum = (schools: readonly ExplainedSchool[]) =>
  schools.reduce<Num>((total, one) => plus(total, one.value), 0)

/** "cause school amount other" of each explanation, theirs being ours and `gap`. */
function told(gap: number, schools: readonly ExplainedSchool[] = TOWN): string[] {
  const ours = sum(schools)
  return explainDifference(plus(ours, gap), ours, schools).map((one) =>
    [one.cause, one.school ?? '-', one.amount, one.other, one.item ?? ''].join(' ').trim(),
  )
}

describe('a difference', () => {
  it('of nothing needs no explanation', () => {
    expect(told(0)).toEqual([])
  })

  it('by a return that is missing, the one nearest to it last year first', () => {
    const schools = [
      ...TOWN,
      school('d', 0, { state: 'missing', lastYear: 400 }),
      school('e', 0, { state: 'missing', lastYear: 92 }),
    ]
    expect(told(95, schools)).toEqual(['missing-return e 92', 'missing-return d 400'])
  })

  it('downwards is not explained by a return that is missing here', () => {
    expect(told(-95, [...TOWN, school('d', 0, { state: 'missing', lastYear: 95 })])).toEqual([])
  })

  it('of one school’s whole figure: left out there, counted twice there, or sent twice here', () => {
    expect(told(-140)).toEqual(['left-out b 140'])
    expect(told(140)).toEqual(['counted-twice b 140'])
    const twins = [...TOWN, school('d', 140, { twin: 'b校' })]
    expect(told(-140, twins)).toEqual(['left-out b 140', 'doubled-return d 140 b校'])
  })

  it('divisible by nine: two digits of a school exchanged', () => {
    expect(told(9)).toEqual(['school-digits a 289 298'])
  })

  it('by their own typing: their total is ours with two digits exchanged', () => {
    // Ours is 780; theirs 870.
    expect(told(90)).toContain('their-digits - 870 780')
  })

  it('of one cell beside the item', () => {
    const cells = [{ item: '表[01,9]', label: '一年级', value: 47 }]
    expect(told(-47, [...TOWN, school('d', 200, { cells })])).toEqual(['one-cell d 47  表[01,9]'])
  })

  it('by a cell that cannot be read', () => {
    expect(told(33, [...TOWN, school('d', 0, { state: 'unreadable' })])).toEqual(['unreadable d 0'])
  })

  it('by a correction made here: theirs is the sum on the other basis', () => {
    const corrected = [school('a', 289), school('b', 140, { otherBasis: 104 })]
    expect(told(-36, corrected)[0]).toBe('before-correction b 140 104')
  })

  it('that fits at many schools fits by chance and is not told', () => {
    const many = Array.from({ length: 6 }, (_, n) => school(`s${String(n)}`, 20))
    expect(told(-20, many)).toEqual([])
  })
})

it('whatever is told of whole figures really makes up the difference', () => {
  const values = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(values, fc.integer({ min: -900, max: 900 }), (list, gap) => {
      const schools = list.map((value, n) => school(String(n), value))
      const found = explainDifference(plus(sum(schools), gap), sum(schools), schools)
      const made: Partial<Record<string, (amount: number, other: number) => number>> = {
        'left-out': (amount) => -amount,
        'counted-twice': (amount) => amount,
        'school-digits': (amount, other) => other - amount,
      }
      for (const { cause, amount, other } of found) {
        expect(made[cause]?.(Number(amount), Number(other)) ?? gap).toBe(gap)
      }
    }),
  )
})
