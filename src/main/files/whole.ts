import { randomBytes } from 'node:crypto'
import { copyFile, open, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { CallError } from '../../shared/result.ts'
import { belongsToOpen } from '../store/open-here.ts'
import { dropHalfMade, moveWhole } from './durable.ts'
import { refuseCollection } from './target.ts'

/**
 * Copies a file so that `target` is either the old one or the whole new one, never a part:
 * written beside it, flushed, then renamed over it.
 *
 * @throws CallError cannot-write, with nothing left behind; over-collection; open-collection
 */
export async function copyWhole(from: string, target: string): Promise<void> {
  if (belongsToOpen(from)) throw new CallError('open-collection', { path: basename(from) })
  refuseCollection(target)
  dropHalfMade(target)
  const beside = `${target}.${randomBytes(4).toString('hex')}.tmp`
  try {
    await copyFile(from, beside)
    const handle = await open(beside, 'r+')
    await handle.sync()
    await handle.close()
    moveWhole(beside, target)
  } catch (error) {
    await rm(beside, { force: true })
    const detail = error instanceof Error && 'code' in error ? String(error.code) : 'copy'
    throw new CallError('cannot-write', { path: target, detail })
  }
}
