import type {
  EarlierValue,
  PlannedValue,
  ExternalRow,
  IndicatorRow,
  IndicatorsView,
  LibraryEntry,
} from '../../../shared/consolidate.ts'
import type { Basis } from '../../../shared/model.ts'
import { change, evaluateIndicator, fixed } from '../../indicators/evaluate.ts'
import type { Result } from '../../indicators/evaluate.ts'
import type { Year } from '../../indicators/year.ts'
import { faultsOf } from '../../indicators/faults.ts'
import type { Indicator } from '../../indicators/indicator.ts'
import { lacksItems } from '../../indicators/lacks-items.ts'
import { externalNames } from '../../indicators/leaves.ts'
import { lacksOf, parseLibrary } from '../../indicators/library.ts'
import type { Terms } from '../../indicators/over-schools.ts'
import { compare, over, times } from '../../model/number.ts'
import { hasPrevious, plannedAs, plannedFor } from '../consolidate/indicator-years.ts'
import { PLANNED } from '../../model/external-figure.ts'
import type { ExternalFigure } from '../../model/external-figure.ts'
import { comparableRow } from './comparable-row.ts'
import { yearOf } from './indicator-year.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import { indicatorCoverage } from '../consolidate/indicator-coverage.ts'
import { indicatorLibraryOf } from '../last-year/last-year.ts'
import { Bounded } from '../../memory/bounded.ts'
import { perObject } from '../../memory/per-object.ts'

/** An indicator with its value in both years, what it rests on, and what is wrong with it. */
export function indicatorRow(
  consolidation: Consolidation,
  indicator: Indicator,
  basis: Basis,
): IndicatorRow {
  const year = consolidation.now(basis)
  const faults = faultsOf(indicator, year)
  if (faults.length > 0) {
    const nothing = { value: null, text: '', numerator: null, denominator: null, lacking: false }
    const none = { change: null, undefinedWhy: null, ...NOBODY }
    return { indicator, now: nothing, before: nothing, ...none, faults }
  }
  const now = evaluateIndicator(indicator, year)
  const before = consolidation.hasLastYear
    ? evaluateIndicator(indicator, consolidation.before())
    : null
  const moved = change(now.value, before?.value ?? null)
  const { same, previous, cumulative } = consolidation.earlier()
  return {
    indicator,
    now: yearOf(indicator, now, false),
    before: yearOf(indicator, before, before !== null && lacksLastYear(consolidation, indicator)),
    change: moved === null ? null : fixed(moved, indicator.decimals),
    ...(same !== null && { same: earlierValue(indicator, now, same) }),
    ...(previous !== null &&
      hasPrevious(indicator, cumulative) && { previous: earlierValue(indicator, now, previous) }),
    ...planOf(consolidation, indicator, now, year),
    undefinedWhy: now.value === null ? whyUndefined(now) : null,
    ...indicatorCoverage(consolidation, indicator, basis),
    faults,
  }
}

/** An indicator in an earlier period; unknown where nothing is known of it. */
function earlierValue(indicator: Indicator, now: Result, year: Year): EarlierValue {
  const value = year.register.length === 0 ? null : evaluateIndicator(indicator, year).value
  const moved = change(now.value, value)
  return {
    value: value === null ? null : fixed(value, indicator.decimals),
    change: moved === null ? null : fixed(moved, indicator.decimals),
  }
}

/** What was planned for an indicator, with its document; nothing where nothing was. */
function planOf(
  consolidation: Consolidation,
  indicator: Indicator,
  now: Result,
  year: Year,
): { plan?: PlannedValue } {
  const { external } = consolidation
  const planned = plannedAs(indicator, external, consolidation.indicatorList())
  if (planned === null) return {}
  const figure = plannedFor(indicator, external)
  const { value } = evaluateIndicator(planned, year)
  const moved = change(now.value, value)
  const share = now.value === null || value === null ? null : over(times(now.value, 100), value)
  return {
    plan: {
      name: figure?.name.slice(PLANNED.length) ?? planned.title,
      value: value === null ? null : fixed(value, indicator.decimals),
      source: figure?.source ?? '',
      date: figure?.date ?? '',
      change: moved === null ? null : fixed(moved, indicator.decimals),
      done: share === null ? null : fixed(share, 1),
    },
  }
}

const NOBODY = { reported: 0, expected: 0, missing: [], apart: [] }

