import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentenceOf, statedRelations, withDigitChanged } from '../../../support/altered-drafts.ts'
import { contradictionsIn, relationsIn } from '../../../support/draft-relations.ts'

const RUNS = { numRuns: 150 }

test('a relation that is stated in full holds with its own figures', () => {
  fc.assert(
    fc.property(statedRelations, (stated) => {
      expect(contradictionsIn(sentenceOf(stated))).toEqual([])
      expect(relationsIn(sentenceOf(stated))).not.toEqual([])
    }),
    RUNS,
  )
})

test('one digit of it changed beyond the rounding is always a contradiction', () => {
  fc.assert(
    fc.property(
      statedRelations,
      fc.nat({ max: 2 }),
      fc.integer({ min: 1, max: 8 }),
      (stated, which, by) => {
        const altered = sentenceOf(withDigitChanged(stated, which, by))
        expect({ altered, found: contradictionsIn(altered).length > 0 }).toEqual({
          altered,
          found: true,
        })
      },
    ),
    RUNS,
  )
})

/** Each relation as its formula and verdict, whatever its place. */
function verdictsIn(text: string): string[] {
  return relationsIn(text)
    .map(({ formula, verdict }) => `${formula} ${verdict}`)
    .toSorted()
}

test('sentences that do not refer to each other may stand in any order', () => {
  const altered = fc
    .tuple(statedRelations, fc.option(fc.tuple(fc.nat({ max: 2 }), fc.integer({ min: 1, max: 8 }))))
    .map(([stated, change]) => (change === null ? stated : withDigitChanged(stated, ...change)))
  const texts = fc
    .array(altered, { minLength: 2, maxLength: 4 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
  fc.assert(
    fc.property(texts, fc.constantFrom('', '\n', '\n\n'), ([all, shuffled], between) => {
      const [text, other] = [all, shuffled].map((some) => some.map(sentenceOf).join(between))
      const own = all.flatMap((stated) => verdictsIn(sentenceOf(stated)))
      expect(verdictsIn(other ?? '')).toEqual(verdictsIn(text ?? ''))
      for (const verdict of own) expect(verdictsIn(text ?? '')).toContain(verdict)
    }),
    { numRuns: 30 },
  )
})
