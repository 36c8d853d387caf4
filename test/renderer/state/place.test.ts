import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import type { DeskState, Step } from '../../../src/renderer/state/desk.ts'
import { newDeskState } from '../../../src/renderer/state/initial.ts'
import { isStep, placeOf, samePlace, stateAt } from '../../../src/renderer/state/place.ts'

const text = fc.string({ minLength: 1, maxLength: 6 }).filter((one) => !one.includes(':'))
const STEPS: Step[] = ['overview', 'intake', 'data', 'check', 'consolidate', 'summary', 'setup']

const states = fc
  .record({
    step: fc.constantFrom(...STEPS),
    form: text,
    view: fc.constantFrom('list' as const, 'paper' as const),
    onlyRow: fc.option(fc.nat(30)),
    rowFilter: fc.constantFrom('all' as const, 'unreadable' as const, 'missing' as const),
    school: text,
    item: fc.option(fc.nat(600)),
    file: fc.option(fc.nat(900)),
    setupTab: fc.constantFrom('forms' as const, 'register' as const, 'general' as const),
    finding: fc.option(fc.string({ minLength: 1 })),
  })
  .map(({ school, item, file, finding, ...fields }): DeskState => {
    const fresh = newDeskState('zh')
    return {
      ...fresh,
      ...fields,
      place: { school },
      selected: item === null ? null : { kind: 'cell', school, form: fields.form, item },
      check: { ...fresh.check, picked: finding },
      layer:
        file === null
          ? null
          : { kind: 'sent', file, sheet: 'Sheet 1&=#', at: { cell: 'B7' }, back: null },
    }
  })

test('what stands at a place is the place, through the text of an address', () => {
  fc.assert(
    fc.property(states, (state) => {
      const place = placeOf(state)
      const read = Object.fromEntries(new URLSearchParams({ ...place }))
      const again = { ...newDeskState('zh'), ...stateAt(newDeskState('zh'), read) }
      expect(placeOf(again)).toEqual(place)
    }),
  )
})

it('goes back over screens and tables, not over every cell', () => {
  const state = newDeskState('zh')
  const at = (change: Partial<DeskState>) => placeOf({ ...state, step: 'data', ...change })
  const cell = (item: number): Partial<DeskState> => ({
    selected: { kind: 'cell', school: 's', form: 'f', item },
  })
  expect(isStep(at(cell(1)), at(cell(2)))).toBe(false)
  expect(samePlace(at(cell(1)), at(cell(2)))).toBe(false)
  expect(isStep(at({ form: 'f' }), at({ form: 'g' }))).toBe(true)
  expect(isStep(at({}), placeOf({ ...state, step: 'check' }))).toBe(true)
})

it('takes nothing from an address that is none', () => {
  expect(stateAt(newDeskState('zh'), { step: 'elsewhere', form: 'x' })).toEqual({})
  expect(stateAt(newDeskState('zh'), { step: 'data', over: 'sent', file: 'x' })).toMatchObject({
    step: 'data',
    layer: null,
  })
})
