import type {
  ExternalRow,
  IndicatorRow,
  IndicatorsView,
  IndicatorYear,
  LibraryEntry,
} from '../../shared/consolidate.ts'
import type { Basis } from '../../shared/model.ts'
import { coverageOf } from '../consolidate/pivot.ts'
import { spreadSide } from '../consolidate/spread.ts'
import { change, evaluateIndicator, fixed, resultText } from '../indicators/evaluate.ts'
import type { Result } from '../indicators/evaluate.ts'
import { faultsOf } from '../indicators/faults.ts'
import { parseIndicators } from '../indicators/indicator.ts'
import type { Indicator } from '../indicators/indicator.ts'
import { leavesOf } from '../indicators/leaves.ts'
import { compare, showNumber } from '../rules/number.ts'
import type { ExternalFigure } from '../setup/prior.ts'
import type { Consolidation } from './consolidation.ts'
import { indicatorLibraryOf } from './last-year.ts'

/** An indicator with its value in both years, what it rests on, and what is wrong with it. */
export function indicatorRow(
  consolidation: Consolidation,
  indicator: Indicator,
  basis: Basis,
): IndicatorRow {
  const year = consolidation.now(basis)
  const faults = faultsOf(indicator, year)
  if (faults.length > 0) {
    const nothing = { value: null, text: '', numerator: null, denominator: null }
    const none = { change: null, undefinedWhy: null, reported: 0, expected: 0 }
    return { indicator, now: nothing, before: nothing, ...none, faults }
  }
  const now = evaluateIndicator(indicator, year)
  const before = consolidation.hasLastYear
    ? evaluateIndicator(indicator, consolidation.before())
    : null
  const moved = change(now.value, before?.value ?? null)
  return {
    indicator,
    now: yearOf(indicator, now),
    before: yearOf(indicator, before),
    change: moved === null ? null : fixed(moved, indicator.decimals),
    undefinedWhy: now.value === null ? whyUndefined(consolidation, indicator, now, basis) : null,
    ...coverage(consolidation, indicator, basis),
    faults,
  }
}

function yearOf(indicator: Indicator, result: Result | null): IndicatorYear {
  const shown = (value: Result['value']): string | null =>
    value === null ? null : showNumber(value, 10)
  const value = result?.value ?? null
  return {
    value: value === null ? null : fixed(value, indicator.decimals),
    text: value === null ? '' : resultText(indicator, value),
    numerator: shown(result?.numerator ?? null),
    denominator: shown(result?.denominator ?? null),
  }
}

function whyUndefined(
  consolidation: Consolidation,
  indicator: Indicator,
  { denominator }: Result,
  basis: Basis,
): IndicatorRow['undefinedWhy'] {
  const { external } = consolidation.now(basis)
  const missing = externalNames(indicator).find((name) => external(name) === null)
  if (missing !== undefined) return { kind: 'external', name: missing }
  return { kind: denominator !== null && compare(denominator, 0) === 0 ? 'zero' : 'nothing' }
}

/** External figures that an indicator names. */
export function externalNames({ numerator, denominator }: Indicator): string[] {
  return [numerator, ...(denominator === null ? [] : [denominator])]
    .flatMap(leavesOf)
    .flatMap((leaf) => (leaf.kind === 'external' ? [leaf.name] : []))
}

function coverage(
  consolidation: Consolidation,
  indicator: Indicator,
  basis: Basis,
): Pick<IndicatorRow, 'reported' | 'expected'> {
  const options = consolidation.optionsNow(basis)
  const { reported, expected } = coverageOf(
    // Whoever reports is counted here: coverage says what is in, not what is called a school.
    { coverage: (id, places) => consolidation.coverage(id, places, basis), counts: () => true },
    {
      numerator: spreadSide(indicator.numerator, options).shares,
      denominator:
        indicator.denominator === null ? [] : spreadSide(indicator.denominator, options).shares,
    },
  )
  return { reported, expected }
}

/** All indicators of a collection. */
export function indicatorsView(
  consolidation: Consolidation,
  external: ExternalFigure[],
  library: string,
  basis: Basis,
): IndicatorsView {
  const { collection } = consolidation
  const { indicators, problems } = indicatorLibraryOf(collection)
  return {
    revision: collection.revision,
    rows: indicators.map((indicator) => indicatorRow(consolidation, indicator, basis)),
    problems,
    externals: external.map(({ name }) => name).filter((name) => !name.startsWith('上年')),
    library: applying(consolidation, library).filter(
      (entry) => !indicators.some(({ id }) => id === entry.id),
    ).length,
  }
}

/** Indicators of the shipped library that this collection's forms and register allow, one for each id. */
export function applying(consolidation: Consolidation, library: string): Indicator[] {
  const found = new Map<string, Indicator>()
  for (const indicator of parseIndicators(library, 'kept').indicators) {
    if (found.has(indicator.id)) continue
    if (faultsOf(indicator, consolidation.now('adopted')).length === 0) {
      found.set(indicator.id, indicator)
    }
  }
  return [...found.values()]
}

/** The shipped library, one entry for each id: the variant that applies, else the first with what it lacks. */
export function libraryEntries(consolidation: Consolidation, library: string): LibraryEntry[] {
  const apply = new Map(applying(consolidation, library).map((one) => [one.id, one]))
  const own = new Set(indicatorLibraryOf(consolidation.collection).indicators.map(({ id }) => id))
  const entries = new Map<string, LibraryEntry>()
  for (const shipped of parseIndicators(library, 'kept').indicators) {
    if (entries.has(shipped.id)) continue
    const indicator = apply.get(shipped.id) ?? shipped
    const row = indicatorRow(consolidation, indicator, 'adopted')
    const taken = own.has(indicator.id)
    const lacks = row.faults.map(lackOf)
    const unlike = lacks.filter(
      ({ kind, name }, i) => lacks.findIndex((l) => l.kind === kind && l.name === name) === i,
    )
    entries.set(shipped.id, { indicator, taken, lacks: unlike, value: row.now.value })
  }
  return [...entries.values()]
}

function lackOf({ code, params }: IndicatorRow['faults'][number]): LibraryEntry['lacks'][number] {
  if (code === 'unknown-attribute') return { kind: 'attribute', name: String(params['name'] ?? '') }
  if (code === 'unknown-form') return { kind: 'form', name: String(params['form'] ?? '') }
  const item = `${String(params['form'] ?? '')} ${String(params['code'] ?? code)}`
  return { kind: 'item', name: item.trim() }
}

/** External figures with what uses them; figures that indicators name and nobody entered are listed empty. */
export function externalRows(
  consolidation: Consolidation,
  external: ExternalFigure[],
): ExternalRow[] {
  const { collection } = consolidation
  const { indicators } = indicatorLibraryOf(collection)
  const users = (name: string): string[] => {
    const plain = name.replace(/^上年/u, '')
    return indicators.flatMap((one) => (externalNames(one).includes(plain) ? [one.title] : []))
  }
  const wanted = indicators.flatMap(externalNames)
  const known = new Set(external.map(({ name }) => name))
  const lacking = [...new Set(wanted.flatMap((name) => [name, `上年${name}`]))].filter(
    (name) => !known.has(name),
  )
  const empty = lacking.map((name) => ({ name, value: '', unit: '', source: '', date: '' }))
  return [...external, ...empty].map((figure) => ({
    ...figure,
    edited: (collection.ledger.externals.get(figure.name) ?? null) !== null,
    usedBy: users(figure.name),
  }))
}
