import type { CityTrail, CityTrailItem } from '../../../shared/city.ts'
import { codePoints } from '../../../shared/code-points.ts'
import { parsePeriod, periodWords, isYearly, withDay } from '../../../shared/period.ts'
import type { PeriodWords } from '../../../shared/period.ts'
import type { Basis } from '../../../shared/model.ts'
import { CallError } from '../../../shared/result.ts'
import type { SummaryView } from '../../../shared/summary.ts'
import { labelOf } from '../../forms/form-index.ts'
import { movedOf, resultText } from '../../indicators/evaluate.ts'
import type { Result } from '../../indicators/evaluate.ts'
import type { Side } from '../../indicators/indicator.ts'
import { expressionsOf, itemsRead } from '../../indicators/items-read.ts'
import { leavesOf } from '../../indicators/leaves.ts'
import type { Num } from '../../model/number.ts'
import { showNumber } from '../../model/number.ts'
import type { City } from '../../rollup/city.ts'
import { ownResults } from '../../rollup/indicators.ts'
import type { CityIndicator } from '../../rollup/indicators.ts'
import { fillSummary } from '../../summary/fill.ts'
import type { FilledSummary } from '../../summary/fill.ts'
import { plainSentence } from '../../summary/sentences.ts'
import type { QuotedYears } from '../../summary/year-words.ts'
import { overYears } from '../../rollup/years.ts'
import { wordingOf } from '../../summary/wording.ts'
import type { Quoted } from '../../summary/wording.ts'
import type { CountiesFolder } from '../../ports.ts'
import { viewOf } from '../summary/summary-view.ts'

/** What a city's summary needs of it. */
export interface CityText {
  city: City
  folder: Pick<CountiesFolder, 'summary' | 'hasCollection'>
}

/** A city's indicators as a summary quotes them, by id. */
type CityQuoted = ReadonlyMap<string, CityIndicator & Quoted>

/** The city's indicators by id. Throws CallError partition-changed. */
export async function quotedIn(city: City, basis: Basis): Promise<CityQuoted> {
  const periods = periodsOf(city)
  const formed = await city.formed(basis)
  const earlier = await city.earlierYears(basis)
  const years = (indicator: CityIndicator): (() => QuotedYears | null) => {
    let known: QuotedYears | null | undefined
    return () => (known === undefined ? (known = yearsOf(city, indicator, earlier)) : known)
  }
  return new Map(
    formed.map((one) => [
      one.indicator.id,
      { ...one, periods, years: years(one), ...partsOf(city.year) },
    ]),
  )
}

/** An indicator in the years whose partitions lie in the folder. */
function yearsOf(
  { year: period, parts }: City,
  indicator: CityIndicator,
  earlier: Awaited<ReturnType<City['earlierYears']>>,
): QuotedYears | null {
  const digits = /^\d{4}/u.exec(period)?.[0]
  if (digits === undefined) return null
  const now = Number(digits)
  const part = parsePeriod(plainPeriod(period))
  return {
    now,
    overCity: true,
    values: overYears({ year: now, indicator, parts }, earlier),
    name: (year) =>
      part === null || isYearly(part) ? `${String(year)}年` : periodWords({ ...part, year }).name,
  }
}

/** As parsePeriod reads it; a folder's name has no "/". */
const plainPeriod = (period: string): string =>
  period.replace(/^(\d{4})-01_(\d{2})$/u, '$1-01/$1-$2')

/** What the periods are called; of a school's year the counties' partitions say only where it begins. */
function periodsOf({ year, parts }: City): PeriodWords {
  const date = parts[0]?.referenceDate ?? ''
  const period = parsePeriod(plainPeriod(year))
  const words = periodWords(isYearly(period) ? null : period)
  return withDay(words, date)
}

const NOT_KNOWN: Result = {
  ...{ numerator: null, denominator: null, value: null },
  ...{ fault: null, lack: null, awaited: false },
}

/** Of a part of a year counties hand over last year's figures only, and these are the same period's. */
function partsOf(year: string): Pick<Quoted, 'previous'> {
  return /^\d{4}$/u.test(year) ? {} : { previous: NOT_KNOWN }
}

/**
 * The city's summary filled in, with what wants a look.
 *
 * @param text as it is being written; null: as it is saved
 */
export async function citySummaryView(
  { city, folder }: CityText,
  basis: Basis,
  text: string | null,
  revision: number,
): Promise<SummaryView> {
  const results = await quotedIn(city, basis)
  const parts = city.parts
  const sum = (of: 'expected' | 'reported'): number => parts.reduce((all, one) => all + one[of], 0)
  return viewOf({
    ...{ basis, text, results, revision },
    saved: folder.summary,
    restsOn: () => ({ missing: [], apart: [] }),
    counties: (id) => countiesOf(city, results.get(id) ?? null),
    periods: periodsOf(city),
    coverage: { expected: sum('expected'), reported: sum('reported') },
  })
}

