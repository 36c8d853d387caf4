import type { Basis, School } from '../../../shared/model.ts'
import type { RecountView } from '../../../shared/recount.ts'
import { dimensionNames, groupSchools } from '../../consolidate/groups.ts'
import { totalsOver } from '../../consolidate/totals.ts'
import { recountIndicator } from '../../recount/indicator.ts'
import type { PlainYear, Recounted } from '../../recount/indicator.ts'
import { columnSum } from '../../recount/plain.ts'
import type { Plain } from '../../recount/plain.ts'
import type { Result } from '../../indicators/evaluate.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { Num } from '../../model/number.ts'
import type { Collection } from '../../collection/collection.ts'
import { fixed } from '../../indicators/evaluate.ts'
import { resultOver } from '../../consolidate/measured.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import { lacksItems } from '../../indicators/lacks-items.ts'
import type { Year } from '../../indicators/year.ts'
import { yearBefore, yearNow } from './plain-years.ts'
import { indicatorsById } from '../summary/quoted.ts'
import type { Years } from '../summary/quoted.ts'

/**
 * Works every total and indicator out a second time, by the plain arithmetic of core/recount over
 * the values of the single cells, and compares to the last digit.
 */
export function recount(years: Years, consolidation: Consolidation, basis: Basis): RecountView {
  const view: RecountView = { basis, totals: 0, indicators: 0, differences: [] }
  recountTotals(years.collection, basis, view)
  recountIndicators(years, consolidation, basis, view)
  return view
}

/** States of a cell that was returned. */
const GIVEN: ReadonlySet<string> = new Set(['number', 'blank', 'text'])

function recountTotals(collection: Collection, basis: Basis, view: RecountView): void {
  const { config, expected } = collection
  const dimensions = dimensionNames(config, collection.schools)
  const groups: [string, School[]][] = [
    ['', expected],
    ...dimensions.flatMap((by) => [...groupSchools(expected, by, config)]),
  ]
  for (const form of collection.forms) {
    const addresses = collection.index.addressesOf(form)
    const asked = new Map(expected.map((one) => [one.id, new Set(collection.itemsOf(one, form))]))
    for (const [group, schools] of groups) {
      const program = totalsOver(collection, form, schools, basis).values
      form.items.forEach((item, index) => {
        // What is not added up has no total to be counted a second time.
        if (item.kind === 'text' || item.adds !== undefined) return
        const own = schools.filter(({ id }) => asked.get(id)?.has(index))
        const found = own.map(({ id }) => collection.value(basis, id, form, index))
        const texts = found.flatMap(({ state, value }) => (state === 'number' ? [value] : []))
        view.totals++
        // What schools are asked for and none has given has no total.
        const given = found.some(({ state }) => GIVEN.has(state))
        const second = given || own.length === 0 ? columnSum(texts) : ''
        const what = { kind: 'total' as const, name: addresses[index] ?? '', group }
        const plain = { part: 'value' as const, lastYear: false, comparable: false }
        differ(view, { ...what, ...plain }, program[index] ?? '', second)
      })
    }
  }
}

function recountIndicators(
  years: Years,
  consolidation: Consolidation,
  basis: Basis,
  view: RecountView,
): void {
  const now = yearNow(years, basis)
  const before = consolidation.hasLastYear ? yearBefore(years) : null
  for (const { indicator, now: first, before: last } of indicatorsById(years, basis).values()) {
    if (first.fault !== null) continue
    view.indicators++
    if (!withheld(indicator, first, consolidation.now(basis)))
      compareResults(view, indicator, false, first, recountIndicator(indicator, now))
    if (before === null || last.fault !== null) continue
    if (!withheld(indicator, last, consolidation.before()))
      compareResults(view, indicator, true, last, recountIndicator(indicator, before))
    recountComparable(years, consolidation, basis, indicator, view)
  }
}

/**
 * Whether the program gives no figure although one could be reckoned: a unit does not fit, last
 * year's data lack an item, no return is in. No figure is not a wrong one.
 */
function withheld({ numerator, denominator }: Indicator, result: Result, year: Year): boolean {
  if (result.value !== null) return false
  const sides = denominator === null ? [numerator] : [numerator, denominator]
  return result.awaited || result.lack !== null || sides.some((side) => lacksItems(side, year))
}

/** The figures of 可比口径: the same schools in both years, whose sums are made once more. */
function recountComparable(
  years: Years,
  consolidation: Consolidation,
  basis: Basis,
  indicator: Indicator,
  view: RecountView,
): void {
  const schools = consolidation.comparableSchools(indicator, basis)
  const measured = consolidation.comparableIndicator(indicator, basis)
  const now = resultOver(measured, measured.now).value
  const before = resultOver(measured, measured.before).value
  const shown: [boolean, Num | null, PlainYear][] = [
    [false, now, yearNow(years, basis, schools.now)],
    [true, before, yearBefore(years, schools.before)],
  ]
  for (const [ofLastYear, value, year] of shown) {
    if (value === null) continue
    const what = { kind: 'indicator' as const, name: indicator.id, group: '', lastYear: ofLastYear }
    const second = recountIndicator(indicator, year).value ?? '—'
    differ(
      view,
      { ...what, part: 'value', comparable: true },
      fixed(value, indicator.decimals),
      second,
    )
  }
}

function compareResults(
  view: RecountView,
  indicator: Indicator,
  ofLastYear: boolean,
  program: Result,
  second: Recounted,
): void {
  const { id, decimals } = indicator
  const own = { kind: 'indicator' as const, name: id, group: '', lastYear: ofLastYear }
  const what = { ...own, comparable: false }
  const value = program.value === null ? '—' : fixed(program.value, decimals)
  differ(view, { ...what, part: 'value' }, value, second.value ?? '—')
  const sides: ['numerator' | 'denominator', Num | null, Plain | null][] = [
    ['numerator', program.numerator, second.numerator],
    ['denominator', program.denominator, second.denominator],
  ]
  for (const [part, first, other] of sides) {
    differ(view, { ...what, part }, exactText(first), plainText(other))
  }
}

function differ(
  view: RecountView,
  what: Omit<RecountView['differences'][number], 'program' | 'recount'>,
  program: string,
  second: string,
): void {
  if (program !== second) view.differences.push({ ...what, program, recount: second })
}

/** A fraction in lowest terms, written so that two equal ones read alike. */
function plainText(value: Plain | null): string {
  if (value === null) return '—'
  let [a, b] = [value.top < 0n ? -value.top : value.top, value.bottom]
  while (b !== 0n) [a, b] = [b, a % b]
  const common = a === 0n ? 1n : a
  const bottom = value.bottom / common
  const top = value.top / common
  return bottom === 1n ? String(top) : `${String(top)}/${String(bottom)}`
}

function exactText(value: Num | null): string {
  if (value === null) return '—'
  if (typeof value === 'number') return String(value)
  return plainText({ top: value.top, bottom: value.bottom })
}
