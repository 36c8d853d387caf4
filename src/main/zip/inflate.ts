import { crc32, inflateRawSync } from 'node:zlib'
import { uninterrupted } from '../workbook/termination.ts'
import type { ZipEntry } from './directory.ts'
import type { ZipBytes } from './zip-bytes.ts'

const LOCAL = 0x04034b50
const RECORD_BYTES = 30
const LARGEST_CHUNK = 2 ** 20

/**
 * A member's bytes; null when they are not those that the directory speaks of: encrypted, of an
 * unknown method, damaged. Never inflates beyond the size that the directory claims, whose limit
 * is the caller's to keep.
 */
export function inflated(zip: ZipBytes, entry: ZipEntry): Buffer | null {
  try {
    const head = zip.slice(entry.offset, entry.offset + RECORD_BYTES)
    if (entry.encrypted || head.readUInt32LE(0) !== LOCAL) return null
    const start = entry.offset + RECORD_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28)
    const packed = zip.slice(start, start + entry.packed)
    const bytes = entry.method === 0 ? packed : entry.method === 8 ? inflate(packed, entry) : null
    return bytes?.length === entry.size && crc32(bytes) === entry.crc ? bytes : null
  } catch (error) {
    // Outside the zip, no deflate stream, or more in it than the directory says.
    if (error instanceof Error) return null
    throw error
  }
}

function inflate(packed: Buffer, { size }: ZipEntry): Buffer {
  // One piece as large as the member: by default zlib makes many small ones and joins them.
  const chunkSize = Math.min(Math.max(size + 1, 1_024), LARGEST_CHUNK)
  const options = { maxOutputLength: Math.max(1, size), chunkSize }
  return uninterrupted(() => inflateRawSync(packed, options))
}

/** A member's record as it stands in the zip, at most `most` bytes of it: what is kept of one that cannot be unpacked. */
export function record(zip: ZipBytes, { offset, packed, name }: ZipEntry, most: number): Buffer {
  const start = Math.min(offset, zip.size)
  const length = Math.min(RECORD_BYTES + Buffer.byteLength(name) + packed, most)
  return zip.slice(start, Math.min(zip.size, start + length))
}