/** Counties that are not in an indicator, and those in it whose schools are not all in. */
function countiesOf(
  city: City,
  indicator: CityIndicator | null,
): { left: string[]; short: string[] } {
  if (indicator === null) return { left: [], short: [] }
  const there = new Set(indicator.lines.map(({ part }) => part))
  return {
    left: leftOf(city, indicator).map(({ name }) => name),
    short: city.parts
      .filter(({ part, reported, expected }) => there.has(part) && reported < expected)
      .map(({ part }) => city.nameOf(part)),
  }
}

function leftOf(city: City, { lines, left }: CityIndicator): CityTrail['left'] {
  const said = new Set([...lines, ...left].map(({ part }) => part))
  return [
    ...city
      .counties()
      .filter((one) => !one.in)
      .map(({ name, why }) => ({ name, why: why ?? ('missing' as const) })),
    ...left.map(({ part, why }) => ({ name: city.nameOf(part), why })),
    ...city.parts
      .filter(({ part }) => !said.has(part))
      .map(({ part }) => ({ name: city.nameOf(part), why: 'unknown' as const })),
  ]
}

/** The city's summary as it is saved, filled in. Throws CallError no-such-file where it has none. */
export async function filledCitySummary(
  { city, folder }: CityText,
  basis: Basis,
): Promise<FilledSummary> {
  const { summary } = folder
  if (summary === null) throw new CallError('no-such-file', { path: 'summary.md' })
  const results = await quotedIn(city, basis)
  return fillSummary(summary, (id) => results.get(id) ?? null, periodsOf(city))
}

/** An indicator of the city walked back to counties and items. Throws CallError no-such-item. */
export async function cityTrail(given: CityText, id: string, basis: Basis): Promise<CityTrail> {
  const { city, folder } = given
  const results = await quotedIn(city, basis)
  const result = results.get(id)
  if (result === undefined) throw new CallError('no-such-item', { item: id })
  const { indicator, now, before, lines } = result
  const filled =
    folder.summary === null ? null : viewOfSentences(await filledCitySummary(given, basis), id)
  const value = wordingOf(result, 'value')
  const { denominator } = indicator
  return {
    ...{ indicator: id, title: indicator.title, unit: indicator.unit, scale: indicator.scale },
    ...{ value: value.text, lack: value.lack },
    lastYear: before.value === null ? null : resultText(indicator, before.value),
    change: wordingOf(result, 'change').text,
    moved: movedOf(now.value, before.value, indicator.decimals),
    numerator: {
      value: shown(now.numerator),
      items: await itemsOf(city, indicator.numerator, basis),
    },
    denominator:
      denominator === null
        ? null
        : { value: shown(now.denominator), items: await itemsOf(city, denominator, basis) },
    largest: lines[0]?.numeratorAdds === 'max',
    counties: city.parts.flatMap((part) => {
      const line = lines.find((one) => one.part === part.part)
      if (line === undefined) return []
      const { now: own, before: then } = ownResults(line)
      return [
        {
          part: part.part,
          name: city.nameOf(part.part),
          atHand: folder.hasCollection(part),
          numerator: shown(own.numerator),
          denominator: shown(own.denominator),
          value: own.value === null ? null : resultText(indicator, own.value),
          lastYear: then.value === null ? null : resultText(indicator, then.value),
          moved: movedOf(own.value, then.value, indicator.decimals),
        },
      ]
    }),
    left: leftOf(city, result),
    sentences: filled ?? [],
  }
}

const shown = (value: Num | null): string | null => (value === null ? null : showNumber(value, 6))

function viewOfSentences({ text, figures, sentences }: FilledSummary, id: string): string[] {
  const characters = codePoints(text)
  const quoting = figures.filter((one) => one.id === id).map(({ sentence }) => sentence)
  return [...new Set(quoting)].flatMap((at) => {
    const span = sentences[at]
    return span === undefined ? [] : [plainSentence(characters, span)]
  })
}

/** The items that a side reads of this year, in the city's forms. */
async function itemsOf(city: City, side: Side, basis: Basis): Promise<CityTrailItem[]> {
  const found: CityTrailItem[] = []
  for (const text of leavesOf(side).flatMap(expressionsOf)) {
    const read = itemsRead(text, {
      forms: city.forms,
      form: (form) => city.items.form(form),
    })
    for (const { form, index, lastYear } of read) {
      const item = form.items[index]
      const address = city.items.addressesOf(form)[index] ?? ''
      if (item === undefined || lastYear || found.some((one) => one.item === address)) continue
      const { total } = await city.form(form.id, basis)
      const label = labelOf(form, item)
      found.push({ form: form.id, item: address, label, total: total.values[index] ?? '' })
    }
  }
  return found
}