/** Whether last year's data lack an item that either side reads. */
function lacksLastYear(
  consolidation: Consolidation,
  { numerator, denominator }: Indicator,
): boolean {
  const year = consolidation.before()
  return lacksItems(numerator, year) || (denominator !== null && lacksItems(denominator, year))
}

function whyUndefined(result: Result): IndicatorRow['undefinedWhy'] {
  const { denominator, lack, awaited, dataLack } = result
  if (lack !== null) return { kind: 'external', name: lack.name, why: lack.why }
  if (dataLack !== undefined) return { kind: 'data', why: dataLack }
  if (awaited) return { kind: 'awaited' }
  return { kind: denominator !== null && compare(denominator, 0) === 0 ? 'zero' : 'nothing' }
}

/** All indicators of a collection. */
export function indicatorsView(
  consolidation: Consolidation,
  external: ExternalFigure[],
  library: string,
  basis: Basis,
  comparable: boolean,
): IndicatorsView {
  const { collection } = consolidation
  const { indicators, problems } = indicatorLibraryOf(collection)
  return {
    revision: collection.revision,
    rows: indicators.map((indicator) => {
      const row = indicatorRow(consolidation, indicator, basis)
      return comparable ? comparableRow(consolidation, row, basis) : row
    }),
    problems,
    externals: external
      .map(({ name }) => name)
      .filter((name) => !/^(?:上年|同期|上期|计划|\d{4}年)/u.test(name)),
    library: applying(consolidation, library).filter(
      (entry) => !indicators.some(({ id }) => id === entry.id),
    ).length,
  }
}

/** What applies, by the library's text: one, as long as it is not another. */
const known = perObject<Year['form'], Bounded<Indicator[]>>(() => new Bounded(1))

/** Indicators of the shipped library that this collection's forms and register allow, one for each id. */
export function applying(consolidation: Consolidation, text: string): Indicator[] {
  const terms = consolidation.now('adopted')
  const own = known(terms.form)
  return own.get(text) ?? own.set(text, findApplying(terms, text))
}

function findApplying(terms: Terms, text: string): Indicator[] {
  const { indicators, labels } = parseLibrary(text)
  const found = new Map<string, Indicator>()
  for (const indicator of indicators) {
    if (found.has(indicator.id)) continue
    if (lacksOf(indicator, labels, terms).length === 0) found.set(indicator.id, indicator)
  }
  return [...found.values()]
}

/** The shipped library, one entry for each id: the variant that applies, else the first with what it lacks. */
export function libraryEntries(consolidation: Consolidation, text: string): LibraryEntry[] {
  const { indicators, labels } = parseLibrary(text)
  const terms = consolidation.now('adopted')
  const own = new Set(indicatorLibraryOf(consolidation.collection).indicators.map(({ id }) => id))
  const entries = new Map<string, LibraryEntry>()
  for (const indicator of indicators) {
    const before = entries.get(indicator.id)
    if (before !== undefined && before.lacks.length === 0) continue
    const lacks = lacksOf(indicator, labels, terms)
    if (before !== undefined && lacks.length > 0) continue
    const value =
      lacks.length > 0 ? null : indicatorRow(consolidation, indicator, 'adopted').now.value
    entries.set(indicator.id, { indicator, taken: own.has(indicator.id), lacks, value })
  }
  return [...entries.values()]
}

/** External figures with what uses them; figures that indicators name and nobody entered are listed empty. */
export function externalRows(
  consolidation: Consolidation,
  external: ExternalFigure[],
): ExternalRow[] {
  const { collection } = consolidation
  const { indicators } = indicatorLibraryOf(collection)
  const users = (name: string): string[] => {
    const plain = name.replace(/^(?:上年|同期|上期|\d{4}年)/u, '')
    return indicators.flatMap((one) =>
      externalNames(one).includes(plain) || plannedFor(one, external)?.name === name
        ? [one.title]
        : [],
    )
  }
  const wanted = indicators.flatMap(externalNames)
  const known = new Set(external.map(({ name }) => name))
  const lacking = [...new Set(wanted.flatMap((name) => [name, `上年${name}`]))].filter(
    (name) => !known.has(name),
  )
  const empty = lacking.map((name): ExternalFigure => ({
    name,
    value: '',
    unit: '',
    source: '',
    date: '',
  }))
  return [...external, ...empty].map((figure) => ({
    ...figure,
    cleaned: figure.cleaned ?? null,
    refused: figure.refused ?? null,
    edited: (collection.ledger.externals.get(figure.name) ?? null) !== null,
    usedBy: users(figure.name),
  }))
}
