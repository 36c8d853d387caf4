import { createDecipheriv } from 'node:crypto'
import { Unreadable } from '../unreadable.ts'
import { sizeOf } from './agile.ts'
import { digest } from './digest.ts'

const ROUNDS = 50_000
const AES = [0x660e, 0x660f, 0x6610]

/**
 * Opens a package encrypted the way Excel 2007 does ([MS-OFFCRYPTO] 2.3.4.5, standard): AES in
 * ECB with SHA-1.
 *
 * @param info the stream EncryptionInfo
 * @returns the package; null when the password is wrong
 * @throws Unreadable damaged; encrypted when it is another cipher than AES; RangeError where `info` ends early
 */
export function openStandard(info: Buffer, encrypted: Buffer, password: string): Buffer | null {
  const header = 12
  const verifier = header + info.readUInt32LE(8)
  const algorithm = info.readUInt32LE(header + 8)
  if (!AES.includes(algorithm)) throw new Unreadable('encrypted', algorithm.toString(16))
  const keyBytes = info.readUInt32LE(header + 16) / 8
  const saltSize = info.readUInt32LE(verifier)
  const salt = info.subarray(verifier + 4, verifier + 4 + saltSize)
  const input = info.subarray(verifier + 4 + saltSize, verifier + 20 + saltSize)
  const value = info.subarray(verifier + 24 + saltSize, verifier + 56 + saltSize)
  const key = keyOf(password, salt, keyBytes)
  const expected = decipher(key, value).subarray(0, 20)
  if (!digest('sha1', decipher(key, input)).equals(expected)) return null
  const content = encrypted.subarray(8, encrypted.length - ((encrypted.length - 8) % 16))
  return decipher(key, content).subarray(0, sizeOf(encrypted))
}

function keyOf(password: string, salt: Buffer, length: number): Buffer {
  let slow = digest('sha1', salt, Buffer.from(password, 'utf16le'))
  const round = Buffer.alloc(4)
  for (let n = 0; n < ROUNDS; n += 1) {
    round.writeUInt32LE(n)
    slow = digest('sha1', round, slow)
  }
  const last = digest('sha1', slow, Buffer.alloc(4))
  const mixed = (fill: number): Buffer =>
    digest('sha1', Buffer.alloc(64, fill).map((byte, at) => byte ^ (last[at] ?? 0)) as Buffer)
  return Buffer.concat([mixed(0x36), mixed(0x5c)]).subarray(0, length)
}

function decipher(key: Buffer, content: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-ecb`, key, null).setAutoPadding(false)
  return Buffer.concat([cipher.update(content), cipher.final()])
}
