import type { SavedPicture } from '../../shared/shown.ts'
import { writeAside } from '../files/aside.ts'

/** Writes a picture that the interface drew. Throws CallError cannot-write. */
export async function writePicture({ kind, content }: SavedPicture, target: string): Promise<void> {
  const bytes = Buffer.from(content, kind === 'png' ? 'base64' : 'utf8')
  await writeAside(target, async (stream) => {
    await new Promise<void>((resolve) => stream.end(bytes, resolve))
  })
}
