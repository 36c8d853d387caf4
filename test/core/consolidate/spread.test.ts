import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadSide } from '../../../src/core/consolidate/spread.ts'
import type { ItemPlace } from '../../../src/core/indicators/item-places.ts'
import type { SpreadOptions } from '../../../src/core/consolidate/spread.ts'
import { evaluateIndicator } from '../../../src/core/indicators/evaluate.ts'
import type { Year } from '../../../src/core/indicators/year.ts'
import { parseIndicators } from '../../../src/core/indicators/indicator.ts'
import type { Side } from '../../../src/core/indicators/indicator.ts'
import { numberOf, showNumber } from '../../../src/core/model/number.ts'
import type { Num } from '../../../src/core/model/number.ts'
import type { CellFigure } from '../../../src/core/rules/value.ts'
import { UNDECIDED } from '../../../src/core/rules/value.ts'
import type { Form } from '../../../src/shared/model.ts'
import { madeForm } from '../../support/form.ts'

const FORMS = ['小', '初'].map((id) => madeForm({ id, rows: ['总计'], columns: ['1', '2'] }))

/** Figures of a school by form; null: no such table. */
type Tables = Record<string, CellFigure[] | null>

function year(schools: Record<string, Tables>, silent: string[] = []): Year {
  const register = Object.entries(schools).map(([id, tables]) => ({
    id,
    attribute: (name: string) => (name === '类' ? id.slice(0, 1) : undefined),
    hasForm: (name: string) => tables[name] !== undefined,
    table: (one: Form) => tables[one.id] ?? null,
    lastYear: () => null,
  }))
  return {
    name: 'returned',
    forms: FORMS,
    form: (id) => FORMS.find((one) => one.id === id) ?? null,
    hasAttribute: (name) => name === '类',
    register,
    reporting: register.filter(({ id }) => !silent.includes(id)),
    external: (name) => (name === '人口' ? 1000 : null),
    externalUnit: () => '',
    externalLack: () => 'no-external',
    coversBefore: () => true,
  }
}

function options(of: Year, schools: Record<string, Tables>): SpreadOptions {
  return {
    year: of,
    stageOf: (places: readonly ItemPlace[]) => {
      const ids = new Set(places.map(({ form: own }) => own.id))
      return ids.size === 1 ? ([...ids][0] ?? null) : null
    },
    stageOfSchool: (id) => `校${id}`,
    asks: (id, places) => places.some(({ form: own }) => schools[id]?.[own.id] !== undefined),
  }
}

function side(text: string): Side {
  const [found] = parseIndicators(`- {id: x, decimals: 8, value: ${text}}`).indicators
  if (found === undefined) throw new Error(text)
  return found.numerator
}

const shown = (value: Num | null) => (value === null ? null : showNumber(value, 8))
const SCHOOLS: Record<string, Tables> = {
  a: { 小: [10, 1] },
  b: { 小: [20, 2], 初: [5, 3] },
  c: { 初: [7, UNDECIDED] },
  d: { 小: null },
}

describe('a side taken apart', () => {
  it('gives a 九年一贯制学校 to both 学段, each with its own table', () => {
    const of = year(SCHOOLS)
    const spread = spreadSide(side(`{sum: '小[01,1] + 初[01,1]'}`), options(of, SCHOOLS))
    const said = spread.shares.map((s) => `${s.school.id} ${s.stage} ${shown(s.value) ?? ''}`)
    expect(said.sort()).toEqual(['a 小 10', 'b 初 5', 'b 小 20', 'c 初 7', 'd 小 0'])
    expect(shown(spread.total(spread.shares, true))).toBe('42')
  })

  it('keeps what cannot be split with the school', () => {
    const of = year(SCHOOLS)
    const spread = spreadSide(side(`{sum: '小[01,1] * 初[01,1]'}`), options(of, SCHOOLS))
    expect(spread.shares.find((s) => s.school.id === 'b')).toMatchObject({
      stage: '校b',
      value: 100,
    })
  })

  it('lists schools that are asked and have not reported, with nothing', () => {
    const of = year(SCHOOLS, ['a'])
    const spread = spreadSide(side(`{sum: '小[01,1]'}`), options(of, SCHOOLS))
    expect(spread.shares.map((s) => `${s.school.id} ${shown(s.value) ?? ''}`)).toEqual([
      'a 0',
      'b 20',
      'd 0',
    ])
  })

  it('leaves an external figure to the whole, and says it is none of a group', () => {
    const of = year(SCHOOLS)
    const text = `{add: [{sum: '小[01,1]'}, {external: 人口}]}`
    const spread = spreadSide(side(text), options(of, SCHOOLS))
    expect(spread.externals).toEqual(['人口'])
    expect(shown(spread.total(spread.shares, true))).toBe('1030')
    expect(spread.total(spread.shares, false)).toBeNull()
    const absent = spreadSide(side('{external: 无}'), options(of, SCHOOLS))
    expect(absent.total([], true)).toBeNull()
  })

  it('adds up to what the indicator comes to, whatever is asked and whatever is missing', () => {
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 999 }).map((n): CellFigure => n),
      fc.integer({ min: 1, max: 99_999 }).map((n): CellFigure => numberOf(`${n}.25`) ?? 0),
      fc.constant<CellFigure>(UNDECIDED),
      fc.constant<CellFigure>('文字'),
    )
    const table = fc.option(fc.tuple(figure, figure).map((pair): CellFigure[] => pair))
    const schools = fc.dictionary(
      fc.constantFrom('a1', 'a2', 'b1', 'b2', 'c1'),
      fc.record({ 小: table, 初: table }, { requiredKeys: [] }),
    )
    const texts = fc.constantFrom(
      `{sum: '小[01,1] + 初[01,1]'}`,
      `{sum: 'SUM(小[01,1:2], 初[01,2]) - 初[01,1]'}`,
      `{sum: '小[01,1] / 小[01,2]', where: '学校.类 <> "b"'}`,
      `{count: '小[01,1] > 初[01,1]'}`,
      `{count: 学校, where: '学校.类 = "a"'}`,
      `{max: '小[01,1] + 初[01,1]'}`,
      `{cv: '小[01,1]', weight: '1'}`,
      `{add: [{sum: '小[01,1]'}, {count: 学校}, {external: 人口}]}`,
    )
    fc.assert(
      fc.property(schools, texts, fc.subarray(['a1', 'b1', 'c1']), (made, text, silent) => {
        const tables: Record<string, Tables> = Object.fromEntries(
          Object.entries(made).map(([id, own]) => [
            id,
            Object.fromEntries(Object.entries(own).map(([name, cells]) => [name, cells ?? null])),
          ]),
        )
        const of = year(tables, silent)
        const spread = spreadSide(side(text), options(of, tables))
        const indicator = {
          ...(parseIndicators(`- {id: x, decimals: 8, value: ${text}}`).indicators[0] ?? {
            never: 0,
          }),
        }
        if (!('id' in indicator)) throw new Error(text)
        const { numerator } = evaluateIndicator(indicator, of)
        expect(shown(spread.total(spread.shares, true))).toBe(shown(numerator))
      }),
    )
  })
})
