import { crc32, deflateRawSync } from 'node:zlib'

export interface Packed {
  /** The name's bytes, so that any encoding can be tried. */
  name: Uint8Array
  content: Uint8Array
  /** General purpose flags: 1 encrypted, 0x800 name is UTF-8. */
  flags?: number
  /** What the directory says the size is; the truth when absent. */
  claimed?: number
}

/** A zip file, byte by byte, including ones that no honest program would write. */
export function makeZip(files: Packed[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const data = deflateRawSync(file.content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(file.flags ?? 0, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt16LE((10 << 11) | (30 << 5), 6)
    common.writeUInt16LE(((2025 - 1980) << 9) | (9 << 5) | 8, 8)
    common.writeUInt32LE(crc32(file.content), 10)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(file.claimed ?? file.content.length, 18)
    common.writeUInt16LE(file.name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, file.name, data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    const central = Buffer.concat([
      Buffer.from('PK\u0001\u0002'),
      Buffer.from([20, 0]),
      common,
      tail,
      file.name,
    ])
    locals.push(local)
    centrals.push(central)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
