import { crc32, deflateSync, inflateSync } from 'node:zlib'

/** A JSON value as deflated UTF-8. The zlib wrapping carries a checksum, so damage is noticed. */
export function pack(value: unknown): Uint8Array {
  return packText(JSON.stringify(value))
}

/** What `pack` was given. Throws when the bytes are damaged; the caller knows the type it put in. */
export function unpack<T>(bytes: Uint8Array): T {
  return JSON.parse(unpackText(bytes)) as T
}

function packText(text: string): Uint8Array {
  return deflateSync(text, { level: 1 })
}

function unpackText(bytes: Uint8Array): string {
  return inflateSync(bytes).toString('utf8')
}

/** First byte of a sealed text; what zlib makes begins otherwise. */
const SEALED = 1
const HEAD = 5

/**
 * A small text as UTF-8 behind its CRC-32: damage is noticed as with `pack`, at a tenth of the
 * cost, which for ten thousand tables of a thousand returns is a second.
 */
export function seal(text: string): Uint8Array {
  const length = Buffer.byteLength(text)
  const bytes = Buffer.allocUnsafe(HEAD + length)
  bytes.write(text, HEAD)
  bytes[0] = SEALED
  bytes.writeUInt32LE(crc32(bytes.subarray(HEAD)), 1)
  return bytes
}

/** The text that `seal`, or deflating in earlier versions, was given. Throws when the bytes are damaged. */
export function unseal(bytes: Uint8Array): string {
  if (bytes[0] !== SEALED) return unpackText(bytes)
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = whole.subarray(HEAD)
  if (whole.length < HEAD || crc32(text) !== whole.readUInt32LE(1)) throw new RangeError('damaged')
  return text.toString('utf8')
}

/** "PK": what begins so is a zip, or at least nothing that zlib made. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** Bytes deflated; a zip is stored as it is, there is nothing more to squeeze out of it. */
export function squeeze(bytes: Uint8Array): Uint8Array {
  return isZip(bytes) ? bytes : deflateSync(bytes)
}

/**
 * The bytes that `squeeze` was given. Throws when they are damaged, but not for a zip: whoever
 * asks knows its hash.
 */
export function unsqueeze(bytes: Uint8Array): Uint8Array {
  if (isZip(bytes)) return bytes
  const data = inflateSync(bytes)
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}
