import { createReadStream } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Writer } from '../../core/ports.ts'
import { writeZip } from '../zip/write-zip.ts'
import { outputFolder } from './output-folder.ts'

/** Lets `fill` write into a folder beside the target, and packs what came of it. */
export const writePacked: Writer['packed'] = async (fill, target) => {
  const folder = await mkdtemp(join(dirname(target), 'results-'))
  try {
    await fill(outputFolder(folder))
    const names = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = names
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
    await writeZip(target, async (take) => {
      for (const file of files) {
        const name = file.slice(folder.length + 1).replaceAll('\\', '/')
        await take(name, createReadStream(file))
      }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
