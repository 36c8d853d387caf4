import { deflateSync, inflateSync } from 'node:zlib'

/** A JSON value as deflated UTF-8. The zlib wrapping carries a checksum, so damage is noticed. */
export function pack(value: unknown): Uint8Array {
  return packText(JSON.stringify(value))
}

/** A text as deflated UTF-8. */
export function packText(text: string): Uint8Array {
  return deflateSync(text, { level: 1 })
}

/** What `pack` was given. Throws when the bytes are damaged; the caller knows the type it put in. */
export function unpack<T>(bytes: Uint8Array): T {
  return JSON.parse(unpackText(bytes)) as T
}

/** The text that `packText` was given. Throws when the bytes are damaged. */
export function unpackText(bytes: Uint8Array): string {
  return inflateSync(bytes).toString('utf8')
}

/** Bytes deflated; a zip is stored as it is, there is nothing more to squeeze out of it. */
export function squeeze(bytes: Uint8Array): Uint8Array {
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return deflateSync(bytes, { level: zip ? 0 : 6 })
}

/** The bytes that `squeeze` was given. Throws when they are damaged. */
export function unsqueeze(bytes: Uint8Array): Uint8Array {
  const data = inflateSync(bytes)
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
}
