import { codePoints } from '../../../shared/code-points.ts'
import type { Basis } from '../../../shared/model.ts'
import type {
  QuotableIndicator,
  SummaryFigure,
  SummaryView,
  SummaryWarning,
} from '../../../shared/summary.ts'
import { change, resultText } from '../../indicators/evaluate.ts'
import { compare } from '../../model/number.ts'
import { disagreements } from '../../summary/direction.ts'
import { paragraphsOf } from '../../summary/document.ts'
import { fillSummary } from '../../summary/fill.ts'
import type { FilledSummary } from '../../summary/fill.ts'
import { asksForBalance } from '../../summary/placeholders.ts'
import { plainSentence } from '../../summary/sentences.ts'
import { wordingOf } from '../../summary/wording.ts'
import type { Collection } from '../../collection/collection.ts'
import type { IndicatorResult } from '../consolidate/indicator-years.ts'
import { indicatorsById } from './quoted.ts'
import type { Years } from './quoted.ts'

/**
 * The annual summary filled in, with what wants a look.
 *
 * @param text the text with placeholders as it is being written; null: as it is saved
 */
export function summaryView(years: Years, basis: Basis, text: string | null): SummaryView {
  const { collection } = years
  const saved = collection.text('summary')
  const template = text ?? saved ?? ''
  const results = indicatorsById(years, basis)
  const filled = fillSummary(template, (id) => results.get(id) ?? null)
  return {
    revision: collection.revision,
    basis,
    template: saved,
    text: filled.text,
    paragraphs: paragraphsOf(filled),
    figures: figuresOf(filled, results),
    warnings: warningsOf(filled, results),
    balanced: asksForBalance(template),
    indicators: [...results.values()].map(quotable),
    coverage: coverageOf(collection),
  }
}

/** Schools expected, and those whose returns the figures rest on. */
export function coverageOf(collection: Collection): { expected: number; reported: number } {
  const { expected } = collection
  const reported = expected.filter((school) => {
    const state = collection.stateOfSchool(school)
    return state === 'reported' || state === 'queried'
  })
  return { expected: expected.length, reported: reported.length }
}

/** The quoted figures with their sentences. */
export function figuresOf(
  filled: FilledSummary,
  results: ReadonlyMap<string, IndicatorResult>,
): SummaryFigure[] {
  const characters = codePoints(filled.text)
  return filled.figures.map((figure, index) => {
    const { id, form, text, start, end, source, lack } = figure
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
): SummaryWarning[] {
  return [
    ...filled.unknown.map((one) => ({ kind: 'unknown' as const, ...one })),
    ...filled.figures.flatMap(({ lack }, figure): SummaryWarning[] =>
      lack === null ? [] : [{ kind: 'lack', figure }],
    ),
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

function quotable(result: IndicatorResult): QuotableIndicator {
  const { indicator, now, before } = result
  const moved = change(now.value, before.value)
  const way = moved === null ? null : compare(moved, 0)
  return {
    id: indicator.id,
    title: indicator.title,
    value: wordingOf(result, 'value').text,
    change: wordingOf(result, 'change').text,
    lastYear: before.value === null ? null : resultText(indicator, before.value),
    way: way === null ? null : way > 0 ? 'up' : way < 0 ? 'down' : 'same',
  }
}
