import type { SavedPicture } from '../../shared/shown.ts'
import { writeWholeAside } from '../files/aside.ts'

/** Writes a picture that the interface drew. Throws CallError cannot-write. */
export async function writePicture({ kind, content }: SavedPicture, target: string): Promise<void> {
  await writeWholeAside(target, kind === 'png' ? Buffer.from(content, 'base64') : content)
}
