import { codePoints } from '../../../shared/code-points.ts'
import type { Basis } from '../../../shared/model.ts'
import type {
  QuotableIndicator,
  SummaryFigure,
  SummaryView,
  SummaryWarning,
} from '../../../shared/summary.ts'
import { QUOTING } from '../../../shared/figure-form.ts'
import { change, movedOf, resultText } from '../../indicators/evaluate.ts'
import { compare } from '../../model/number.ts'
import { disagreements } from '../../summary/direction.ts'
import { paragraphsOf } from '../../summary/document.ts'
import { fillSummary, periodNames } from '../../summary/fill.ts'
import type { FilledSummary } from '../../summary/fill.ts'
import { asksForBalance } from '../../summary/placeholders.ts'
import { plainSentence } from '../../summary/sentences.ts'
import { wordingOf } from '../../summary/wording.ts'
import type { Quoted } from '../../summary/wording.ts'
import type { PeriodWords } from '../../../shared/period.ts'
import { comparedFigures } from '../../summary/compared.ts'
import { periodWordsOf } from '../../collection/period.ts'
import { coverageOf } from '../../collection/coverage.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import { indicatorsById } from './quoted.ts'
import type { IndicatorCoverage } from '../consolidate/indicator-coverage.ts'
import { restsOnSchools } from './rests-on.ts'

/**
 * The annual summary filled in, with what wants a look.
 *
 * @param text the text with placeholders as it is being written; null: as it is saved
 */
export function summaryView(
  consolidation: Consolidation,
  basis: Basis,
  text: string | null,
): SummaryView {
  const { collection } = consolidation
  const results = indicatorsById(consolidation, basis)
  return viewOf({
    ...{ basis, text, results },
    revision: collection.revision,
    saved: collection.text('summary'),
    restsOn: (id) => restsOnSchools(consolidation, results.get(id) ?? null, basis),
    periods: periodWordsOf(collection),
    coverage: coverageOf(collection),
  })
}

/** What a summary is filled from: a county's collection, or a city's counties. */
export interface Filling extends Pick<SummaryView, 'revision' | 'basis' | 'coverage'> {
  /** The text as it is saved, and as it is being written; null for none. */
  saved: string | null
  text: string | null
  results: ReadonlyMap<string, Quoted>
  restsOn: RestsOn
  /** Of a city: counties that are not in an indicator, and those whose schools are not all in. */
  counties?: (id: string) => { left: string[]; short: string[] }
  periods: PeriodWords
}

/** A summary filled in, with what wants a look. */
export function viewOf(filling: Filling): SummaryView {
  const { revision, basis, saved, text, results, restsOn, periods, coverage } = filling
  const template = text ?? saved ?? ''
  const filled = fillSummary(template, (id) => results.get(id) ?? null, periods)
  return {
    ...{ revision, basis, template: saved, text: filled.text, coverage },
    paragraphs: paragraphsOf(filled),
    figures: figuresOf(filled, results),
    warnings: warningsOf(filled, filling),
    balanced: asksForBalance(template),
    ...(filling.counties !== undefined && { city: true as const }),
    indicators: [...results.values()].map((result) =>
      quotable(result, restsOn(result.indicator.id).missing),
    ),
    periods: periodNames(periods),
  }
}

/** On which schools an indicator rests, by its id. */
type RestsOn = (id: string) => Pick<IndicatorCoverage, 'missing' | 'apart'>

/** The quoted figures with their sentences. */
export function figuresOf(
  filled: FilledSummary,
  results: ReadonlyMap<string, Quoted>,
): SummaryFigure[] {
  const characters = codePoints(filled.text)
  return filled.figures.map((figure, index) => {
    const { id, form, text, start, end, source, lack, years } = figure
    const result = results.get(id)
    const span = filled.sentences[figure.sentence]
    const moved = filled.adjustments.find((one) => one.figure === index)
    return {
      indicator: id,
      title: result?.indicator.title ?? id,
      form,
      text,
      start,
      end,
      source,
      sentence: span === undefined ? '' : plainSentence(characters, span),
      lack,
      ...(years !== undefined && { years }),
      moved:
        moved === undefined || result === undefined
          ? null
          : { from: resultText(result.indicator, moved.from), total: moved.total },
    }
  })
}

