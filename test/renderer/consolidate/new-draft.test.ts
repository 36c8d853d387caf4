import { describe, expect, it } from 'vitest'
import {
  isComplete,
  newDraft,
  newSide,
  partsOf,
  sideOf,
} from '../../../src/renderer/consolidate/indicators/new-draft.ts'
import { measureOf, rowsOf } from '../../../src/renderer/consolidate/measure/use-consolidate.ts'
import { newConsolidateView } from '../../../src/renderer/state/consolidate-view.ts'

describe('an indicator being written', () => {
  it('is complete with an id and all its expressions', () => {
    const draft = newDraft()
    expect(isComplete(draft)).toBe(false)
    const numerator = { ...newSide('sum'), expr: '表[01,1]' }
    expect(isComplete({ ...draft, id: '甲', numerator })).toBe(true)
    expect(isComplete({ ...draft, id: '甲', numerator, denominator: newSide('external') })).toBe(
      false,
    )
    expect(isComplete({ ...draft, id: ' ', numerator: newSide('schools') })).toBe(false)
  })

  it('keeps what was written when its kind changes', () => {
    const from = { kind: 'sum', expr: '表[01,1]', where: '学校.类 = "公"' } as const
    expect(newSide('max', from)).toEqual({ ...from, kind: 'max' })
    expect(newSide('schools', from)).toEqual({ kind: 'schools', where: from.where })
  })

  it('is one part or the sum of several', () => {
    const one = newSide('schools')
    expect(sideOf([one])).toEqual(one)
    expect(partsOf(sideOf([one, newSide('external')]))).toHaveLength(2)
  })
})

describe('what is looked at first', () => {
  const catalog = {
    revision: 1,
    dimensions: [{ name: '乡镇', groups: [] }],
    indicators: [
      { id: '率', title: '率', unit: '%', ratio: true },
      { id: '所', title: '所', unit: '所', ratio: false },
      { id: '人', title: '人', unit: '人', ratio: false },
    ],
    lastYear: null,
  }

  it('is a number of people, by the first dimension', () => {
    expect(measureOf(newConsolidateView(), catalog)).toEqual({ indicator: '人', side: 'numerator' })
    expect(rowsOf(newConsolidateView(), catalog)).toEqual(['乡镇'])
    expect(measureOf(newConsolidateView(), { ...catalog, indicators: [] })).toEqual({
      schools: true,
    })
  })

  it('is what was chosen, as long as it is there', () => {
    const view = {
      ...newConsolidateView(),
      measure: { indicator: '没了', side: 'value' } as const,
      rows: [],
    }
    expect(measureOf(view, catalog)).toEqual({ indicator: '人', side: 'numerator' })
    expect(rowsOf(view, catalog)).toEqual([])
    expect(rowsOf({ ...view, rows: ['镇', '乡镇'] }, catalog)).toEqual(['乡镇'])
  })
})
