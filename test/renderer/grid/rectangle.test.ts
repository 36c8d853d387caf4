import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaOf, boundsOf, extended, isInside } from '../../../src/renderer/grid/rectangle.ts'

const spot = fc.record({ row: fc.nat(40), column: fc.nat(40) })

test('both ends are inside, whichever way it was drawn', () => {
  fc.assert(
    fc.property(spot, spot, (anchor, focus) => {
      const bounds = boundsOf({ anchor, focus })
      expect(boundsOf({ anchor: focus, focus: anchor })).toEqual(bounds)
      expect(isInside(bounds, anchor.row, anchor.column)).toBe(true)
      expect(isInside(bounds, focus.row, focus.column)).toBe(true)
      expect(isInside(bounds, bounds.bottom + 1, bounds.left)).toBe(false)
      expect(areaOf(bounds)).toBeGreaterThan(0)
    }),
  )
})

test('extending keeps the anchor and never leaves the sheet', () => {
  const size = { rows: 41, columns: 41 }
  fc.assert(
    fc.property(spot, spot, fc.integer(), fc.integer(), (anchor, focus, rows, columns) => {
      const next = extended({ anchor, focus }, rows, columns, size)
      expect(next.anchor).toEqual(anchor)
      expect(
        isInside({ top: 0, bottom: 40, left: 0, right: 40 }, next.focus.row, next.focus.column),
      ).toBe(true)
    }),
  )
})
