import { Unreadable } from './unreadable.ts'

const FREE = 0xfffffff0
const ENTRY = 128

interface Stream {
  first: number
  size: number
  /** Where its entry in the directory stands in the file. */
  entry: number
}

/**
 * The streams at the top of an OLE2 compound file ([MS-CFB]): old workbooks, and everything that
 * Office locks with a password. What is embedded deeper does not count. Throws Unreadable damaged.
 */
export class CompoundFile {
  private readonly view: Buffer
  private readonly sectorSize: number
  private readonly table: number[]
  private readonly streams = new Map<string, Stream>()
  private readonly root: Stream = { first: FREE, size: 0, entry: 0 }
  private readonly shortBelow: number
  private shortTable: number[] | null = null

  constructor(bytes: Uint8Array) {
    this.view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    try {
      const shift = this.view.readUInt16LE(30)
      if (shift !== 9 && shift !== 12) throw broken()
      this.sectorSize = 2 ** shift
      this.shortBelow = this.view.readUInt32LE(56)
      this.table = this.readTable()
      this.readDirectory()
    } catch (error) {
      throw error instanceof RangeError ? broken() : error
    }
  }

  /** Names of the streams and folders, in lower case. */
  names(): Set<string> {
    return new Set(this.streams.keys())
  }

  /** A stream's bytes by its name in lower case, null when there is none. Throws Unreadable damaged. */
  read(name: string): Buffer | null {
    const stream = this.streams.get(name)
    if (stream === undefined) return null
    const pieces = this.pieces(stream).map(([from, to]) => this.view.subarray(from, to))
    return Buffer.concat(pieces, stream.size)
  }

  /** The file with the bytes of a stream replaced by others, just as many. */
  replaced(name: string, content: Buffer): Uint8Array {
    const stream = this.streams.get(name)
    if (stream === undefined || content.length !== stream.size) throw broken()
    const copy = Buffer.from(this.view)
    let at = 0
    for (const [from, to] of this.pieces(stream)) {
      content.copy(copy, from, at, at + to - from)
      at += to - from
    }
    return copy
  }

  /** The file with a stream under another name, just as long; the same file when there is none. */
  renamed(name: string, to: string): CompoundFile {
    const stream = this.streams.get(name)
    if (stream === undefined || to.length !== name.length) return this
    const copy = Buffer.from(this.view)
    copy.write(to, stream.entry, 'utf16le')
    return new CompoundFile(copy)
  }

  /** Where a stream stands in the file, piece by piece; small ones share sectors within the root's. */
  private pieces({ first, size }: Pick<Stream, 'first' | 'size'>): [from: number, to: number][] {
    if (size >= this.shortBelow) return this.places(this.chain(first, this.table), size)
    this.shortTable ??= this.numbersIn(this.chain(this.view.readUInt32LE(60), this.table))
    const container = this.places(this.chain(this.root.first, this.table), this.root.size)
    const perSector = this.sectorSize / 64
    let left = size
    return this.chain(first, this.shortTable).map((number) => {
      const [start] = container[Math.floor(number / perSector)] ?? []
      if (start === undefined) throw broken()
      const from = start + (number % perSector) * 64
      const to = from + Math.min(64, left)
      left -= to - from
      return [from, to]
    })
  }

  private places(sectors: number[], size: number): [from: number, to: number][] {
    const { sectorSize, view } = this
    if (sectors.length * sectorSize < size) throw broken()
    let left = size
    return sectors.map((sector) => {
      const from = (sector + 1) * sectorSize
      const to = from + Math.min(sectorSize, left)
      if (to > view.length) throw broken()
      left -= to - from
      return [from, to]
    })
  }

  /** The sectors of a chain. Throws where it runs in a circle or out of the table. */
  private chain(first: number, table: number[]): number[] {
    const sectors: number[] = []
    for (let sector = first; sector < FREE; sector = table[sector] ?? Number.NaN) {
      sectors.push(sector)
      if (sectors.length > table.length) throw broken()
    }
    return sectors
  }

  /** Sector → the one after it. The header lists the first 109 sectors of this table, a chain of its own the rest. */
  private readTable(): number[] {
    const { view, sectorSize } = this
    const most = Math.ceil(view.length / sectorSize)
    const lists: number[] = []
    const list = (from: number, count: number) => {
      for (let n = 0; n < count; n += 1) {
        const sector = view.readUInt32LE(from + n * 4)
        if (sector < FREE) lists.push(sector)
      }
    }
    list(76, 109)
    const perSector = sectorSize / 4 - 1
    let more = view.readUInt32LE(68)
    for (let seen = 0; more < FREE; seen += 1) {
      if (seen > most) throw broken()
      const from = (more + 1) * sectorSize
      list(from, perSector)
      more = view.readUInt32LE(from + perSector * 4)
    }
    if (lists.length > most) throw broken()
    return this.numbersIn(lists)
  }

  private numbersIn(sectors: number[]): number[] {
    const { view, sectorSize } = this
    return sectors.flatMap((sector) =>
      Array.from({ length: sectorSize / 4 }, (_, n) =>
        // A file may end within its last sector.
        (sector + 1) * sectorSize + n * 4 + 4 <= view.length
          ? view.readUInt32LE((sector + 1) * sectorSize + n * 4)
          : FREE,
      ),
    )
  }

  private readDirectory(): void {
    const { view, sectorSize } = this
    const sectors = this.chain(view.readUInt32LE(48), this.table)
    const directory = Buffer.concat(
      sectors.map((sector) => view.subarray((sector + 1) * sectorSize, (sector + 2) * sectorSize)),
    )
    this.root.first = directory.readUInt32LE(116)
    this.root.size = directory.readUInt32LE(120)
    const seen = new Set<number>()
    // Entry 0 is the root; its child is the head of a tree of neighbours.
    const open = [directory.readUInt32LE(76)]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (id >= FREE || seen.has(id)) continue
      seen.add(id)
      const at = id * ENTRY
      const length = Math.max(0, directory.readUInt16LE(at + 64) - 2)
      const name = directory.toString('utf16le', at, at + length).toLowerCase()
      const perSector = sectorSize / ENTRY
      const sector = sectors[Math.floor(id / perSector)] ?? 0
      const stream = {
        entry: (sector + 1) * sectorSize + (id % perSector) * ENTRY,
        first: directory.readUInt32LE(at + 116),
        size: directory.readUInt32LE(at + 120),
      }
      this.streams.set(name, stream)
      open.push(directory.readUInt32LE(at + 68), directory.readUInt32LE(at + 72))
    }
  }
}

function broken(): Unreadable {
  return new Unreadable('damaged', 'OLE2')
}
