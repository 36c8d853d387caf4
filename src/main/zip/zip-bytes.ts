import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** A zip as it lies in memory or on the disk: pieces of it are had without the rest. */
export interface ZipBytes {
  size: number
  /** Bytes from `start` up to `end`. Throws RangeError when they are not all there. */
  slice(start: number, end: number): Buffer
}

/** A zip in memory; its pieces are not copied. */
export function inMemory(bytes: Uint8Array): ZipBytes {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return {
    size: whole.length,
    slice(start, end) {
      if (start < 0 || start > end || end > whole.length) throw new RangeError('outside the zip')
      return whole.subarray(start, end)
    },
  }
}

/** Lets `use` read a zip on the disk. Throws what opening and reading the file throw. */
export function onDisk<T>(path: string, use: (zip: ZipBytes) => T): T {
  const handle = openSync(path, 'r')
  try {
    const { size } = fstatSync(handle)
    return use({
      size,
      slice(start, end) {
        if (start < 0 || start > end || end > size) throw new RangeError('outside the zip')
        const piece = Buffer.allocUnsafe(end - start)
        for (let got = 0; got < piece.length;) {
          const more = readSync(handle, piece, got, piece.length - got, start + got)
          if (more === 0) throw new RangeError('outside the zip')
          got += more
        }
        return piece
      },
    })
  } finally {
    closeSync(handle)
  }
}
