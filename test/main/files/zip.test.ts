import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { zipMembers, type ZipMember } from '../../../src/main/files/zip.ts'
import { makeZip } from '../zip-maker.ts'

const text = (member: ZipMember | undefined) => Buffer.from(member?.bytes() ?? []).toString('utf8')
const gbk = (name: string) => iconv.encode(name, 'gbk')
const utf8 = (name: string) => Buffer.from(name)

test('members of a zip another program wrote, stored and deflated, folders left out', () => {
  const zip = zipSync({
    'a.txt': strToU8('一'),
    sub: {
      'b.txt': [strToU8('二'.repeat(1000)), { level: 9 }],
      'c.txt': [strToU8('三'), { level: 0 }],
    },
    empty: {},
  })
  const members = zipMembers(zip) ?? []
  expect(members.map((member) => member.name)).toEqual(['a.txt', 'sub/b.txt', 'sub/c.txt'])
  expect(members.map(text)).toEqual(['一', '二'.repeat(1000), '三'])
})

test.each([
  ['GBK without the flag', gbk('前进教学点.xlsx'), 0],
  ['UTF-8 with the flag', utf8('前进教学点.xlsx'), 0x800],
  ['UTF-8 without the flag', utf8('前进教学点.xlsx'), 0],
])('a name in %s is read as written', (_how, name, flags) => {
  const members = zipMembers(makeZip([{ name, flags, content: utf8('x') }])) ?? []
  expect(members.map((member) => member.name)).toEqual(['前进教学点.xlsx'])
})

test('backslashes between folders are read as the sender meant them', () => {
  const members = zipMembers(makeZip([{ name: utf8('一小\\a.xlsx'), content: utf8('x') }])) ?? []
  expect(members[0]?.name).toBe('一小/a.xlsx')
})

test('the time of last change is the one the sender saw', () => {
  const members = zipMembers(makeZip([{ name: utf8('a'), content: utf8('x') }])) ?? []
  expect(new Date(members[0]?.modifiedAt ?? '').toString()).toContain('Sep 08 2025 10:30:00')
})

test('an encrypted member is listed, and its bytes are no workbook', () => {
  const zip = makeZip([
    { name: utf8('a.xlsx'), content: utf8('x'), flags: 1 },
    { name: utf8('b.xlsx'), content: utf8('y') },
  ])
  const members = zipMembers(zip) ?? []
  expect(text(members[0]).startsWith('PK')).toBe(true)
  expect(text(members[1])).toBe('y')
})

test('a member damaged on its way is not passed off as whole', () => {
  const zip = makeZip([{ name: utf8('a.xlsx'), content: utf8('figures '.repeat(50)) }])
  zip[40] = (zip[40] ?? 0) ^ 0xff
  const members = zipMembers(zip) ?? []
  expect(text(members[0]).startsWith('PK')).toBe(true)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['text', utf8('不是压缩包'.repeat(20))],
  ['half a zip', makeZip([{ name: utf8('a'), content: utf8('x') }]).subarray(0, 40)],
  ['a directory that points outside', brokenDirectory()],
])('%s is no zip', (_what, bytes) => {
  expect(zipMembers(bytes)).toBeNull()
})

function brokenDirectory(): Buffer {
  const zip = makeZip([{ name: utf8('a'), content: utf8('x') }])
  zip.writeUInt32LE(zip.length + 5, zip.length - 6)
  return zip
}
