import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seal, unseal } from '../../../src/main/store/packing.ts'

test('a sealed text comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(unseal(seal(text))).toBe(text)
    }),
  )
})

/** In our words or in those of zlib, which a changed first byte leads to. */
const BROKEN = /damaged|incorrect|invalid|unexpected|unknown|stored/u

test('a changed or shortened one is damage, never another text', () => {
  const sealed = seal('{"form":"教基3112","values":"12"}')
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Uint8Array.from(sealed)
      changed[at] = ((changed[at] ?? 0) + by) % 256
      expect(() => unseal(changed)).toThrow(BROKEN)
      expect(() => unseal(sealed.subarray(0, at))).toThrow(BROKEN)
    }),
  )
})

test('what earlier versions deflated is read', () => {
  expect(unseal(deflateSync('{"form":"教基3112"}'))).toBe('{"form":"教基3112"}')
})
