import { memberName } from './member-name.ts'
import type { ZipBytes } from './zip-bytes.ts'

/** One line of a zip's directory: what it claims, not what is there. */
export interface ZipEntry {
  /** With "/" between folders; a folder's own ends with it. */
  name: string
  encrypted: boolean
  /** 0 stored, 8 deflated; others are not opened. */
  method: number
  crc: number
  packed: number
  size: number
  /** Where its record begins. */
  offset: number
  /** MS-DOS date and time, as the sender's clock had it. */
  date: number
  time: number
  /** Another record begins inside its own: a bomb's way of unpacking the same bytes many times. */
  overlaps: boolean
}

export interface ZipDirectory {
  entries: ZipEntry[]
  /** How many it says there are. */
  count: number
  /** Whether it could be read without a gap and holds as many; what is around a gap is there all the same. */
  whole: boolean
}

const END = Buffer.from([0x50, 0x4b, 5, 6])
const CENTRAL = Buffer.from([0x50, 0x4b, 1, 2])
const LOCAL = Buffer.from([0x50, 0x4b, 3, 4])
const END_64 = 0x06064b50
const END_BYTES = 22
/** The end lies at most a comment before the end of the file. */
const TAIL = END_BYTES + 0xffff
/** Some mail programs fill a file up: in files no larger the end is looked for everywhere. */
const SEARCHED = 64 * 2 ** 20
const RECORD_BYTES = 30

/**
 * The central directory (PKWARE APPNOTE 4.3.12), zip64 included; nothing is inflated. Null when
 * there is none. A directory of more than `most` entries is not walked: it comes back without any.
 */
export function readDirectory(zip: ZipBytes, most: number): ZipDirectory | null {
  try {
    const end = findEnd(zip)
    if (end === null || end.split) return null
    if (end.count > most) return { entries: [], count: end.count, whole: false }
    const { entries, gaps } = readEntries(zip, end, most)
    if (entries.length > most) return { entries: [], count: entries.length, whole: false }
    markOverlaps(zip, entries)
    return { entries, count: end.count, whole: !gaps && entries.length === end.count }
  } catch (error) {
    // Numbers that point outside the file: no directory.
    if (error instanceof RangeError) return null
    throw error
  }
}

interface End {
  split: boolean
  count: number
  start: number
  /** Where the directory ends at the latest. */
  limit: number
}

function findEnd(zip: ZipBytes): End | null {
  const near = endWithin(zip, Math.max(0, zip.size - TAIL))
  return near ?? (zip.size > TAIL && zip.size <= SEARCHED ? endWithin(zip, 0) : null)
}

function endWithin(zip: ZipBytes, from: number): End | null {
  const tail = zip.slice(from, zip.size)
  const found = tail.lastIndexOf(END)
  if (found < 0 || found + END_BYTES > tail.length) return null
  const at = from + found
  const split = tail.readUInt16LE(found + 4) !== 0 && tail.readUInt16LE(found + 4) !== 0xffff
  const count = tail.readUInt16LE(found + 10)
  const start = tail.readUInt32LE(found + 16)
  if (count !== 0xffff && start !== 0xffffffff) return { split, count, start, limit: at }
  // The locator before it says where the end in zip64's larger numbers lies.
  const end64 = Number(zip.slice(at - 12, at - 4).readBigUInt64LE(0))
  const wide = zip.slice(end64, end64 + 56)
  if (wide.readUInt32LE(0) !== END_64) return null
  const numbers = { count: wide.readBigUInt64LE(32), start: wide.readBigUInt64LE(48) }
  return { split, count: Number(numbers.count), start: Number(numbers.start), limit: end64 }
}

/** One entry more than `most` at the most. How many it is said to hold is not believed. */
function readEntries(
  zip: ZipBytes,
  { start, limit }: End,
  most: number,
): { entries: ZipEntry[]; gaps: boolean } {
  const directory = zip.slice(start, limit)
  const entries: ZipEntry[] = []
  let gaps = false
  let at = 0
  while (entries.length <= most) {
    const found = directory.indexOf(CENTRAL, at)
    if (found < 0 || found + 46 > directory.length) break
    gaps ||= found !== at
    at = found
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28)
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30)
    const next = extraEnd + directory.readUInt16LE(at + 32)
    if (next > directory.length) {
      gaps = true
      at += 1
      continue
    }
    const flags = directory.readUInt16LE(at + 8)
    const entry: ZipEntry = {
      name: memberName(directory.subarray(at + 46, nameEnd), (flags & 0x800) !== 0),
      encrypted: (flags & 1) === 1,
      method: directory.readUInt16LE(at + 10),
      time: directory.readUInt16LE(at + 12),
      date: directory.readUInt16LE(at + 14),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
      overlaps: false,
    }
    widen(entry, directory.subarray(nameEnd, extraEnd))
    entries.push(entry)
    at = next
  }
  return { entries, gaps }
}

/** Puts zip64's 8-byte numbers in the places of those that did not fit into 4. */
function widen(entry: ZipEntry, extra: Buffer): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let place = at + 4
    for (const key of ['size', 'packed', 'offset'] as const) {
      if (entry[key] !== 0xffffffff || place + 8 > extra.length) continue
      entry[key] = Number(extra.readBigUInt64LE(place))
      place += 8
    }
  }
}

/**
 * Marks every entry in whose record another one begins (D. Fifield, A better zip bomb, 2019). An
 * entry that is not where it says is broken, and speaks against no other.
 */
function markOverlaps(zip: ZipBytes, entries: ZipEntry[]): void {
  let next: ZipEntry | undefined
  for (const entry of entries.toSorted((a, b) => b.offset - a.offset)) {
    if (!beginsWhereItSays(zip, entry)) continue
    if (next !== undefined && next.offset < endOf(entry)) {
      entry.overlaps = true
      // Which of two at one place is the true one cannot be told.
      if (next.offset === entry.offset) next.overlaps = true
    }
    next = entry
  }
}

function beginsWhereItSays(zip: ZipBytes, { offset }: ZipEntry): boolean {
  return offset + RECORD_BYTES <= zip.size && zip.slice(offset, offset + LOCAL.length).equals(LOCAL)
}

/** Where an entry's record ends at the earliest: its own name may be shorter than the directory's. */
function endOf(entry: ZipEntry): number {
  return entry.offset + RECORD_BYTES + entry.packed
}
