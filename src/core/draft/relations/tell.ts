import type { RelationRule, RelationWhy } from '../../../shared/draft-rules.ts'
import { relationSuggestion, relationText } from '../../../shared/words/draft-relations.ts'
import { absolute, compare, numberAsFloat, over, showNumber } from '../../model/number.ts'
import type { ToldRelation } from '../../model/draft/analysis.ts'
import type { Num } from '../../model/number.ts'
import type { Figure } from '../../model/draft/figure.ts'
import { middle } from './numbers/bounds.ts'
import { copiedOf } from './copied.ts'
import type { Judged } from './judging/judge.ts'
import { factorOf } from './numbers/slips.ts'

/** An answered question in the words of docs/contract.md §4. */
export function tell(judged: Judged, figures: readonly Figure[]): ToldRelation {
  const { question, reading, reckoned, verdict } = judged
  const why = whyOf(judged, figures)
  return {
    type: question.type,
    figures: [...reading.figures],
    formula: reading.formula,
    computed: numberAsFloat(middle(reckoned.computed)),
    quoted: numberAsFloat(middle(reckoned.quoted)),
    verdict,
    message: relationText('zh', why),
    suggestion: relationSuggestion('zh', why),
    why,
  }
}

function whyOf(judged: Judged, figures: readonly Figure[]): RelationWhy {
  const { question, reading, reckoned, verdict, mending } = judged
  const asked = figures[reading.asked]
  const slipped = mending === null ? undefined : figures[mending.figure]
  return {
    rule: question.rule,
    verdict,
    formula: reading.formula,
    computed: reading.computedAs ?? inUnitOf(asked, middle(reckoned.computed)),
    quoted: asked === undefined ? '' : plain(asked),
    slip:
      mending === null || slipped === undefined
        ? null
        : { kind: mending.variant.kind, from: plain(slipped), to: mending.variant.text },
    copied:
      verdict === 'inconsistent' && CAN_BE_COPIED.has(question.rule)
        ? copiedOf(reading, figures)
        : null,
  }
}

/** Rules whose figures are told line by line, so that one may slip into another. */
const CAN_BE_COPIED: ReadonlySet<RelationRule> = new Set([
  'sum',
  'column-sum',
  'share',
  'rate',
  'change',
  'growth',
  'points',
])

function plain({ text }: Figure): string {
  return text.replaceAll(/\s/gu, '')
}

/** A number as the figure beside it is quoted: in its scale, with its decimals, one more where they look the same. */
function inUnitOf(figure: Figure | undefined, value: Num): string {
  if (figure === undefined) return showNumber(value)
  const size = over(value, factorOf(figure.scale)) ?? value
  const sign = compare(size, 0) < 0 ? '−' : ''
  const unit = `${figure.scale}${figure.quotedUnit}`
  const [short, long] = [figure.decimals, figure.decimals + 2].map(
    (decimals) => `${sign}${showNumber(absolute(size), decimals)}${unit}`,
  )
  return (short === plain(figure) ? long : short) ?? ''
}
