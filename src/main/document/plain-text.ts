import { writeWholeAside } from '../files/aside.ts'

/** Writes a text in UTF-8. Throws CallError cannot-write. */
export async function writeText(text: string, target: string): Promise<void> {
  await writeWholeAside(target, text)
}
