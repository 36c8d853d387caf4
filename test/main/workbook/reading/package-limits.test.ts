import { expect, test } from 'vitest'
import { LIMITS } from '../../../../src/main/workbook/limits.ts'
import { readWorkbook } from '../../../../src/main/workbook/read-workbook.ts'
import { makeZip } from '../../zip-maker.ts'

/** A workbook's zip of parts that each claim a mebibyte: up to that, how far a part inflates is not asked. */
function claiming(bytes: number): Uint8Array {
  const part = (n: number, claimed: number) => ({
    name: Buffer.from(`xl/media/${String(n)}`),
    content: Buffer.from('x'),
    claimed,
  })
  const whole = Math.floor(bytes / 2 ** 20)
  const parts = Array.from({ length: whole }, (_, n) => part(n, 2 ** 20))
  const rest = bytes % 2 ** 20
  return makeZip(rest === 0 ? parts : [...parts, part(whole, rest)])
}

test.each([
  ['as many bytes as all together may have', LIMITS.totalBytes, false],
  ['one byte more', LIMITS.totalBytes + 1, true],
])('parts of a workbook that claim %s', (_, bytes, tooLarge) => {
  const outcome = readWorkbook(claiming(bytes), 'a.xlsx')
  expect(outcome.ok).toBe(false)
  expect(!outcome.ok && outcome.code === 'too-large').toBe(tooLarge)
})
