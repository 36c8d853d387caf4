import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areaOf, boundsOf, isInside } from '../../../src/renderer/grid/rectangle.ts'

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
