import { codePoints } from '../../../shared/code-points.ts'
import type { Basis, Form, School } from '../../../shared/model.ts'
import type { PublishedState, StateDifferences } from '../../../shared/snapshots.ts'
import { dimensionNames, groupSchools } from '../../consolidate/groups.ts'
import { totalsOver } from '../../consolidate/totals.ts'
import { resultText } from '../../indicators/evaluate.ts'
import { showNumber } from '../../model/number.ts'
import { wordingOf } from '../../summary/wording.ts'
import { labelOf } from '../../forms/form-index.ts'
import { filledSummary, indicatorsById } from '../summary/quoted.ts'
import type { Years } from '../summary/quoted.ts'
import { coverageOf } from '../../collection/coverage.ts'
import { figuresOf } from '../summary/summary-view.ts'
import { plainSentence } from '../../summary/sentences.ts'

/**
 * What the collection says now, at published rounding.
 *
 * @param forms the forms whose totals are wanted; all when absent
 */
export function publishedState(
  years: Years,
  basis: Basis,
  forms: readonly Form[] = years.collection.forms,
): PublishedState {
  return {
    coverage: coverageOf(years.collection),
    totals: forms.flatMap((form) => totalsOf(years, basis, form)),
    indicators: [...indicatorsById(years, basis).values()].map((result) => {
      const { indicator, now, before } = result
      return {
        id: indicator.id,
        title: indicator.title,
        value: wordingOf(result, 'value').text,
        numerator: now.numerator === null ? null : showNumber(now.numerator, 6),
        denominator: now.denominator === null ? null : showNumber(now.denominator, 6),
        lastYear: before.value === null ? null : resultText(indicator, before.value),
      }
    }),
    sentences: sentencesOf(years, basis),
  }
}

function totalsOf({ collection }: Years, basis: Basis, form: Form): PublishedState['totals'] {
  const { expected, config } = collection
  const [by] = dimensionNames(config, collection.schools)
  const groups: [string | null, string | null, School[]][] = [[null, null, expected]]
  if (by !== undefined) {
    for (const [group, schools] of groupSchools(expected, by, config)) {
      groups.push([by, group, schools])
    }
  }
  const addresses = collection.index.addressesOf(form)
  return groups.flatMap(([dimension, group, schools]) => {
    const totals = totalsOver(collection, form, schools, basis)
    return form.items.flatMap((item, index) =>
      item.kind === 'text' || totals.values[index] === ''
        ? []
        : [
            {
              item: addresses[index] ?? '',
              label: labelOf(form, item),
              by: dimension,
              group,
              value: totals.values[index] ?? '',
              schools: totals.schools[index] ?? 0,
            },
          ],
    )
  })
}

function sentencesOf(years: Years, basis: Basis): PublishedState['sentences'] {
  const filled = filledSummary(years, basis)
  if (filled === null) return []
  const figures = figuresOf(filled, indicatorsById(years, basis))
  const characters = codePoints(filled.text)
  return filled.sentences.flatMap((span, index) => {
    const text = plainSentence(characters, span)
    const own = figures.filter((_, at) => filled.figures[at]?.sentence === index)
    const indicators = [...new Set(own.map(({ indicator }) => indicator))]
    return text === '' ? [] : [{ text, indicators }]
  })
}

/** Names the ledger entries that moved something; nobody is asked for a comparison with what is not done yet. */
export interface Causes {
  ofItem(item: string): number[]
  ofIndicator(id: string): number[]
  ofSentence(indicators: readonly string[]): number[]
}

const NO_CAUSES: Causes = { ofItem: () => [], ofIndicator: () => [], ofSentence: () => [] }

/** Where two states differ, with what moved it. */
export function differencesOf(
  before: PublishedState,
  after: PublishedState,
  causes: Causes = NO_CAUSES,
): StateDifferences {
  const totalKey = ({ item, by, group }: PublishedState['totals'][number]): string =>
    `${item}|${by ?? ''}|${group ?? ''}`
  const totals = paired(before.totals, after.totals, totalKey).flatMap(([was, is]) => {
    const one = is ?? was
    if (one === undefined || was?.value === is?.value) return []
    // Earlier versions wrote 0 where no return was in, which has no total now.
    if (is === undefined && was?.schools === 0) return []
    const { item, label, by, group } = one
    const values = { before: was?.value ?? null, after: is?.value ?? null }
    return [{ item, label, by, group, ...values, causes: causes.ofItem(item) }]
  })
  const indicators = paired(before.indicators, after.indicators, ({ id }) => id).flatMap(
    ([was, is]) => {
      const one = is ?? was
      if (one === undefined || was?.value === is?.value) return []
      const { id, title } = one
      const values = { before: was?.value ?? null, after: is?.value ?? null }
      return [{ id, title, ...values, causes: causes.ofIndicator(id) }]
    },
  )
  const sentences = changedSentences(before.sentences, after.sentences).map(([was, is]) => {
    const quoted = [...(was?.indicators ?? []), ...(is?.indicators ?? [])]
    const texts = { before: was?.text ?? null, after: is?.text ?? null }
    return { ...texts, causes: causes.ofSentence(quoted) }
  })
  return { coverage: [before.coverage, after.coverage], totals, indicators, sentences }
}

/** The members of two lists by key, in the order of the second, then those only in the first. */
function paired<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
): [T | undefined, T | undefined][] {
  const old = new Map(before.map((one) => [keyOf(one), one]))
  const now = new Set(after.map(keyOf))
  return [
    ...after.map((one): [T | undefined, T] => [old.get(keyOf(one)), one]),
    ...before.flatMap((one): [T, undefined][] => (now.has(keyOf(one)) ? [] : [[one, undefined]])),
  ]
}

type Sentence = PublishedState['sentences'][number]

/**
 * Sentences that differ: the longest common subsequence stays, and what lies between two common
 * sentences is paired in its order.
 */
export function changedSentences(
  before: readonly Sentence[],
  after: readonly Sentence[],
): [Sentence | undefined, Sentence | undefined][] {
  const common = before.map(() => after.map(() => 0))
  const length = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    const row = common[i] ?? []
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] =
        before[i]?.text === after[j]?.text
          ? length(i + 1, j + 1) + 1
          : Math.max(length(i + 1, j), length(i, j + 1))
    }
  }
  const changed: [Sentence | undefined, Sentence | undefined][] = []
  let gone: Sentence[] = []
  let come: Sentence[] = []
  const settle = (): void => {
    const count = Math.max(gone.length, come.length)
    for (let at = 0; at < count; at++) changed.push([gone[at], come[at]])
    gone = []
    come = []
  }
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const was = before[i]
    const is = after[j]
    if (was !== undefined && is !== undefined && was.text === is.text) {
      settle()
      i++
      j++
    } else if (is === undefined || (was !== undefined && length(i + 1, j) >= length(i, j + 1))) {
      if (was !== undefined) gone.push(was)
      i++
    } else {
      come.push(is)
      j++
    }
  }
  settle()
  return changed
}
