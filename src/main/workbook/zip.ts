import { crc32, inflateRawSync } from 'node:zlib'
import { LIMITS } from './limits.ts'
import { uninterrupted } from './termination.ts'
import { Unreadable } from './unreadable.ts'

const LARGEST_CHUNK = 2 ** 20

interface Entry {
  method: number
  encrypted: boolean
  crc: number
  packed: number
  size: number
  offset: number
}

/** The parts of a zip, none inflated before the central directory was found within the limits. */
export class Zip {
  private readonly bytes: Buffer
  private readonly entries: Map<string, Entry>

  /** Throws Unreadable: damaged, too-large, encrypted. */
  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    try {
      this.entries = readDirectory(this.bytes)
    } catch (error) {
      if (error instanceof RangeError) throw new Unreadable('damaged', 'ZIP')
      throw error
    }
    checkLimits(this.entries)
  }

  /** Names of the parts, as written but with "/" between folders. */
  names(): string[] {
    return [...this.entries.keys()]
  }

  has(name: string): boolean {
    return this.find(name) !== undefined
  }

  /** A part's bytes; null when there is no such part (names compare without case). Throws Unreadable. */
  part(name: string): Buffer | null {
    const entry = this.find(name)
    if (entry === undefined) return null
    const { offset, packed, method } = entry
    if (offset + 30 > this.bytes.length || this.bytes.readUInt32LE(offset) !== 0x04034b50) {
      throw new Unreadable('damaged', name)
    }
    const start =
      offset + 30 + this.bytes.readUInt16LE(offset + 26) + this.bytes.readUInt16LE(offset + 28)
    const raw = this.bytes.subarray(start, start + packed)
    if (raw.length < packed) throw new Unreadable('damaged', name)
    const data = method === 0 ? raw : inflate(raw, entry, name)
    if (data.length !== entry.size || crc32(data) !== entry.crc) {
      throw new Unreadable('damaged', name)
    }
    return data
  }

  private find(name: string): Entry | undefined {
    return this.entries.get(name.toLowerCase())
  }
}

function inflate(raw: Buffer, entry: Entry, name: string): Buffer {
  if (entry.method !== 8) throw new Unreadable('damaged', name)
  try {
    // One piece as large as the part: by default zlib makes many small ones and joins them.
    const chunkSize = Math.min(Math.max(entry.size + 1, 1_024), LARGEST_CHUNK)
    const options = { maxOutputLength: Math.max(1, entry.size), chunkSize }
    return uninterrupted(() => inflateRawSync(raw, options))
  } catch {
    // Also when it inflates to more than the directory says.
    throw new Unreadable('damaged', name)
  }
}

function checkLimits(entries: Map<string, Entry>): void {
  let total = 0
  for (const [name, entry] of entries) {
    if (entry.encrypted) throw new Unreadable('encrypted', 'ZIP')
    total += entry.size
    const bomb = entry.size > 2 ** 20 && entry.size > entry.packed * LIMITS.ratio
    if (entry.size > LIMITS.partBytes || total > LIMITS.totalBytes || bomb) {
      throw new Unreadable('too-large', `${name}: ${Math.ceil(entry.size / 2 ** 20)} MB`)
    }
  }
}

/**
 * About how many bytes a file comes to when it is opened: a zip's parts unpacked, as its directory
 * claims, other files as they are. Never throws; a broken zip counts as it is.
 */
export function unpackedSize(bytes: Uint8Array): number {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes.length
  try {
    const parts = readDirectory(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return [...parts.values()].reduce((sum, { size }) => sum + size, bytes.length)
  } catch {
    return bytes.length
  }
}

/** Central directory (PKWARE APPNOTE 4.3.12), zip64 included. Throws RangeError where it points outside. */
function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0) {
    // A single record is what is left of a member that its zip keeps under a password.
    const locked = bytes.length > 8 && (bytes.readUInt16LE(6) & 1) === 1
    throw new Unreadable(locked ? 'encrypted' : 'damaged', 'ZIP')
  }
  let count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count === 0xffff || at === 0xffffffff) {
    const end64 = Number(bytes.readBigUInt64LE(end - 20 + 8))
    count = Number(bytes.readBigUInt64LE(end64 + 32))
    at = Number(bytes.readBigUInt64LE(end64 + 48))
  }
  if (count > LIMITS.parts) throw new Unreadable('too-large', `ZIP: ${count}`)
  const entries = new Map<string, Entry>()
  for (let n = 0; n < count; n += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Unreadable('damaged', 'ZIP')
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const entry = {
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    }
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    widen(entry, extra)
    // Two parts of one name: different programs would see different workbooks.
    if (entries.has(name.toLowerCase())) throw new Unreadable('damaged', name)
    if (!name.endsWith('/')) entries.set(name.toLowerCase(), entry)
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Puts zip64's 8-byte numbers in the places of those that did not fit into 4. */
function widen(entry: Entry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let place = at + 4
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (entry[key] !== 0xffffffff) continue
      entry[key] = Number(extra.readBigUInt64LE(place))
      place += 8
    }
  }
}
