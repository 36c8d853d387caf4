import { codePoints } from '../../../shared/code-points.ts'
import type { Basis } from '../../../shared/model.ts'
import type {
  QuotableIndicator,
  SummaryFigure,
  SummaryView,
  SummaryWarning,
} from '../../../shared/summary.ts'
import { QUOTING } from '../../../shared/figure-form.ts'
import { change, resultText } from '../../indicators/evaluate.ts'
import { compare } from '../../model/number.ts'
import { disagreements } from '../../summary/direction.ts'
import { paragraphsOf } from '../../summary/document.ts'
import { fillSummary, periodNames } from '../../summary/fill.ts'
import type { FilledSummary } from '../../summary/fill.ts'
import { asksForBalance } from '../../summary/placeholders.ts'
import { plainSentence } from '../../summary/sentences.ts'
import { wordingOf } from '../../summary/wording.ts'
import { comparedFigures } from '../../summary/compared.ts'
import { periodWordsOf } from '../../collection/period.ts'
import { coverageOf } from '../../collection/coverage.ts'
import type { Consolidation } from '../consolidate/consolidation.ts'
import type { IndicatorResult } from '../consolidate/indicator-years.ts'
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
  const saved = collection.text('summary')
  const template = text ?? saved ?? ''
  const results = indicatorsById(consolidation, basis)
  const restsOn: RestsOn = (id) => restsOnSchools(consolidation, results.get(id) ?? null, basis)
  const find = (id: string): IndicatorResult | null => results.get(id) ?? null
  const periods = periodWordsOf(collection)
  const filled = fillSummary(template, find, periods)
  return {
    revision: collection.revision,
    basis,
    template: saved,
    text: filled.text,
    paragraphs: paragraphsOf(filled),
    figures: figuresOf(filled, results),
    warnings: warningsOf(filled, results, restsOn),
    balanced: asksForBalance(template),
    indicators: [...results.values()].map((result) =>
      quotable(result, restsOn(result.indicator.id).missing),
    ),
    periods: periodNames(periods),
    coverage: coverageOf(collection),
  }
}

/** On which schools an indicator rests, by its id. */
type RestsOn = (id: string) => Pick<IndicatorCoverage, 'missing' | 'apart'>

/** The quoted figures with their sentences. */
export function figuresOf(
  filled: FilledSummary,
  results: ReadonlyMap<string, IndicatorResult>,
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

function warningsOf(
  filled: FilledSummary,
  results: ReadonlyMap<string, IndicatorResult>,
  restsOn: RestsOn,
): SummaryWarning[] {
  return [
    ...filled.unknown.map((one) => ({ kind: 'unknown' as const, ...one })),
    ...filled.figures.flatMap(({ lack }, figure): SummaryWarning[] =>
      lack === null ? [] : [{ kind: 'lack', figure }],
    ),
    ...incomplete(filled, results, restsOn),
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
function incomplete(
  filled: FilledSummary,
  results: ReadonlyMap<string, IndicatorResult>,
  restsOn: RestsOn,
): SummaryWarning[] {
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

function quotable(result: IndicatorResult, missing: string[]): QuotableIndicator {
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
    way: way === null ? null : way > 0 ? 'up' : way < 0 ? 'down' : 'same',
  }
}

/** Forms that a year says in other words: both its earlier periods are last year. */
const OF_PARTS: ReadonlySet<string> = new Set(['比同期', '比上期', '环比'])

function readsOf(result: IndicatorResult): QuotableIndicator['reads'] {
  const yearly = result.periods?.previous === '上年'
  const said = Object.entries(QUOTING).flatMap(([word, form]) => {
    if (yearly && OF_PARTS.has(word)) return []
    const { text, lack } = wordingOf(result, form)
    return lack === null ? [[word, text] as const] : []
  })
  return Object.fromEntries(said)
}
