import { expect, test } from 'vitest'
import { labelledDrafts, OWN_DRAFTS } from '../../scripts/drafts/labels.ts'
import type { LabelledDraft } from '../../scripts/drafts/labels.ts'
import { scoreFigures } from '../../scripts/drafts/score-figures.ts'
import { scoreAltered, scoreRelations } from '../../scripts/drafts/score-relations.ts'
import type { DraftFigure, DraftRelation, DraftReport } from '../../src/shared/draft.ts'

const text = '小学12所，比上年减少3所。'
const draft: LabelledDraft = {
  name: 'a',
  text,
  figures: [
    {
      id: 'F1',
      text: '12所',
      start: 2,
      end: 5,
      value: 12,
      unit: '所',
      kind: 'stock',
      direction: null,
    },
    {
      id: 'F2',
      text: '3所',
      start: 11,
      end: 13,
      value: 3,
      unit: '所',
      kind: 'change_abs',
      direction: 'down',
    },
  ],
  relations: [],
  altered: [],
}
const figure = (start: number, end: number, more: Partial<DraftFigure>): DraftFigure => ({
  start,
  end,
  text: text.slice(start, end),
  value: null,
  unit: '所',
  kind: 'stock',
  direction: null,
  approx: null,
  indicator: null,
  ...more,
})
const right = [
  figure(2, 5, { value: 12, kind: 'flow' }),
  figure(11, 13, { value: 3, kind: 'change_abs', direction: 'down' }),
]
const relation: DraftRelation = {
  type: 'other',
  figures: [0, 1],
  formula: '12 − 3',
  computed: 9,
  quoted: 12,
  verdict: 'inconsistent',
  message: '',
  suggestion: null,
}
const report = (relations: DraftRelation[]): DraftReport => ({
  text,
  pieces: [],
  figures: right,
  relations,
})

test('what is right scores in full; between a flow and a stock only taste decides', () => {
  const score = scoreFigures(text, draft.figures, right)
  expect(score).toMatchObject({ labelled: 2, found: 2, missed: [], others: [], wrong: [] })
  expect([score.exact, score.unit, score.kind, score.changes, score.direction]).toEqual([
    2, 2, 2, 1, 1,
  ])
})

test('what is missed, invented, or of another unit or direction is named', () => {
  const score = scoreFigures(text, draft.figures, [
    figure(11, 13, { value: 3, unit: '个', kind: 'change_abs', direction: 'up' }),
    figure(6, 9, { value: 1 }),
  ])
  expect(score.missed).toEqual(['12所'])
  expect(score.others).toEqual(['比上年'])
  expect(score.wrong).toEqual(['3所: unit 个 for 所, direction up'])
})

test('a contradiction that is labelled is found or missed, another one is a false alarm', () => {
  const labelled: LabelledDraft = {
    ...draft,
    relations: [
      { id: 'R1', figures: ['F1', 'F2'], formula: '', verdict: 'inconsistent', role: 'stated' },
    ],
  }
  expect(scoreRelations(labelled, report([relation]))).toMatchObject({ missed: [], alarms: [] })
  expect(scoreRelations(labelled, report([])).missed).toHaveLength(1)
  expect(scoreRelations(draft, report([relation])).alarms).toEqual(['12 − 3'])
})

test('in an altered copy what counts is a contradiction at the change', () => {
  const altered = { name: 'a-1', text, start: 2, end: 5, changedEnd: 5, what: '21所 → 12所' }
  expect(scoreAltered(draft, altered, report([relation]))).toMatchObject({ missed: [], alarms: [] })
  expect(scoreAltered(draft, altered, report([])).missed).toEqual(['21所 → 12所'])
})

test('the project’s own drafts are read, each with its labels', () => {
  const drafts = labelledDrafts(OWN_DRAFTS)
  expect(drafts.length).toBeGreaterThanOrEqual(12)
  expect(drafts.every(({ figures }) => figures.length > 10)).toBe(true)
})
