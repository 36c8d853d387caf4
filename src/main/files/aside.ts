import { createWriteStream } from 'node:fs'
import type { WriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { CallError } from '../../shared/result.ts'
import { dropHalfMade, moveWhole } from './durable.ts'
import { refuseCollection } from './target.ts'

/**
 * Writes a file beside its place and moves it there when it is whole and on the disk, so that
 * whoever finds `target` finds a complete file; a failed or cancelled write leaves nothing.
 *
 * @param work fills the stream and resolves when it has ended it
 * @throws CallError cannot-write with the file's name and the system's code, or what `work` throws
 */
export async function writeAside(
  target: string,
  work: (stream: WriteStream) => Promise<void>,
): Promise<void> {
  const part = `${target}.part`
  // Also the one beside: what is written there would go through a link of that name.
  for (const path of [target, part]) refuseCollection(path)
  dropHalfMade(target)
  const stream = createWriteStream(part, { flush: true })
  const closed = new Promise<void>((resolve) => stream.once('close', resolve))
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  // Kept from being reported as unhandled when the work fails first.
  failed.catch(() => undefined)
  try {
    await Promise.race([work(stream), failed])
    await Promise.race([closed, failed])
    moveWhole(part, target)
  } catch (error) {
    stream.destroy()
    await closed
    await rm(part, { force: true })
    throw asCallError(error, target)
  }
}

/** The same for what is there whole already. */
export async function writeWholeAside(target: string, content: Uint8Array | string): Promise<void> {
  await writeAside(target, async (stream) => {
    await new Promise<void>((resolve) => stream.end(content, resolve))
  })
}

function asCallError(error: unknown, target: string): unknown {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return error
  return new CallError('cannot-write', { path: basename(target), detail: String(error.code) })
}
