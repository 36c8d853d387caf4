import type { Basis, Form, School } from '../../../shared/model.ts'
import type { RecountView } from '../../../shared/recount.ts'
import { isSchool } from '../../../shared/reporters.ts'
import { pastOf } from '../../last-year/last-year.ts'
import type { LastYear } from '../../last-year/last-year.ts'
import { dimensionNames, groupSchools } from '../../consolidate/groups.ts'
import { totalsOver } from '../../consolidate/totals.ts'
import { recountIndicator } from '../../recount/indicator.ts'
import type { PlainYear, Recounted } from '../../recount/indicator.ts'
import { columnSum, NOUGHT, plainOf } from '../../recount/plain.ts'
import type { Plain } from '../../recount/plain.ts'
import type { Asked } from '../../recount/work-out.ts'
import type { Result } from '../../indicators/evaluate.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import type { Num } from '../../model/number.ts'
import type { Collection } from '../../collection/collection.ts'
import { fixed } from '../../indicators/evaluate.ts'
import { lastYear } from '../consolidate/indicator-years.ts'
import { indicatorsById } from '../summary/quoted.ts'
import type { Years } from '../summary/quoted.ts'

/**
 * Works every total and indicator out a second time, by the plain arithmetic of core/recount over
 * the values of the single cells, and compares to the last digit.
 */
export function recount(years: Years, basis: Basis): RecountView {
  const view: RecountView = { basis, totals: 0, indicators: 0, differences: [] }
  recountTotals(years.collection, basis, view)
  recountIndicators(years, basis, view)
  return view
}

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
        const what = { kind: 'total' as const, name: addresses[index] ?? '', group }
        const plain = { part: 'value' as const, lastYear: false }
        differ(view, { ...what, ...plain }, program[index] ?? '', columnSum(texts))
      })
    }
  }
}

function recountIndicators(years: Years, basis: Basis, view: RecountView): void {
  const now = yearNow(years, basis)
  const before = years.prior.values.size === 0 ? null : yearBefore(years)
  for (const { indicator, now: first, before: last } of indicatorsById(years, basis).values()) {
    if (first.fault !== null) continue
    view.indicators++
    compareResults(view, indicator, false, first, recountIndicator(indicator, now))
    if (before !== null && last.fault === null) {
      compareResults(view, indicator, true, last, recountIndicator(indicator, before))
    }
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
  const what = { kind: 'indicator' as const, name: id, group: '', lastYear: ofLastYear }
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

/** This year's schools, cell by cell. */
function yearNow({ collection, prior, external }: Years, basis: Basis): PlainYear {
  const asked = (school: School): Asked => ({
    ...codesOf(collection),
    ...(!isSchool(school) && {
      unitWith: collection.forms.flatMap(({ id }) =>
        collection.table(school.id, id) === null ? [] : [id],
      ),
    }),
    attribute: (name) => school.attributes[name] ?? '',
    item: (ofLastYear, id, row, column, past) => {
      const place = placeOf(collection, id, row, column)
      if (ofLastYear) return valueThen(collection, pastOf(prior, past), school.id, place)
      if (place === null || !collection.itemsOf(school, place.form).includes(place.index)) {
        return NOUGHT
      }
      const { state, value } = collection.value(basis, school.id, place.form, place.index)
      if (state === 'text') return value
      return state === 'number' ? (plainOf(value) ?? NOUGHT) : NOUGHT
    },
  })
  const { expected } = collection
  const reporting = expected.filter((school) => {
    const state = collection.stateOfSchool(school)
    return state === 'reported' || state === 'queried'
  })
  return {
    forms: collection.forms,
    register: expected.map(asked),
    reporting: reporting.map(asked),
    external: (name) => external.find((one) => one.name === name)?.value ?? null,
  }
}

/** Last year's schools: their values then, the attributes that the first calculator uses too. */
function yearBefore({ collection, prior, external }: Years): PlainYear {
  const asked = lastYear(collection, prior, external).register.map((school): Asked => ({
    ...codesOf(collection),
    ...(school.noSchool === true && { unitWith: [...(prior.tables.get(school.id) ?? [])] }),
    attribute: (name) => school.attribute(name) ?? '',
    item: (ofLastYear, id, row, column) => {
      return ofLastYear
        ? NOUGHT
        : valueThen(collection, prior, school.id, placeOf(collection, id, row, column))
    },
  }))
  return {
    forms: collection.forms,
    register: asked,
    reporting: asked,
    external: (name) => external.find((one) => one.name === `上年${name}`)?.value ?? null,
  }
}

/** What a list of an earlier period says of an item; nothing where it has none. */
function valueThen(
  collection: Collection,
  prior: LastYear,
  school: string,
  place: ReturnType<typeof placeOf>,
): Plain | string {
  const address = place === null ? '' : collection.index.addressesOf(place.form)[place.index]
  const value = prior.values.get(school)?.get(address ?? '')
  return value === undefined ? NOUGHT : (plainOf(value) ?? value)
}

function codesOf(collection: Collection): Pick<Asked, 'codes'> {
  return {
    codes: (id, side) => (collection.index.form(id)?.[side] ?? []).map(({ code }) => code),
  }
}

function placeOf(
  collection: Collection,
  id: string,
  row: string,
  column: string,
): { form: Form; index: number } | null {
  return collection.index.place(`${id}[${row},${column}]`)
}
