import fc from 'fast-check'
import { expect, it } from 'vitest'
import { codePoints } from '../../../src/shared/code-points.ts'
import type { DraftPiece } from '../../../src/shared/draft.ts'
import { stretchesOf, textBlocks } from '../../../src/renderer/draft/text-blocks.ts'

/** A text of lines, in one piece or two, with figures at every digit run. */
const texts = fc
  .array(fc.constantFrom('全县26所', '𠮷1204人，9件13人', '', '　　无数字', '39.09%'), {
    maxLength: 130,
  })
  .map((lines) => lines.join('\n'))

it('blocks put together are the text, and every figure stands in one of them, whole', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (text, cut) => {
      const characters = codePoints(text)
      const figures = [...text.matchAll(/[\d.]+[所人件%]/gu)].map((match) => {
        const start = codePoints(text.slice(0, match.index)).length
        return { start, end: start + codePoints(match[0]).length, text: match[0] }
      })
      const breaks = characters.flatMap((one, at) => (one === '\n' ? [at] : []))
      const at = breaks[cut % Math.max(1, breaks.length)] ?? characters.length
      const pieces: DraftPiece[] = [
        { start: 0, end: at, place: 'body' },
        ...(at < characters.length
          ? [{ start: at + 1, end: characters.length, place: 'header' as const }]
          : []),
      ]
      const blocks = textBlocks(text, pieces, figures)
      expect(blocks.map((block) => block.text).join('\n')).toBe(text)
      const shown = blocks.flatMap((block) => {
        const stretches = stretchesOf(block, figures)
        expect(stretches.map((one) => one.text).join('')).toBe(block.text)
        expect(block.text.split('\n').length).toBeLessThanOrEqual(40)
        return stretches.filter(({ figure }) => figure !== null)
      })
      expect(shown.map((one) => one.text)).toEqual(figures.map((one) => one.text))
      expect(shown.map(({ figure }) => figure)).toEqual(figures.map((_, index) => index))
    }),
  )
})
