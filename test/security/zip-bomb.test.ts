import { expect, test } from 'vitest'
import { zipMembers, ZIP_LIMITS } from '../../src/main/files/zip.ts'
import { makeZip } from '../main/zip-maker.ts'

const name = Buffer.from('a.xlsx')

test('a zip bomb that tells its size is not opened', () => {
  expect(zipMembers(makeZip([{ name, content: new Uint8Array(8 * 1024 * 1024) }]))).toBeNull()
})

test('a zip bomb that lies about its size is not inflated beyond what it claims', () => {
  const zip = makeZip([{ name, content: new Uint8Array(8 * 1024 * 1024), claimed: 1000 }])
  const bytes = zipMembers(zip)?.[0]?.bytes() ?? new Uint8Array()
  expect(bytes.length).toBeLessThan(20_000)
  expect(Buffer.from(bytes).toString('latin1').startsWith('PK')).toBe(true)
})

test('a directory with endless entries is not walked', () => {
  const zip = makeZip([{ name, content: Buffer.from('x') }])
  zip.writeUInt16LE(ZIP_LIMITS.members + 1, zip.length - 12)
  expect(zipMembers(zip)).toBeNull()
})

test('many members that together fill the disk are not opened', () => {
  const content = Buffer.from('x')
  const claimed = ZIP_LIMITS.memberBytes
  const files = Array.from({ length: 9 }, () => ({ name, content, claimed }))
  expect(zipMembers(makeZip(files))).toBeNull()
})
