import { Unreadable } from './unreadable.ts'

const FREE = 0xfffffff0

/**
 * Names of the streams and folders at the top of an OLE2 compound file ([MS-CFB]), in lower
 * case; what is embedded deeper does not count. Throws Unreadable damaged.
 */
export function topStreams(bytes: Uint8Array): Set<string> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const directory = readDirectory(view)
    const names = new Set<string>()
    const seen = new Set<number>()
    // Entry 0 is the root; its child is the head of a tree of neighbours.
    const open = [directory.readUInt32LE(76)]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id >= FREE || seen.has(id)) continue
      seen.add(id)
      const at = id * 128
      const length = Math.max(0, directory.readUInt16LE(at + 64) - 2)
      names.add(directory.toString('utf16le', at, at + length).toLowerCase())
      open.push(directory.readUInt32LE(at + 68), directory.readUInt32LE(at + 72))
    }
    return names
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('damaged', 'OLE2')
    throw error
  }
}

/** The directory's sectors one after the other. */
function readDirectory(view: Buffer): Buffer {
  const shift = view.readUInt16LE(30)
  if (shift !== 9 && shift !== 12) throw new Unreadable('damaged', 'OLE2')
  const size = 2 ** shift
  const sectors: Buffer[] = []
  const seen = new Set<number>()
  for (let sector = view.readUInt32LE(48); sector < FREE && !seen.has(sector);) {
    seen.add(sector)
    const start = (sector + 1) * size
    if (start + 128 > view.length) throw new Unreadable('damaged', 'OLE2')
    sectors.push(view.subarray(start, start + size))
    sector = next(view, sector, size)
  }
  return Buffer.concat(sectors)
}

/** The sector after `sector` in its chain; the header lists the first 109 sectors of the table. */
function next(view: Buffer, sector: number, size: number): number {
  const table = Math.floor(sector / (size / 4))
  if (table >= 109) return FREE
  const at = (view.readUInt32LE(76 + table * 4) + 1) * size
  return view.readUInt32LE(at + (sector % (size / 4)) * 4)
}
