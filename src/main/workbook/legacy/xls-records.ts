import { CompoundFile } from '../compound-file.ts'

const BOF = 0x0809
const EOF = 0x000a

/** A record of an .xls ([MS-XLS] 2.3): its kind, where its content begins, and how long it is. */
export interface XlsRecord {
  kind: number
  at: number
  length: number
}

/**
 * The workbook in an .xls; null for another file, or one of Excel 4 and before.
 *
 * Throws Unreadable damaged.
 */
export function xlsStream(bytes: Uint8Array): Buffer | null {
  if (bytes[0] !== 0xd0) return null
  const file = new CompoundFile(bytes)
  return file.read(file.names().has('workbook') ? 'workbook' : 'book')
}

/** The records of a part of the stream, up to its end; what is drawn within a sheet is passed over. */
export function* recordsFrom(stream: Buffer, from: number): Generator<XlsRecord> {
  let depth = 0
  for (let at = from; at + 4 <= stream.length;) {
    const [kind, length] = [stream.readUInt16LE(at), stream.readUInt16LE(at + 2)]
    if (at + 4 + length > stream.length) return
    if (kind === BOF) depth++
    else if (kind === EOF) depth--
    if (depth <= 0) return
    if (depth === 1) yield { kind, at: at + 4, length }
    at += 4 + length
  }
}
