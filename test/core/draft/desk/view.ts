import type { CheckedRelation, DraftView } from '../../../../src/shared/draft-desk.ts'
import { doubtsOf, statesOf } from '../../../../src/core/draft/desk/doubts.ts'
import { findFigures } from '../../../../src/core/draft/find-figures.ts'
import { shownFigure } from '../../../../src/core/draft/report.ts'
import type { Ignored } from '../../../../src/core/ledger/state.ts'

/** A relation between figures by their index. */
export function relation(figures: number[], more: Partial<CheckedRelation> = {}): CheckedRelation {
  return {
    type: 'sum_of_parts',
    figures,
    formula: '26 = 20 + 5',
    computed: 25,
    quoted: 26,
    verdict: 'inconsistent',
    message: '分项之和为25所，与26所不符。',
    suggestion: '26所改为25所',
    why: null,
    ...more,
  }
}

/** A checked draft of a text with these relations; header: the text's last line stands there. */
export function viewOf(
  text: string,
  relations: CheckedRelation[],
  more: { ignored?: Map<string, Ignored>; header?: boolean } = {},
): DraftView {
  const figures = findFigures(text).map(shownFigure)
  const keys = figures.map((_, index) => `figure ${String(index)}`)
  const doubts = doubtsOf(relations, figures, keys, more.ignored ?? new Map())
  const ties = figures.map((_, index) => ({
    key: keys[index] ?? '',
    verdict: 'none' as const,
    by: null,
    choice: null,
  }))
  const { length } = Array.from(text)
  const body =
    more.header === true ? Array.from(text.slice(0, text.lastIndexOf('\n'))).length : length
  const version = { entry: 1, name: '总结.docx', at: '2025-11-03T08:00:00Z', person: '统计员' }
  return {
    revision: 1,
    basis: 'adopted',
    version,
    versions: [version],
    commentable: true,
    text,
    pieces: [
      { start: 0, end: body, place: 'body' },
      ...(body < length ? [{ start: body + 1, end: length, place: 'header' as const }] : []),
    ],
    figures,
    ties,
    states: statesOf(figures.length, relations, doubts, ties),
    relations,
    doubts,
  }
}
