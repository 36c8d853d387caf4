import { expect, test } from 'vitest'
import { labelledDrafts, OWN_DRAFTS } from '../../../../scripts/drafts/labels.ts'
import { scoreAltered } from '../../../../scripts/drafts/score-relations.ts'
import { checkDraft } from '../../../../src/core/service/draft/check-draft.ts'
import { contradictionsIn } from '../../../support/draft-relations.ts'

const drafts = labelledDrafts(OWN_DRAFTS)

test.each(drafts)('$name contradicts itself nowhere', ({ text }) => {
  expect(contradictionsIn(text)).toEqual([])
})

test('of the copies with one figure altered one in twenty-five is missed at most, and nothing else is told', () => {
  const scores = drafts.flatMap((draft) =>
    draft.altered.map((copy) =>
      scoreAltered(draft, copy, checkDraft({ text: copy.text, pieces: [] })),
    ),
  )
  expect(scores.length).toBeGreaterThanOrEqual(45)
  expect(scores.flatMap(({ alarms }) => alarms)).toEqual([])
  const missed = scores.flatMap(({ missed: own }) => own)
  expect(missed.length).toBeLessThanOrEqual(1 + scores.length / 25)
})
