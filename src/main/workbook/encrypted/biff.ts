import { Unreadable } from '../unreadable.ts'
import { digest, fourBytes } from './digest.ts'
import { Rc4 } from './rc4.ts'

const BLOCK = 1_024
const FILE_PASS = 0x2f
const BOUND_SHEET = 0x85
/** Records that stay as they are ([MS-XLS] 2.2.10). */
const OPEN = new Set([0x809, FILE_PASS, 0x194, 0x195, 0xe1, 0x196, 0x138])
/** A record (MMS) that every program passes over: the place of the lock once it is open. */
const NOTHING = 0xc1

/**
 * The stream of an .xls with its lock opened ([MS-XLS] 2.2.10; RC4 as in [MS-OFFCRYPTO] 2.3.5 and
 * 2.3.6). Nothing changes its place.
 *
 * @returns null when the password is wrong; the stream itself when it has no lock
 * @throws Unreadable encrypted for the oldest kind of lock (XOR); RangeError where the stream ends early
 */
export function openBiff(stream: Buffer, password: string): Buffer | null {
  const lock = findLock(stream)
  if (lock === null) return stream
  const keys = keysOf(stream, lock, password)
  if (keys === null) return null
  const opened = Buffer.from(stream)
  opened.writeUInt16LE(NOTHING, lock)
  let cipher = keys(0)
  let used = 0
  /** The next byte of the key stream belongs to the next byte of the file, headers included. */
  const skipTo = (place: number) => {
    while (used < place) {
      if (used % BLOCK === 0) cipher = keys(used / BLOCK)
      const length = Math.min(place, (Math.floor(used / BLOCK) + 1) * BLOCK) - used
      cipher.skip(length)
      used += length
    }
  }
  for (let at = 0; at + 4 <= stream.length;) {
    const record = stream.readUInt16LE(at)
    const end = at + 4 + stream.readUInt16LE(at + 2)
    // A sheet's place in the stream stays readable.
    const from = record === BOUND_SHEET ? at + 8 : at + 4
    if (!OPEN.has(record)) {
      skipTo(from)
      for (let place = from; place < Math.min(end, stream.length); place += 1) {
        if (place % BLOCK === 0) cipher = keys(place / BLOCK)
        opened[place] = (stream[place] ?? 0) ^ cipher.next()
        used = place + 1
      }
    }
    at = end
  }
  return opened
}

function findLock(stream: Buffer): number | null {
  for (let at = 0; at + 4 <= stream.length; at += 4 + stream.readUInt16LE(at + 2)) {
    const record = stream.readUInt16LE(at)
    if (record === FILE_PASS) return at
    // The lock stands before the first sheet.
    if (record === BOUND_SHEET) return null
  }
  return null
}

/** Block of 1,024 bytes → its cipher; null when the password is wrong. */
function keysOf(stream: Buffer, lock: number, password: string): ((block: number) => Rc4) | null {
  const at = lock + 4
  if (stream.readUInt16LE(at) !== 1) throw new Unreadable('encrypted', 'XOR')
  const major = stream.readUInt16LE(at + 2)
  const text = Buffer.from(password, 'utf16le')
  if (major === 1) {
    const part = (from: number) => stream.subarray(at + 6 + from, at + 22 + from)
    const first = digest('md5', text).subarray(0, 5)
    const mixed = Array.from({ length: 16 }, () => [first, part(0)]).flat()
    const base = digest('md5', ...mixed).subarray(0, 5)
    const keys = (block: number) => new Rc4(digest('md5', base, fourBytes(block)))
    return fits(keys, 'md5', part(16), part(32)) ? keys : null
  }
  const header = at + 14
  const verifier = header + stream.readUInt32LE(at + 10)
  const keyBytes = (stream.readUInt32LE(header + 16) || 40) / 8
  const saltSize = stream.readUInt32LE(verifier)
  const salt = stream.subarray(verifier + 4, verifier + 4 + saltSize)
  const base = digest('sha1', salt, text)
  const keys = (block: number) => {
    const key = digest('sha1', base, fourBytes(block)).subarray(0, keyBytes)
    return new Rc4(keyBytes === 5 ? Buffer.concat([key, Buffer.alloc(11)]) : key)
  }
  const from = verifier + 4 + saltSize
  const input = stream.subarray(from, from + 16)
  const value = stream.subarray(from + 20, from + 40)
  return fits(keys, 'sha1', input, value) ? keys : null
}

function fits(keys: (block: number) => Rc4, hash: string, input: Buffer, value: Buffer): boolean {
  const cipher = keys(0)
  const verifier = cipher.apply(input)
  return digest(hash, verifier).equals(cipher.apply(value))
}
