import { createHash } from 'node:crypto'

/** The hash of the parts one behind the other. */
export function digest(hash: string, ...parts: Uint8Array[]): Buffer {
  const sum = createHash(hash)
  for (const part of parts) sum.update(part)
  return sum.digest()
}

/** A whole number as the formats hash it: four bytes, the lowest first. */
export function fourBytes(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
