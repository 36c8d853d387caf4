import { crc32, deflateRawSync } from 'node:zlib'
import { readDirectory } from './directory.ts'
import type { ZipEntry } from './directory.ts'
import { inMemory } from './zip-bytes.ts'
import type { ZipBytes } from './zip-bytes.ts'

const RECORD_BYTES = 30
/** The flag that sizes follow behind the bytes; written anew they stand in front. */
const SIZES_BEHIND = 8
const UTF8_NAME = 0x800
const VERSION = 20

/** A member as it will be written. */
interface Member {
  name: Buffer
  flags: number
  method: number
  time: number
  date: number
  crc: number
  size: number
  packed: Buffer
}

/**
 * A zip with some members' bytes put in place of theirs, the others copied as they were packed.
 * Members that it did not have come last; the order stays.
 *
 * @param zip one whose directory is whole and below 4 GB (`Zip` sees to both)
 * @param given member name → its new bytes; names compare without case, as in Office's packages
 */
export function repacked(zip: Uint8Array, given: ReadonlyMap<string, Uint8Array>): Buffer {
  const bytes = inMemory(zip)
  const entries = readDirectory(bytes, Infinity)?.entries ?? []
  const put = new Map([...given].map(([name, content]) => [name.toLowerCase(), content]))
  const members = entries.map((entry) => {
    const copied = asItWas(bytes, entry)
    const content = put.get(entry.name.toLowerCase())
    return content === undefined ? copied : { ...copied, ...deflated(content) }
  })
  const had = new Set(entries.map(({ name }) => name.toLowerCase()))
  const dated = { time: entries[0]?.time ?? 0, date: entries[0]?.date ?? 0 }
  for (const [name, content] of given) {
    if (had.has(name.toLowerCase())) continue
    members.push({ name: Buffer.from(name), flags: UTF8_NAME, ...dated, ...deflated(content) })
  }
  return written(members)
}

function asItWas(zip: ZipBytes, entry: ZipEntry): Member {
  const head = zip.slice(entry.offset, entry.offset + RECORD_BYTES)
  const nameEnd = entry.offset + RECORD_BYTES + head.readUInt16LE(26)
  const start = nameEnd + head.readUInt16LE(28)
  const { method, time, date, crc, size } = entry
  return {
    name: zip.slice(entry.offset + RECORD_BYTES, nameEnd),
    flags: head.readUInt16LE(6) & ~SIZES_BEHIND,
    packed: zip.slice(start, start + entry.packed),
    ...{ method, time, date, crc, size },
  }
}

function deflated(bytes: Uint8Array): Pick<Member, 'method' | 'crc' | 'size' | 'packed'> {
  return { method: 8, crc: crc32(bytes), size: bytes.length, packed: deflateRawSync(bytes) }
}

/** Records, directory and end (PKWARE APPNOTE 4.3). */
function written(members: readonly Member[]): Buffer {
  const records: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const member of members) {
    const shared = sharedHead(member)
    const record = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, member.name])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const version = Buffer.from([VERSION, 0])
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), version, shared, tail]))
    directory.push(member.name)
    records.push(record, member.packed)
    offset += record.length + member.packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...records, listed, end])
}

/** What a member's record and its line of the directory have in common; no extra fields. */
function sharedHead({ name, flags, method, time, date, crc, size, packed }: Member): Buffer {
  const head = Buffer.alloc(26)
  head.writeUInt16LE(VERSION, 0)
  head.writeUInt16LE(flags, 2)
  head.writeUInt16LE(method, 4)
  head.writeUInt16LE(time, 6)
  head.writeUInt16LE(date, 8)
  head.writeUInt32LE(crc, 10)
  head.writeUInt32LE(packed.length, 14)
  head.writeUInt32LE(size, 18)
  head.writeUInt16LE(name.length, 22)
  return head
}
