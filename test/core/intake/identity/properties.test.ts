import fc from 'fast-check'
import { expect, it } from 'vitest'
import { weigh } from '../../../../src/core/intake/identity/weigh.ts'
import type { Piece } from '../../../../src/core/intake/identity/piece.ts'
import { prepareRegister } from '../../../../src/core/intake/identity/register.ts'
import { EVIDENCE_KINDS } from '../../../../src/shared/evidence.ts'
import type { Evidence, EvidenceKind } from '../../../../src/shared/evidence.ts'
import { school } from '../returned.ts'
import '../../../support/any-input.ts'

const NAMES = ['石门镇中心小学', '双桥镇中心小学', '红旗小学', '东风中学']
const ids = NAMES.map((_, i) => `213300100${i + 1}`)
const register = prepareRegister(NAMES.map((name, i) => school(ids[i] ?? '', name)))
const KINDS = EVIDENCE_KINDS.filter((kind) => kind !== 'sent')

/** A piece that fits some of the schools, or (written, but nobody's) none; absent where nothing is written. */
const anyPiece = (kind: EvidenceKind) =>
  fc
    .option(
      fc.array(
        fc.record({
          id: fc.constantFrom(...ids),
          how: fc.constantFrom<Evidence['how'][]>('exact', 'other', 'alike'),
        }),
        { maxLength: 2 },
      ),
    )
    .map((said): Piece => {
      const fits: Piece['fits'] = new Map()
      for (const { id, how } of said ?? []) fits.set(id, { kind, how, text: `${kind} ${id}` })
      const texts = [...fits.values()].map(({ text }) => text)
      return { kind, texts: said !== null && texts.length === 0 ? ['某某学校'] : texts, fits }
    })
const anyPieces = fc.tuple(...KINDS.map(anyPiece))

it('in whatever order the pieces are looked at, the same school is meant', () => {
  fc.assert(
    fc.property(anyPieces, fc.nat(), (pieces, turn) => {
      const at = turn % pieces.length
      const turned = [...pieces.slice(at), ...pieces.slice(0, at)].toReversed()
      const [one, other] = [weigh(pieces, register), weigh(turned, register)]
      expect([other.school, other.sure]).toEqual([one.school, one.sure])
    }),
  )
})

it('more that agrees never turns a file to another school, or to nobody', () => {
  fc.assert(
    fc.property(anyPieces, fc.constantFrom(...KINDS), (pieces, kind) => {
      const before = weigh(pieces, register).school
      const piece = pieces.find((one) => one.kind === kind)
      fc.pre(before !== null && piece !== undefined && piece.texts.length === 0)
      const text = before?.name ?? ''
      const fits: Piece['fits'] = new Map([[before?.id ?? '', { kind, how: 'exact', text }]])
      const more = pieces.map((one) => (one.kind === kind ? { kind, texts: [text], fits } : one))
      expect(weigh(more, register).school).toBe(before)
    }),
  )
})

/** Whether something more than a slip of the code speaks for a school. */
const isStrong = (pieces: Piece[], id: string): boolean =>
  pieces.some(({ kind, fits }) => {
    const one = fits.get(id)
    return one !== undefined && (kind !== 'code' || one.how !== 'alike')
  })

it('no school is taken for which no more speaks than for another', () => {
  fc.assert(
    fc.property(anyPieces, (pieces) => {
      const { school: taken } = weigh(pieces, register)
      fc.pre(taken !== null)
      const count = (id: string): number => pieces.filter(({ fits }) => fits.has(id)).length
      const others = ids.filter((id) => id !== taken?.id && isStrong(pieces, id))
      expect(others.filter((id) => count(id) >= count(taken?.id ?? ''))).toEqual([])
    }),
  )
})