function warningsOf(filled: FilledSummary, filling: Filling): SummaryWarning[] {
  const { results } = filling
  return [
    ...filled.unknown.map((one) => ({ kind: 'unknown' as const, ...one })),
    ...filled.figures.flatMap(({ lack }, figure): SummaryWarning[] =>
      lack === null ? [] : [{ kind: 'lack', figure }],
    ),
    ...incomplete(filled, filling),
    ...countiesWanting(filled, filling),
    ...disagreements(filled, (id) => results.get(id) ?? null).map(
      ({ figure, word, start, end, moved }): SummaryWarning => ({
        kind: 'direction',
        figure,
        word,
        start,
        end,
        moved,
      }),
    ),
  ]
}

/**
 * Figures that are compared with last year while schools are missing, and ratios whose sides rest on
 * different schools; the wording stays the writer's.
 */
function incomplete(filled: FilledSummary, { results, restsOn }: Filling): SummaryWarning[] {
  const compared = comparedFigures(filled)
  const first = new Map(filled.figures.map(({ id }, figure) => [id, figure] as const).reverse())
  return filled.figures.flatMap(({ id, lack }, figure): SummaryWarning[] => {
    const result = results.get(id)
    if (result === undefined || lack !== null) return []
    const { missing, apart } = restsOn(result.indicator.id)
    const unlike = result.before.value !== null && compared.has(figure) && missing.length > 0
    return [
      ...(unlike ? [{ kind: 'incomplete' as const, figure, missing }] : []),
      // Of a ratio once, however often it is quoted.
      ...(apart.length > 0 && first.get(id) === figure
        ? [{ kind: 'apart' as const, figure, apart }]
        : []),
    ]
  })
}

/** Counties that are not in what is quoted, or not complete where it is compared: once for each list of them. */
function countiesWanting(filled: FilledSummary, { results, counties }: Filling): SummaryWarning[] {
  if (counties === undefined) return []
  const compared = comparedFigures(filled)
  const found = new Map<string, { kind: 'left' | 'short'; figure: number; ids: Set<string> }>()
  for (const [figure, { id, lack }] of filled.figures.entries()) {
    const { left, short } = counties(id)
    const before = results.get(id)?.before.value ?? null
    const unlike = lack === null && compared.has(figure) && before !== null
    for (const [kind, names] of [
      ['left', left],
      ['short', unlike ? short : []],
    ] as const) {
      if (names.length === 0) continue
      const key = JSON.stringify([kind, names])
      const own = found.get(key) ?? { kind, figure, ids: new Set<string>() }
      found.set(key, own)
      own.ids.add(id)
    }
  }
  return [...found.values()].map(({ kind, figure, ids }) => {
    const { id = '' } = filled.figures[figure] ?? {}
    return { kind, figure, counties: counties(id)[kind], indicators: ids.size }
  })
}

function quotable(result: Quoted, missing: string[]): QuotableIndicator {
  const { indicator, now, before } = result
  const moved = change(now.value, before.value)
  const way = moved === null ? null : compare(moved, 0)
  return {
    id: indicator.id,
    title: indicator.title,
    value: wordingOf(result, 'value').text,
    change: wordingOf(result, 'change').text,
    reads: readsOf(result),
    defined: now.value !== null,
    lastYear: before.value === null ? null : resultText(indicator, before.value),
    missing,
    unit: indicator.unit,
    moved: movedOf(now.value, before.value, indicator.decimals),
    way: way === null ? null : way > 0 ? 'up' : way < 0 ? 'down' : 'same',
  }
}

/** Forms that a year says in other words: both its earlier periods are last year. */
const OF_PARTS: ReadonlySet<string> = new Set(['比同期', '比上期', '环比'])

function readsOf(result: Quoted): QuotableIndicator['reads'] {
  const yearly = result.periods?.previous === '上年'
  const said = Object.entries(QUOTING).flatMap(([word, form]) => {
    if (yearly && OF_PARTS.has(word)) return []
    const { text, lack } = wordingOf(result, form)
    return lack === null ? [[word, text] as const] : []
  })
  return Object.fromEntries(said)
}
