import { crc32, inflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'

/** One file inside a zip, as its directory lists it. */
export interface ZipMember {
  /** Name with "/", as the sender saw it. */
  name: string
  /** ISO, local time of the sender; null when not set. */
  modifiedAt: string | null
  size: number
  /** The member's bytes; of one that cannot be unpacked its raw record, which no reader takes for a workbook. */
  bytes(): Uint8Array
}

/** Limits against zip bombs. Real returns are far below all of them. */
export const ZIP_LIMITS = Object.freeze({
  members: 20_000,
  /** Unpacked bytes of one member and of all together. */
  memberBytes: 256 * 1024 * 1024,
  totalBytes: 2 * 1024 * 1024 * 1024,
  /** Unpacked to packed, for members above a megabyte. Workbooks reach some 30. */
  ratio: 300,
})

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const UTF8_FLAG = 0x800
const ENCRYPTED_FLAG = 0x1

/**
 * The files listed in a zip, in its own order, without folders and without what macOS adds.
 * Null when it is no readable zip or is beyond ZIP_LIMITS: the caller passes it on as it is,
 * so that it gets a verdict instead of vanishing. The listing inflates nothing.
 *
 * @param zip the whole file
 */
export function zipMembers(zip: Uint8Array): ZipMember[] | null {
  try {
    return listed(Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength))
  } catch {
    // Offsets that point outside the file throw RangeError: a broken zip.
    return null
  }
}

function listed(zip: Buffer): ZipMember[] | null {
  const end = endRecord(zip)
  if (end === null) return null
  const members: ZipMember[] = []
  let at = end.start
  let total = 0
  for (let n = 0; n < end.count; n++) {
    if (zip.readUInt32LE(at) !== CENTRAL) return null
    const entry = centralEntry(zip, at)
    at = entry.next
    if (entry.name.endsWith('/') || entry.name.startsWith('__MACOSX/')) continue
    total += entry.size
    if (entry.size > ZIP_LIMITS.memberBytes || total > ZIP_LIMITS.totalBytes) return null
    if (entry.size > 1024 * 1024 && entry.size > entry.packed * ZIP_LIMITS.ratio) return null
    members.push({
      name: entry.name,
      modifiedAt: entry.modifiedAt,
      size: entry.size,
      bytes: () => unpack(zip, entry),
    })
  }
  return members
}

/** Where the directory starts and how many entries it has; null for zip64, split and foreign files. */
function endRecord(zip: Buffer): { start: number; count: number } | null {
  const lowest = Math.max(0, zip.length - 22 - 0xffff)
  for (let at = zip.length - 22; at >= lowest; at--) {
    if (zip.readUInt32LE(at) !== END) continue
    const count = zip.readUInt16LE(at + 10)
    const start = zip.readUInt32LE(at + 16)
    const split = zip.readUInt16LE(at + 4) !== 0
    if (split || count === 0xffff || start === 0xffffffff || count > ZIP_LIMITS.members) return null
    return { start, count }
  }
  return null
}

interface Entry {
  name: string
  modifiedAt: string | null
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  local: number
  next: number
}

function centralEntry(zip: Buffer, at: number): Entry {
  const nameLength = zip.readUInt16LE(at + 28)
  const extraLength = zip.readUInt16LE(at + 30)
  const commentLength = zip.readUInt16LE(at + 32)
  const next = at + 46 + nameLength + extraLength + commentLength
  if (next > zip.length) throw new RangeError('directory runs over the end')
  const flags = zip.readUInt16LE(at + 8)
  return {
    name: memberName(zip.subarray(at + 46, at + 46 + nameLength), (flags & UTF8_FLAG) !== 0),
    modifiedAt: dosTime(zip.readUInt16LE(at + 14), zip.readUInt16LE(at + 12)),
    flags,
    method: zip.readUInt16LE(at + 10),
    crc: zip.readUInt32LE(at + 16),
    packed: zip.readUInt32LE(at + 20),
    size: zip.readUInt32LE(at + 24),
    local: zip.readUInt32LE(at + 42),
    next,
  }
}

/** Chinese Windows writes names in GBK and leaves the UTF-8 flag off; other tools write UTF-8 without the flag. */
function memberName(bytes: Uint8Array, utf8: boolean): string {
  const text = utf8 || isUtf8(bytes) ? Buffer.from(bytes).toString('utf8') : gbk(bytes)
  return text.replaceAll('\\', '/')
}

function gbk(bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes), 'gb18030')
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function dosTime(date: number, time: number): string | null {
  const month = (date >> 5) & 15
  const day = date & 31
  if (month < 1 || month > 12 || day < 1) return null
  const local = new Date(
    (date >> 9) + 1980,
    month - 1,
    day,
    time >> 11,
    (time >> 5) & 63,
    (time & 31) * 2,
  )
  return `${local.toISOString().slice(0, 19)}Z`
}

function unpack(zip: Buffer, entry: Entry): Uint8Array {
  const raw = zip.subarray(entry.local, entry.local + 30 + entry.packed)
  try {
    if ((entry.flags & ENCRYPTED_FLAG) !== 0) return raw
    if (zip.readUInt32LE(entry.local) !== LOCAL) return raw
    const start =
      entry.local + 30 + zip.readUInt16LE(entry.local + 26) + zip.readUInt16LE(entry.local + 28)
    const packed = zip.subarray(start, start + entry.packed)
    if (packed.length !== entry.packed) return raw
    // The directory's word for the size is not trusted: inflating stops right behind it.
    const bytes =
      entry.method === 0
        ? Buffer.from(packed)
        : entry.method === 8
          ? inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
          : null
    const whole = bytes !== null && bytes.length === entry.size && crc32(bytes) === entry.crc
    return whole ? bytes : raw
  } catch {
    return raw
  }
}
