import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { ZIP_LIMITS } from '../../src/main/zip/limits.ts'
import { opened } from '../main/zip/opened.ts'
import { makeZip, type Packed } from '../main/zip-maker.ts'

const name = Buffer.from('a.xlsx')
const small: Packed = { name, content: Buffer.from('x') }
const MB = 2 ** 20

test('a zip bomb that tells its size is not inflated', async () => {
  const [file] = await opened({ 'x.zip': makeZip([{ name, content: new Uint8Array(8 * MB) }]) })
  expect(file).toMatchObject({ path: 'x.zip/a.xlsx', code: 'too-large', zip: 'ratio' })
  expect(file?.text.length).toBeLessThan(20_000)
})

test('a zip bomb that lies about its size is not inflated beyond what it claims', async () => {
  const zip = makeZip([{ name, content: new Uint8Array(8 * MB), claimed: 1000 }])
  const [file] = await opened({ 'x.zip': zip })
  expect(file).toMatchObject({ code: 'damaged', zip: 'broken' })
  expect(file?.text.length).toBeLessThan(20_000)
  expect(file?.text.startsWith('PK')).toBe(true)
})

test('a directory with endless entries is not walked, that of the zip beside it is', async () => {
  const endless = makeZip([small])
  endless.writeUInt16LE(ZIP_LIMITS.members + 1, endless.length - 12)
  expect(await opened({ 'a.zip': endless, 'b.zip': makeZip([small]) })).toMatchObject([
    { path: 'a.zip', code: 'too-large', zip: 'members' },
    { path: 'b.zip/a.xlsx', code: null },
  ])
})

test('endless entries that the directory does not own up to are not walked either', async () => {
  const many = makeZip(Array.from({ length: ZIP_LIMITS.members + 1 }, () => small))
  many.writeUInt16LE(1, many.length - 12)
  expect(await opened({ 'a.zip': many })).toMatchObject([
    { path: 'a.zip', code: 'too-large', zip: 'members' },
  ])
})

test('members are counted over all zips of an intake', async () => {
  const half = makeZip(Array.from({ length: ZIP_LIMITS.members / 2 + 1 }, () => small))
  const files = await opened({ 'a.zip': half, 'b.zip': half, 'c.zip': makeZip([small]) })
  const refused = files.filter(({ code }) => code !== null)
  expect(refused).toMatchObject([{ path: 'b.zip', code: 'too-large', zip: 'members' }])
  expect(files.at(-1)).toMatchObject({ path: 'c.zip/a.xlsx', text: 'x' })
})

test('members that together would fill the disk: those beyond the total are refused by name', async () => {
  // Noise that cannot be packed: what is claimed of it is within every other limit.
  let state = 1
  const noise = Uint8Array.from({ length: 230_000 }, () => (state = (state * 48_271) % 0x7fffffff))
  const claimed = ZIP_LIMITS.memberBytes - 1
  const fit = Math.floor(ZIP_LIMITS.totalBytes / claimed)
  const files = Array.from({ length: fit + 2 }, (_, n) => {
    const place = Buffer.from(`${String(n).padStart(3, '0')}.xlsx`)
    return { name: place, content: noise, claimed }
  })
  const said = (await opened({ 'x.zip': makeZip(files) })).map(({ zip }) => zip)
  expect(said).toEqual([...Array<string>(fit).fill('broken'), 'total', 'total'])
})

test('a zip in a zip in a zip is not opened any further, however often it is packed again', async () => {
  let bomb = makeZip([small, { name: Buffer.from('z.xlsx'), content: new Uint8Array(MB) }])
  for (let depth = 0; depth < 200; depth += 1)
    bomb = makeZip([small, { name: Buffer.from('in.zip'), content: bomb }])
  expect(await opened({ 'x.zip': bomb })).toMatchObject([
    { path: 'x.zip/a.xlsx', text: 'x' },
    { path: 'x.zip/in.zip/a.xlsx', text: 'x' },
    { path: 'x.zip/in.zip/in.zip', code: 'too-large', zip: 'depth' },
  ])
})

test('zips in zips that unpack to more than is kept of them are refused one by one', async () => {
  // 42.zip's way: the same zip many times over, each of zeros that pack well.
  const zeros = makeZip([{ name, content: new Uint8Array(ZIP_LIMITS.memberBytes) }])
  const wide = makeZip(
    Array.from({ length: 300 }, (_, n) => ({ name: Buffer.from(`${n}.zip`), content: zeros })),
  )
  const files = await opened({ 'x.zip': wide })
  expect(files).toHaveLength(300)
  expect(new Set(files.map(({ path, zip }) => `${path.split('/').length} ${String(zip)}`))).toEqual(
    new Set(['3 ratio']),
  )
})

test('records that lie in one another unpack the same bytes many times: only one is unpacked', async () => {
  const files = await opened({ 'x.zip': quoted(400) })
  expect(files).toHaveLength(400)
  expect(files.filter(({ code }) => code === null)).toMatchObject([{ path: 'x.zip/399' }])
  expect(new Set(files.map(({ zip }) => zip))).toEqual(new Set(['overlap', undefined]))
})

test('lines of the directory that all point to one record unpack it not once', async () => {
  const zip = makeZip(
    Array.from({ length: 50 }, (_, n) => ({ ...small, name: Buffer.from(`${n}`) })),
  )
  let at = zip.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  for (let n = 0; n < 50; n += 1, at += 46 + zip.readUInt16LE(at + 28))
    zip.writeUInt32LE(0, at + 42)
  const files = await opened({ 'x.zip': zip })
  expect(new Set(files.map(({ zip: said }) => said))).toEqual(new Set(['overlap']))
})

/**
 * A bomb whose every record holds all records after it, quoted as a stored block of deflate, and
 * at last zeros just small enough for no ratio to be looked at (D. Fifield, A better zip bomb).
 */
function quoted(count: number): Buffer {
  let content = Buffer.alloc(900 * 1024)
  let packed = deflateRawSync(content)
  const locals: Buffer[] = []
  const lines: Buffer[] = []
  for (let n = count - 1; n >= 0; n -= 1) {
    const place = Buffer.from(String(n).padStart(3, '0'))
    const common = Buffer.alloc(26)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(content.length, 18)
    common.writeUInt16LE(place.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, place])
    lines.unshift(
      Buffer.concat([Buffer.from('PK\u0001\u0002\0\0'), common, Buffer.alloc(14), place]),
    )
    locals.unshift(n === count - 1 ? Buffer.concat([local, packed]) : local)
    const block = Buffer.alloc(5)
    block.writeUInt16LE(local.length, 1)
    block.writeUInt16LE(~local.length & 0xffff, 3)
    content = Buffer.concat([local, content])
    packed = Buffer.concat([block, local, packed])
    if (n > 0) locals.unshift(block)
  }
  let offset = 0
  for (const [n, line] of lines.entries()) {
    line.writeUInt32LE(offset, 42)
    offset += (locals[2 * n]?.length ?? 0) + (locals[2 * n + 1]?.length ?? 0)
  }
  const records = Buffer.concat(locals)
  const directory = Buffer.concat(lines)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(records.length, 16)
  return Buffer.concat([records, directory, end])
}
