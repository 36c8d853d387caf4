import { randomBytes } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { CallError } from '../../shared/result.ts'
import { dropHalfMade, moveWhole } from './durable.ts'
import { refuseCollection } from './target.ts'

const CHUNK = 1 << 20

/**
 * Writes text piece by piece beside `target`, flushes it and renames it over, so that a stop at
 * any moment leaves the old file or the whole new one.
 *
 * @throws CallError cannot-write; over-collection; cancelled when `signal` says so; nothing is left behind then
 */
export async function writeWhole(
  target: string,
  pieces: Iterable<string>,
  signal: { cancelled: boolean },
): Promise<void> {
  refuseCollection(target)
  dropHalfMade(target)
  const beside = `${target}.${randomBytes(4).toString('hex')}.tmp`
  try {
    const handle = await open(beside, 'wx')
    try {
      let buffer = ''
      for (const piece of pieces) {
        buffer += piece
        if (buffer.length < CHUNK) continue
        if (signal.cancelled) throw new CallError('cancelled')
        await handle.appendFile(buffer, 'utf8')
        buffer = ''
      }
      await handle.appendFile(buffer, 'utf8')
      await handle.sync()
    } finally {
      await handle.close()
    }
    moveWhole(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    if (error instanceof CallError) throw error
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CallError('cannot-write', { path: target, detail })
  }
}
