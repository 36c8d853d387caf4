import { createDecipheriv } from 'node:crypto'
import { XmlWalk } from '../ooxml/xml.ts'
import { Unreadable } from '../unreadable.ts'
import { digest, fourBytes } from './digest.ts'

/** Purposes that the password's hash is turned into keys for ([MS-OFFCRYPTO] 2.3.4.13). */
const VERIFIER_INPUT = Buffer.from('fea7d2763b4b9e79', 'hex')
const VERIFIER_HASH = Buffer.from('d7aa0f6d3061344e', 'hex')
const KEY_VALUE = Buffer.from('146e0be7abacd0d6', 'hex')
/** Office uses 100,000 rounds; more than this would be made to stop the program. */
const MOST_ROUNDS = 1_000_000
const SEGMENT = 4_096

interface Cipher {
  salt: Buffer
  blockSize: number
  keyBytes: number
  hash: string
  hashSize: number
}

/**
 * Opens a package encrypted the way Excel 2010 and later do ([MS-OFFCRYPTO] 2.3.4.10, agile):
 * AES in CBC, the key behind a slow hash of the password.
 *
 * @param xml the description in the stream EncryptionInfo, after its 8 bytes of version
 * @returns the package; null when the password is wrong
 * @throws Unreadable damaged; encrypted when it is another cipher than AES
 */
export function openAgile(xml: string, encrypted: Buffer, password: string): Buffer | null {
  const walk = new XmlWalk(xml)
  let data: Cipher | null = null
  let lock: (Cipher & { rounds: number; input: Buffer; value: Buffer; key: Buffer }) | null = null
  while (walk.next()) {
    if (!walk.opens) continue
    if (walk.name === 'keyData') data = cipherOf(walk)
    else if (walk.name === 'encryptedKey' && walk.attribute('spinCount') !== null) {
      lock = {
        ...cipherOf(walk),
        rounds: Number(walk.attribute('spinCount')),
        input: bytesOf(walk, 'encryptedVerifierHashInput'),
        value: bytesOf(walk, 'encryptedVerifierHashValue'),
        key: bytesOf(walk, 'encryptedKeyValue'),
      }
    }
  }
  if (data === null || lock === null) throw new Unreadable('damaged', 'EncryptionInfo')
  if (!(lock.rounds <= MOST_ROUNDS)) throw new Unreadable('damaged', 'spinCount')
  const { hash, salt, keyBytes, hashSize } = lock
  let slow = digest(hash, salt, Buffer.from(password, 'utf16le'))
  for (let round = 0; round < lock.rounds; round += 1) slow = digest(hash, fourBytes(round), slow)
  const own = lock
  const opened = (purpose: Buffer, content: Buffer) =>
    decipher(fitted(digest(hash, slow, purpose), keyBytes), fitted(salt, own.blockSize), content)
  const expected = opened(VERIFIER_HASH, lock.value).subarray(0, hashSize)
  const verifier = opened(VERIFIER_INPUT, lock.input).subarray(0, salt.length)
  if (!digest(hash, verifier).equals(expected)) return null
  const key = opened(KEY_VALUE, lock.key).subarray(0, keyBytes)
  const size = sizeOf(encrypted)
  const pieces: Buffer[] = []
  for (let at = 8, n = 0; at < encrypted.length; at += SEGMENT, n += 1) {
    const start = fitted(digest(data.hash, data.salt, fourBytes(n)), data.blockSize)
    const piece = encrypted.subarray(at, at + SEGMENT)
    pieces.push(decipher(key, start, piece.subarray(0, piece.length - (piece.length % 16))))
  }
  return Buffer.concat(pieces).subarray(0, size)
}

/** Size of the package before it was encrypted. Throws Unreadable when there is not so much. */
export function sizeOf(encrypted: Buffer): number {
  const size = encrypted.length < 8 ? Number.NaN : Number(encrypted.readBigUInt64LE(0))
  if (!(size <= encrypted.length - 8)) throw new Unreadable('damaged', 'EncryptedPackage')
  return size
}

function cipherOf(walk: XmlWalk): Cipher {
  const algorithm = walk.attribute('cipherAlgorithm')
  const chaining = walk.attribute('cipherChaining')
  if (algorithm !== 'AES' || chaining !== 'ChainingModeCBC') {
    throw new Unreadable('encrypted', algorithm ?? '?')
  }
  return {
    salt: bytesOf(walk, 'saltValue'),
    blockSize: Number(walk.attribute('blockSize')),
    keyBytes: Number(walk.attribute('keyBits')) / 8,
    hash: (walk.attribute('hashAlgorithm') ?? '').replace('-', '').toLowerCase(),
    hashSize: Number(walk.attribute('hashSize')),
  }
}

function bytesOf(walk: XmlWalk, attribute: string): Buffer {
  return Buffer.from(walk.attribute(attribute) ?? '', 'base64')
}

/** Cut, or filled up with 0x36, to a length. */
function fitted(bytes: Buffer, length: number): Buffer {
  if (bytes.length >= length) return bytes.subarray(0, length)
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, 0x36)])
}

function decipher(key: Buffer, start: Buffer, content: Buffer): Buffer {
  const cipher = createDecipheriv(`aes-${key.length * 8}-cbc`, key, start).setAutoPadding(false)
  return Buffer.concat([cipher.update(content), cipher.final()])
}
