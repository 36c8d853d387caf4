import { expect, test } from 'vitest'
import { makeZip, type Packed } from '../zip-maker.ts'
import { opened } from './opened.ts'

/** Whatever is wrong with one member, those around it are received whole. */
const good = (name: string): Packed => ({ name: Buffer.from(name), content: Buffer.from(name) })
const bad: Packed = { name: Buffer.from('b.xlsx'), content: Buffer.from('figures '.repeat(9_000)) }
const around = (member: Packed) => makeZip([good('a.xlsx'), member, good('c.xlsx')])

/** Where the directory's line of the second member begins. */
function lineOf(zip: Buffer): number {
  const line = Buffer.from([0x50, 0x4b, 1, 2])
  return zip.indexOf(line, zip.indexOf(line) + 4)
}

function changed(change: (zip: Buffer, line: number) => void): Buffer {
  const zip = around(bad)
  change(zip, lineOf(zip))
  return zip
}

test.each([
  ['a password', around({ ...bad, flags: 1 }), 'locked'],
  ['a byte lost on its way', changed((zip) => zip.fill(0xff, 90, 110)), 'broken'],
  ['a checksum of another file', changed((zip, at) => zip.writeUInt32LE(7, at + 16)), 'broken'],
  ['a method nobody knows', changed((zip, at) => zip.writeUInt16LE(99, at + 10)), 'method'],
  ['a place outside the zip', changed((zip, at) => zip.writeUInt32LE(9e8, at + 42)), 'broken'],
  ['a place where nothing begins', changed((zip, at) => zip.writeUInt32LE(50, at + 42)), 'broken'],
  ['the place of another one', changed((zip, at) => zip.writeUInt32LE(80, at + 42)), 'broken'],
  [
    'a length over all the others',
    changed((zip, at) => zip.writeUInt32LE(5e3, at + 20)),
    'overlap',
  ],
  ['a length over the end', changed((zip, at) => zip.writeUInt32LE(9e8, at + 20)), 'overlap'],
  ['a size it does not have', changed((zip, at) => zip.writeUInt32LE(9, at + 24)), 'broken'],
  ['a size beyond any', changed((zip, at) => zip.writeUInt32LE(0xffffffff, at + 24)), 'ratio'],
  ['a bomb', around({ ...bad, content: new Uint8Array(8 * 2 ** 20) }), 'ratio'],
])('a member with %s is named, and loses no other', async (_what, zip, trouble) => {
  const files = await opened({ '一批.zip': zip })
  expect(files.map(({ path, code }) => [path, code === null])).toEqual([
    ['一批.zip/a.xlsx', true],
    ['一批.zip/b.xlsx', false],
    ['一批.zip/c.xlsx', true],
  ])
  expect(files.map(({ zip: said }) => said)).toEqual([undefined, trouble, undefined])
  expect([files[0]?.text, files[2]?.text]).toEqual(['a.xlsx', 'c.xlsx'])
})

test('a line of the directory that is lost is told with the zip, and loses no other', async () => {
  const zip = changed((bytes, at) => bytes.fill(0, at, at + 40))
  expect(await opened({ '一批.zip': zip })).toMatchObject([
    { path: '一批.zip', code: 'damaged', zip: 'directory' },
    { path: '一批.zip/a.xlsx', text: 'a.xlsx' },
    { path: '一批.zip/c.xlsx', text: 'c.xlsx' },
  ])
})

test('a directory that counts fewer members than it lists loses none in silence', async () => {
  const zip = around(bad)
  zip.writeUInt16LE(1, zip.length - 12)
  const files = await opened({ '一批.zip': zip })
  expect(files.map(({ path, zip: said }) => [path, said])).toEqual([
    ['一批.zip', 'directory'],
    ['一批.zip/a.xlsx', undefined],
    ['一批.zip/b.xlsx', undefined],
    ['一批.zip/c.xlsx', undefined],
  ])
})

test('a zip inside that is broken, locked or a bomb loses none beside it', async () => {
  const inside = (name: string, content: Uint8Array, flags = 0): Packed => ({
    name: Buffer.from(name),
    content,
    flags,
  })
  const zip = makeZip([
    good('a.xlsx'),
    inside('broken.zip', Buffer.from('no zip at all')),
    inside('locked.zip', around(bad), 1),
    inside('whole.zip', around(bad)),
    inside('zeros.zip', new Uint8Array(9 * 2 ** 20)),
    good('z.xlsx'),
  ])
  const files = await opened({ '一批.zip': zip })
  expect(files.map(({ path, code }) => [path.slice(7), code])).toEqual([
    ['a.xlsx', null],
    ['broken.zip', null],
    ['locked.zip', 'encrypted'],
    ['whole.zip/a.xlsx', null],
    ['whole.zip/b.xlsx', null],
    ['whole.zip/c.xlsx', null],
    ['z.xlsx', null],
    ['zeros.zip', 'too-large'],
  ])
})
