import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { Transform } from 'node:stream'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Largest JSON body: a pasted range of 200,000 cells fits. */
export const MOST_JSON = 8 * 1024 * 1024
/** Largest single upload. */
export const MOST_UPLOAD = 64 * 1024 * 1024

/** A request's body is longer than allowed; answered with 413. */
export class BodyTooLarge extends Error {}

/**
 * The body as text. Throws BodyTooLarge beyond `most` bytes. What is too much is read and dropped:
 * a connection cut in the middle would hide the answer from the page.
 */
export async function textBody(request: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length <= most) chunks.push(chunk)
    else chunks.length = 0
  }
  if (length > most) throw new BodyTooLarge()
  return Buffer.concat(chunks).toString('utf8')
}

/** Streams the body into a new file. Throws BodyTooLarge beyond `most` bytes, with no file left. */
export async function fileBody(request: Readable, path: string, most: number): Promise<void> {
  let length = 0
  const limit = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length
      if (length > most) done()
      else done(null, chunk)
    },
  })
  try {
    await pipeline(request, limit, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    // Half of a file is nothing, and nobody asks for it again.
    await rm(path, { force: true })
    throw error
  }
  if (length <= most) return
  await rm(path, { force: true })
  throw new BodyTooLarge()
}
