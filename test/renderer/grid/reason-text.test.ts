import { expect, test } from 'vitest'
import { isReason } from '../../../src/renderer/grid/reason-text.ts'

test.each(['', '  ', '57', '５７', '1,204.5', '--', '3/4'])('“%s” is no reason', (text) => {
  expect(isReason(text)).toBe(false)
})

test.each(['电话核实', 'typo', '11月3日来电', '原表第3页'])('“%s” is a reason', (text) => {
  expect(isReason(text)).toBe(true)
})
