import { inflated } from '../zip/inflate.ts'
import { readDirectory } from '../zip/directory.ts'
import type { ZipEntry } from '../zip/directory.ts'
import { inMemory } from '../zip/zip-bytes.ts'
import type { ZipBytes } from '../zip/zip-bytes.ts'
import { LIMITS } from './limits.ts'
import { Unreadable } from './unreadable.ts'

/** The parts of a workbook that is a zip, none inflated before all were found within the limits. */
export class Zip {
  private readonly bytes: ZipBytes
  private readonly entries: Map<string, ZipEntry>

  /** Throws Unreadable: damaged, too-large, encrypted. */
  constructor(bytes: Uint8Array) {
    this.bytes = inMemory(bytes)
    this.entries = partsOf(bytes)
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
    const data = inflated(this.bytes, entry)
    if (data === null) throw new Unreadable('damaged', name)
    return data
  }

  private find(name: string): ZipEntry | undefined {
    return this.entries.get(name.toLowerCase())
  }
}

function partsOf(bytes: Uint8Array): Map<string, ZipEntry> {
  const directory = readDirectory(inMemory(bytes), LIMITS.parts)
  if (directory === null)
    throw new Unreadable(isLockedRecord(bytes) ? 'encrypted' : 'damaged', 'ZIP')
  if (directory.count > LIMITS.parts) throw new Unreadable('too-large', `ZIP: ${directory.count}`)
  if (!directory.whole) throw new Unreadable('damaged', 'ZIP')
  const entries = new Map<string, ZipEntry>()
  for (const entry of directory.entries) {
    const name = entry.name.toLowerCase()
    // Two parts of one name: different programs would see different workbooks.
    if (entries.has(name)) throw new Unreadable('damaged', name)
    if (!name.endsWith('/')) entries.set(name, entry)
  }
  return entries
}

/** A single record is what is left of a member that its zip keeps under a password. */
function isLockedRecord(bytes: Uint8Array): boolean {
  return bytes.length > 8 && ((bytes[6] ?? 0) & 1) === 1
}

/** What is too much is said to be too much, whether or not its parts overlap as well. */
function checkLimits(entries: Map<string, ZipEntry>): void {
  let total = 0
  for (const [name, entry] of entries) {
    if (entry.encrypted) throw new Unreadable('encrypted', 'ZIP')
    total += entry.size
    const bomb = entry.size > 2 ** 20 && entry.size > entry.packed * LIMITS.ratio
    if (entry.size > LIMITS.partBytes || total > LIMITS.totalBytes || bomb) {
      throw new Unreadable('too-large', `${name}: ${Math.ceil(entry.size / 2 ** 20)} MB`)
    }
  }
  for (const [name, entry] of entries) {
    if (entry.overlaps) throw new Unreadable('damaged', name)
  }
}

/**
 * About how many bytes a file comes to when it is opened: a zip's parts unpacked, as its directory
 * claims, other files as they are. Never throws; a broken zip counts as it is.
 */
export function unpackedSize(bytes: Uint8Array): number {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return bytes.length
  const parts = readDirectory(inMemory(bytes), LIMITS.parts)?.entries ?? []
  return parts.reduce((sum, { size }) => sum + size, bytes.length)
}
