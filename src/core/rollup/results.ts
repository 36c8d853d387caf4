import { csvField } from '../model/csv-field.ts'
import type { Basis, School } from '../../shared/model.ts'
import type { RollupIndicator, RollupTrouble } from '../../shared/rollup.ts'
import { NOT_ASKED, STATE_LETTER } from '../../shared/state-letter.ts'
import { labelOf } from '../forms/form-index.ts'
import type { CollectionConfig } from '../model/collection.ts'
import type { ConsolidatedInput } from '../model/consolidated-input.ts'
import type { City, CityForm } from './city.ts'

const line = (...fields: (string | number)[]): string =>
  `${fields.map((field) => csvField(String(field))).join(',')}\n`

/** counties.csv: where each county stands. */
export function* countiesCsv(city: City): Generator<string> {
  yield 'county,city,in,expected,reported,errors,unexplained,signed_by,signed_current,exported_at\n'
  for (const one of city.counties()) {
    const { name, in: there, expected, reported, errors, unexplained } = one
    yield line(
      ...[name, one.city, there ? 1 : 0, expected, reported, errors, unexplained],
      ...[one.signedBy ?? '', one.signedCurrent ? 1 : 0, one.exportedAt],
    )
  }
}

/** totals.csv: every item of the city and of each county; the city's lines have no county. */
export function* totalsCsv(city: City, forms: readonly CityForm[]): Generator<string> {
  yield 'form,item,label,county,total,schools,asked\n'
  for (const { form, addresses, counties, total } of forms) {
    for (const [index, item] of form.items.entries()) {
      if (item.kind === 'text' || item.adds === 'no') continue
      const all = [
        { name: '', totals: total },
        ...counties.map(({ part, totals }) => ({ name: city.nameOf(part), totals })),
      ]
      for (const { name, totals } of all) {
        const own = [
          totals.values[index] ?? '',
          totals.schools[index] ?? 0,
          totals.asked[index] ?? 0,
        ]
        yield line(form.id, addresses[index] ?? '', labelOf(form, item), name, ...own)
      }
    }
  }
}

/** groups.csv: every item by the groups of an attribute, over all counties. */
export function* groupsCsv(
  forms: readonly (CityForm & { groups: Awaited<ReturnType<City['groups']>> })[],
  by: string,
): Generator<string> {
  yield line('form', 'item', 'label', by, 'total', 'schools', 'asked')
  for (const { form, addresses, groups } of forms) {
    for (const [index, item] of form.items.entries()) {
      if (item.kind === 'text' || item.adds === 'no') continue
      for (const { group, totals } of groups) {
        if ((totals.asked[index] ?? 0) === 0) continue
        const own = [
          totals.values[index] ?? '',
          totals.schools[index] ?? 0,
          totals.asked[index] ?? 0,
        ]
        yield line(form.id, addresses[index] ?? '', labelOf(form, item), group, ...own)
      }
    }
  }
}

/** bridge.csv: last year to this year by county; the city's lines are over counties known in both. */
export function* bridgeCsv(
  bridges: readonly Awaited<ReturnType<City['bridge']>>[],
): Generator<string> {
  yield 'item,county,last_year,this_year,moved\n'
  for (const { item, from, to, moved, lines } of bridges.flat()) {
    if (lines.every((one) => one.from === null)) continue
    yield line(item, '', from, to, moved)
    for (const one of lines)
      yield line(item, one.county, one.from ?? '', one.to ?? '', one.moved ?? '')
  }
}

/** indicators.csv: the city's, from numerators and denominators. */
export function* indicatorsCsv(indicators: readonly RollupIndicator[]): Generator<string> {
  yield 'indicator,title,unit,value,text,numerator,denominator,last_year,change,counties,of\n'
  for (const one of indicators) {
    yield line(
      ...[one.id, one.title, one.unit, one.value, one.text, one.numerator, one.denominator],
      ...[one.lastYear, one.change, one.counties, one.of],
    )
  }
}

/**
 * The city's consolidated workbook: the counties stand where a county's schools do, so that the form is the
 * form's own layout with sums over the counties.
 *
 * @param troubleText what the city has to say, in words, for the sheet 审核
 */
export function cityWorkbook(
  city: City,
  forms: readonly CityForm[],
  options: {
    title: string
    basis: Basis
    lang: 'zh' | 'en'
    now: string
    digest: (text: string) => string
    troubleText: (trouble: RollupTrouble) => string
  },
): ConsolidatedInput {
  const counties = new Map(city.parts.map((part) => [part.part, countyAsSchool(city, part.part)]))
  const prints = city.parts.map(({ county, fingerprint }) => `${county} ${fingerprint}`)
  const [first] = city.parts
  return {
    config: configOf(options.title, city.year, first?.referenceDate ?? ''),
    basis: options.basis,
    lang: options.lang,
    exportedAt: options.now,
    fingerprint: options.digest(prints.join('\n')),
    chain: null,
    coverage: {
      expected: city.counties().length,
      reported: city.counties().filter((one) => one.in).length,
    },
    groupBy: '市',
    forms: forms.map(({ form, counties: own, cities, total }) => ({
      form,
      workbook:
        [...form.editions].sort((a, b) => b.items.length - a.items.length)[0]?.workbook ?? '',
      totals: total.values,
      rows: own.flatMap(({ part, totals }) => {
        const school = counties.get(part)
        if (school === undefined) return []
        const states = form.items.map((item, index) =>
          item.kind === 'text' || item.adds === 'no' || (totals.asked[index] ?? 0) === 0
            ? NOT_ASKED
            : totals.values[index] === ''
              ? STATE_LETTER.missing
              : STATE_LETTER.number,
        )
        const values = totals.values.map((value, index) =>
          states[index] === NOT_ASKED ? '' : value,
        )
        return [
          {
            school,
            group: school.attributes['市'] ?? '',
            values,
            states: states.join(''),
            raw: {},
          },
        ]
      }),
      groups: cities().map(({ name, totals }) => ({ name, totals: totals.values })),
    })),
    findings: [],
    faults: city.troubles.map((trouble) => ({
      id: trouble.county,
      kind: 'settings' as const,
      text: options.troubleText(trouble),
    })),
    missing: city
      .counties()
      .filter((one) => !one.in)
      .map(({ name }) => ({
        school: schoolOf(name, ''),
        group: '',
        state: 'missing',
        reason: '',
      })),
    changes: [],
    quoted: null,
    cleanings: [],
  }
}

function countyAsSchool(city: City, part: number): School {
  return schoolOf(city.nameOf(part), city.parts.find((one) => one.part === part)?.city ?? '')
}

function schoolOf(name: string, city: string): School {
  return {
    id: name,
    name,
    shortName: name,
    type: '',
    status: '',
    active: true,
    attributes: { 市: city },
  }
}

function configOf(title: string, year: string, referenceDate: string): CollectionConfig {
  return {
    title,
    county: title,
    schoolYear: year,
    referenceDate,
    dueDate: '',
    dimensions: ['市'],
    dimensionFields: {},
    codeNames: {},
    register: {
      file: '',
      sheet: null,
      key: '',
      name: '',
      shortName: '',
      type: '',
      status: '',
      active: '',
    },
    external: null,
    formsFolder: '',
    formsByType: {},
    otherSheets: {},
    notApplicable: '*',
    notCountedTypes: [],
    returnsFolder: '',
    prior: null,
    rules: '',
    indicators: '',
    summary: '',
  }
}
