import { codePoints } from '../../../shared/code-points.ts'
import type { Figure } from '../../model/draft/figure.ts'
import { judge } from './judging/judge.ts'
import { distinct, isWorthTelling } from './judging/worth-telling.ts'
import { accountQuestions } from './kinds/accounts.ts'
import { averageQuestions } from './kinds/averages.ts'
import { byNameQuestions } from './lists/by-name.ts'
import { balanceQuestions } from './kinds/balances.ts'
import { betweenQuestions } from './kinds/between.ts'
import { changeQuestions } from './change/changes.ts'
import { collectedQuestions } from './lists/collected.ts'
import { columnQuestions } from './lists/columns.ts'
import { costQuestions } from './kinds/costs.ts'
import { farGrowthQuestions } from './change/far-growth.ts'
import { fromToQuestions } from './kinds/from-to.ts'
import { gapQuestions } from './kinds/gaps.ts'
import { laterTotals } from './lists/later-totals.ts'
import { namedGapQuestions } from './kinds/named-gaps.ts'
import { namedQuestions } from './kinds/named.ts'
import { netQuestions } from './kinds/net-changes.ts'
import { pairedTotals } from './lists/paired-totals.ts'
import { parallelRowQuestions } from './lists/parallel-rows.ts'
import { parallelShares } from './shares/parallel.ts'
import { ratioQuestions } from './kinds/ratios.ts'
import { respectiveChanges } from './change/respective-changes.ts'
import { respectiveShares } from './shares/respective.ts'
import { reductionQuestions } from './kinds/reductions.ts'
import { seriesGrowthQuestions } from './change/series-growth.ts'
import { rowQuestions } from './shares/rows.ts'
import { shareQuestions } from './shares/shares.ts'
import { standardQuestions } from './kinds/standards.ts'
import { sumQuestions } from './lists/sums.ts'
import { timesQuestions } from './kinds/times.ts'
import { totalRowQuestions } from './lists/total-rows.ts'
import { unitQuestions } from './kinds/unit-slips.ts'
import { wholeQuestions } from './kinds/whole.ts'
import type { Question } from './question.ts'
import { tell } from './tell.ts'
import { isOfTable, tableQuestions } from './tables/table-sums.ts'
import { tablesIn } from '../tables/tables.ts'
import type { ToldRelation } from '../../model/draft/analysis.ts'
import { mentionsOf } from './text/mention.ts'
import type { Mention } from './text/mention.ts'

/** What the text may be taken to say of its figures, one function for each kind of relation. */
const KINDS: readonly ((
  mentions: readonly Mention[],
  characters: readonly string[],
) => Question[])[] = [
  sumQuestions,
  laterTotals,
  columnQuestions,
  totalRowQuestions,
  parallelRowQuestions,
  pairedTotals,
  byNameQuestions,
  collectedQuestions,
  changeQuestions,
  respectiveChanges,
  farGrowthQuestions,
  seriesGrowthQuestions,
  fromToQuestions,
  shareQuestions,
  rowQuestions,
  parallelShares,
  respectiveShares,
  balanceQuestions,
  accountQuestions,
  wholeQuestions,
  betweenQuestions,
  ratioQuestions,
  timesQuestions,
  reductionQuestions,
  netQuestions,
  averageQuestions,
  standardQuestions,
  gapQuestions,
  namedGapQuestions,
  namedQuestions,
  unitQuestions,
  costQuestions,
]

/**
 * What the figures of a drafted text have to do with each other, and whether it holds. Candidates
 * are taken widely, with every reading that the words allow; each is reckoned with what the quoted
 * digits allow; a contradiction is told only where the text states the relation, or where one slip
 * of a typist would mend it that would hardly fit by chance.
 *
 * @param text the draft's plain text
 * @param figures its figures in order; offsets in code points
 * @returns each relation once, by kind; what can only be guessed at and does not come out is left out
 */
export function relationsOf(text: string, figures: readonly Figure[]): ToldRelation[] {
  const characters = codePoints(text)
  const tables = tablesIn(characters)
  const all = mentionsOf(characters, figures)
  // What stands bare in a table is in no sentence.
  const bare = isOfTable(tables)
  const mentions = tables.length === 0 ? all : all.filter(({ figure }) => !bare(figure))
  const questions = [
    ...KINDS.flatMap((kind) => kind(mentions, characters)),
    ...tableQuestions(tables, figures),
  ]
  const judged = judge(questions, figures).filter(isWorthTelling)
  return distinct(judged).map((one) => tell(one, figures))
}
