import { CompoundFile } from '../compound-file.ts'

/** Record → where the length of its formula's tokens stands ([MS-XLS] 2.4.127, 2.4.277, 2.4.4). */
const TOKENS: Record<number, number> = { 0x0006: 20, 0x04bc: 8, 0x0221: 12 }
/** A length that says that no tokens follow. */
const NONE = 0xffff

/**
 * An .xls without its formulas; every cell keeps the result that is stored beside its formula.
 * Other files as they are. Throws Unreadable damaged.
 */
export function withoutFormulas(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0xd0) return bytes
  const file = new CompoundFile(bytes)
  const name = file.names().has('workbook') ? 'workbook' : 'book'
  const stream = Buffer.from(file.read(name) ?? [])
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const place = TOKENS[stream.readUInt16LE(at)]
    if (place === undefined || stream.readUInt16LE(at + 2) < place + 2) continue
    if (at + 4 + place + 2 <= stream.length) stream.writeUInt16LE(NONE, at + 4 + place)
  }
  return stream.length === 0 ? bytes : file.replaced(name, stream)
}
