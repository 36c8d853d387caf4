import { expect, test } from 'vitest'
import { labelledDrafts, OWN_DRAFTS } from '../../../../scripts/drafts/labels.ts'
import { contradictionsIn } from '../../../support/draft-relations.ts'

test.each(labelledDrafts(OWN_DRAFTS))('$name contradicts itself nowhere', ({ text }) => {
  expect(contradictionsIn(text)).toEqual([])
})
