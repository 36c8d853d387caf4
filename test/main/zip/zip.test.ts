import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { makeZip } from '../zip-maker.ts'
import { opened } from './opened.ts'

const gbk = (name: string) => iconv.encode(name, 'gbk')
const utf8 = (name: string) => Buffer.from(name)
const paths = (files: { path: string }[]) => files.map((file) => file.path)

test('members of a zip another program wrote, stored and deflated, folders left out', async () => {
  const zip = zipSync({
    'a.txt': strToU8('一'),
    sub: {
      'b.txt': [strToU8('二'.repeat(1000)), { level: 9 }],
      'c.txt': [strToU8('三'), { level: 0 }],
    },
    empty: {},
  })
  const members = await opened({ 'x.zip': zip })
  expect(paths(members)).toEqual(['x.zip/a.txt', 'x.zip/sub/b.txt', 'x.zip/sub/c.txt'])
  expect(members.map(({ text }) => text)).toEqual(['一', '二'.repeat(1000), '三'])
})

test.each([
  ['GBK without the flag', gbk('前进教学点.xlsx'), 0],
  ['UTF-8 with the flag', utf8('前进教学点.xlsx'), 0x800],
  ['UTF-8 without the flag', utf8('前进教学点.xlsx'), 0],
])('a name in %s is read as written', async (_how, name, flags) => {
  const members = await opened({ 'x.zip': makeZip([{ name, flags, content: utf8('x') }]) })
  expect(paths(members)).toEqual(['x.zip/前进教学点.xlsx'])
})

test('backslashes between folders are read as the sender meant them', async () => {
  const zip = makeZip([{ name: utf8('一小\\a.xlsx'), content: utf8('x') }])
  expect(paths(await opened({ 'x.zip': zip }))).toEqual(['x.zip/一小/a.xlsx'])
})

test('the time of last change is the one the sender saw', async () => {
  const [member] = await opened({ 'x.zip': makeZip([{ name: utf8('a'), content: utf8('x') }]) })
  expect(new Date(member?.modifiedAt ?? '').toString()).toContain('Sep 08 2025 10:30:00')
})

test('an encrypted member is named as such; its bytes are no workbook, the others are read', async () => {
  const zip = makeZip([
    { name: utf8('a.xlsx'), content: utf8('x'), flags: 1 },
    { name: utf8('b.xlsx'), content: utf8('y') },
  ])
  const [locked, plain] = await opened({ 'x.zip': zip })
  expect(locked).toMatchObject({ code: 'encrypted', zip: 'locked' })
  expect(locked?.text.startsWith('PK')).toBe(true)
  expect(plain).toMatchObject({ text: 'y', code: null })
})

test('a member damaged on its way is not passed off as whole', async () => {
  const zip = makeZip([{ name: utf8('a.xlsx'), content: utf8('figures '.repeat(50)) }])
  zip[40] = (zip[40] ?? 0) ^ 0xff
  const [member] = await opened({ 'x.zip': zip })
  expect(member).toMatchObject({ code: 'damaged', zip: 'broken' })
  expect(member?.text.startsWith('PK')).toBe(true)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', utf8('不是压缩包'.repeat(20))],
  ['half a zip', makeZip([{ name: utf8('a'), content: utf8('x') }]).subarray(0, 40)],
  ['a directory that points outside', brokenDirectory()],
])('%s is no zip: it comes as the file that it is', async (_what, bytes) => {
  expect(paths(await opened({ 'x.zip': bytes }))).toEqual(['x.zip'])
})

function brokenDirectory(): Buffer {
  const zip = makeZip([{ name: utf8('a'), content: utf8('x') }])
  zip.writeUInt32LE(zip.length + 5, zip.length - 6)
  return zip
}
