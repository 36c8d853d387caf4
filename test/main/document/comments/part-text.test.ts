import { expect, it } from 'vitest'
import iconv from 'iconv-lite'
import { partText } from '../../../../src/main/document/comments/part-text.ts'

const XML = (encoding: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><p>学生412人</p>`

it.each([
  ['utf-8', false],
  ['utf-8', true],
  ['utf-16le', true],
  ['utf-16be', true],
])('a part in %s (byte order mark: %s) goes back to its own bytes', (encoding, addBOM) => {
  const part = iconv.encode(XML(encoding.startsWith('utf-16') ? 'utf-16' : encoding), encoding, {
    addBOM,
  })
  const { text, bytes } = partText(part)
  expect(text).toContain('学生412人')
  expect(bytes(text).equals(part)).toBe(true)
  const changed = bytes(text.replace('412', '421'))
  expect(changed.length).toBe(part.length)
  expect(changed.subarray(0, 2).equals(part.subarray(0, 2))).toBe(true)
  expect(partText(changed).text).toContain('学生421人')
})
