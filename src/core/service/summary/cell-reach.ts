import type { School } from '../../../shared/model.ts'
import type { CellReach } from '../../../shared/summary.ts'
import type { Year } from '../../indicators/year.ts'
import { conditionOf } from '../../indicators/over-schools.ts'
import type { Indicator, Side } from '../../indicators/indicator.ts'
import { expressionsOf, itemsRead } from '../../indicators/items-read.ts'
import { plainSides } from '../../indicators/parts.ts'
import type { PlainSide } from '../../indicators/parts.ts'
import { ReferenceFault } from '../../rules/compile.ts'
import { wordingOf } from '../../summary/wording.ts'
import type { Collection } from '../../collection/collection.ts'
import { thisYear } from '../consolidate/indicator-years.ts'
import { indicatorLibraryOf } from '../last-year/last-year.ts'
import { filledSummary, indicatorsById } from './quoted.ts'
import type { Years } from './quoted.ts'
import { figuresOf } from './summary-view.ts'
import { perObjectGiven } from '../../memory/per-object-given.ts'

type SideName = 'numerator' | 'denominator'

/** Item address → indicators that read it, with the side; one index for each edition of forms and indicators. */
type ItemIndex = Map<
  string,
  { indicator: Indicator; side: SideName; part: PlainSide; decides: boolean }[]
>

/** Which indicators read which items. */
const itemIndex = perObjectGiven<Collection, [Collection['index'], string], ItemIndex>(
  (collection) => {
    const { forms } = collection
    const form = (id: string): ReturnType<Year['form']> => collection.index.form(id)
    const index: ItemIndex = new Map()
    const enter = (indicator: Indicator, side: SideName, given: Side): void => {
      for (const part of plainSides(given)) {
        for (const expression of expressionsOf(part)) {
          // A cell of the condition itself decides whether the school is counted at all.
          const decides = part.kind !== 'external' && expression === part.where
          for (const item of itemsRead(expression, { forms, form })) {
            if (item.lastYear) continue
            const address = collection.index.addressesOf(item.form)[item.index] ?? ''
            index.set(address, [...(index.get(address) ?? []), { indicator, side, part, decides }])
          }
        }
      }
    }
    for (const indicator of indicatorLibraryOf(collection).indicators) {
      enter(indicator, 'numerator', indicator.numerator)
      if (indicator.denominator !== null) enter(indicator, 'denominator', indicator.denominator)
    }
    return index
  },
)

/** Forward from a cell: the indicators that count it and the sentences that quote them, on the adopted figures. */
export function cellReach(years: Years, school: School, item: string): CellReach {
  const { collection, prior, external } = years
  const readers =
    itemIndex(collection, collection.index, collection.text('indicators') ?? '').get(item) ?? []
  if (readers.length === 0 || !school.active) return { indicators: [], sentences: [] }
  const year = thisYear(collection, prior, external, 'adopted')
  const own = year.register.find(({ id }) => id === school.id)
  const results = indicatorsById(years, 'adopted')
  const indicators: CellReach['indicators'] = []
  for (const { indicator, side, part, decides } of readers) {
    const result = results.get(indicator.id)
    const counted = decides || (own !== undefined && counts(part, own, year))
    const twice = indicators.some((one) => one.id === indicator.id && one.side === side)
    if (!counted || twice || result === undefined) continue
    const { id, title } = indicator
    indicators.push({ id, title, value: wordingOf(result, 'value').text, side })
  }
  return { indicators, sentences: sentencesWith(years, new Set(indicators.map(({ id }) => id))) }
}

/** Whether a side lets the school through. */
function counts(part: PlainSide, school: Year['register'][number], year: Year): boolean {
  try {
    return part.kind !== 'external' && conditionOf(part.where, year)(school)
  } catch (error) {
    if (error instanceof ReferenceFault) return false
    throw error
  }
}

/** Sentences of the summary that quote one of these indicators, in their order. */
function sentencesWith(years: Years, ids: ReadonlySet<string>): CellReach['sentences'] {
  const filled = filledSummary(years, 'adopted')
  if (filled === null) return []
  const sentences = new Map<string, Set<string>>()
  for (const { sentence, indicator } of figuresOf(filled, indicatorsById(years, 'adopted'))) {
    if (!ids.has(indicator)) continue
    sentences.set(sentence, (sentences.get(sentence) ?? new Set()).add(indicator))
  }
  return [...sentences].map(([text, own]) => ({ text, indicators: [...own] }))
}
