import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { writeAside } from '../files/aside.ts'

/** Takes one member: its name with "/", and its bytes as they come. */
export type TakeMember = (
  name: string,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
) => Promise<void>

/** What is packed in itself gains nothing by being packed again. */
const PACKED = /\.(?:xlsx|docx|zip)$/iu

/**
 * Writes a zip as its members come, whole or not at all; no member is held in memory as a whole.
 * Workbooks and documents are packed already and stored as they are.
 *
 * @param fill gives the members one after the other
 * @throws CallError cannot-write, or what `fill` throws
 */
export async function writeZip(
  path: string,
  fill: (take: TakeMember) => Promise<void>,
): Promise<void> {
  await writeAside(path, async (stream) => {
    let failed: Error | null = null
    let room = Promise.resolve()
    const zip = new Zip((error, data, last) => {
      if (error !== null) failed = error
      else if (last) room = new Promise((resolve) => stream.end(data, resolve))
      else if (!stream.write(data)) {
        room = new Promise((resolve) => stream.once('drain', () => resolve()))
      }
    })
    await fill(async (name, pieces) => {
      const member = PACKED.test(name) ? new ZipPassThrough(name) : new ZipDeflate(name)
      zip.add(member)
      for await (const piece of pieces) {
        member.push(piece)
        await room
        if (failed !== null) throw failed
      }
      member.push(new Uint8Array(), true)
      await room
    })
    zip.end()
    await room
  })
}
