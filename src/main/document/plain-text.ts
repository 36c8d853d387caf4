import { writeAside } from '../files/aside.ts'

/** Writes a text in UTF-8. Throws CallError cannot-write. */
export async function writeText(text: string, target: string): Promise<void> {
  await writeAside(target, async (stream) => {
    await new Promise<void>((resolve) => stream.end(text, 'utf8', resolve))
  })
}
