import { unzipSync, zipSync } from 'fflate'
import type { Random } from '../county/random.ts'

const NUMBERS = [0, 1, 0x7f, 0x80, 0xff, 0x20, 0x0a, 0x22, 0x3c, 0x26]
const WORDS = [
  '4294967295',
  '-1',
  '1E999',
  'NaN',
  '\u0000',
  '&amp;&amp;',
  '<a>',
  ']]>',
  '%s',
  '９',
  '*x',
]

/** A file a little otherwise: bytes changed, pieces taken out, doubled, exchanged, or from another file. */
export function changed(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  // What is packed is changed inside as well: a zip with a wrong byte is refused before anything is read.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && random.chance(0.7))
    return changedInside(bytes, random)
  let now = bytes
  for (let step = random.int(1, 4); step > 0; step -= 1) now = once(now, other, random)
  return now
}

function once(bytes: Uint8Array, other: Uint8Array, random: Random): Uint8Array {
  const at = random.int(0, Math.max(0, bytes.length - 1))
  const size = random.chance(0.8) ? random.int(1, 24) : random.int(1, Math.max(1, bytes.length))
  const end = Math.min(bytes.length, at + size)
  const [before, piece, after] = [
    bytes.subarray(0, at),
    bytes.subarray(at, end),
    bytes.subarray(end),
  ]
  switch (random.int(0, 7)) {
    case 0:
      return Buffer.concat([before, Buffer.from([random.pick(NUMBERS)]), bytes.subarray(at + 1)])
    case 1:
      return Buffer.concat([before, Buffer.from([random.int(0, 255)]), bytes.subarray(at + 1)])
    case 2:
      return Buffer.concat([before, after])
    case 3:
      return Buffer.concat([before, piece, piece, after])
    case 4:
      return bytes.slice(0, at)
    case 5:
      return Buffer.concat([before, Buffer.from(random.pick(WORDS)), after])
    case 6: {
      const from = random.int(0, Math.max(0, other.length - 1))
      return Buffer.concat([before, other.subarray(from, from + size), after])
    }
    default: {
      const many = Array.from({ length: random.int(2, 200) }, () => piece.subarray(0, 64))
      return Buffer.concat([before, ...many, after])
    }
  }
}

/** One part of a zip changed, and the zip packed anew around it. */
function changedInside(bytes: Uint8Array, random: Random): Uint8Array {
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes)
  } catch {
    return once(bytes, bytes, random)
  }
  const names = Object.keys(parts)
  if (names.length === 0) return bytes
  const name = random.pick(names)
  const other = parts[random.pick(names)] ?? bytes
  parts[name] = once(parts[name] ?? bytes, other, random)
  return zipSync(parts, { level: 1 })
}
