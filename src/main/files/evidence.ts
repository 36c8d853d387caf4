import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Writer } from '../../core/ports.ts'
import { places } from '../places.ts'
import { writeZip } from '../zip/write-zip.ts'
import { outputFolder } from './output-folder.ts'

/** What anybody can check a pack with. */
const SCRIPTS = ['verify.mjs', 'verify.py', '说明.txt']
const RECEIVED = 'received'

/** Lets `fill` write into a folder, adds the scripts and a manifest of hashes, and packs it. */
export const writeEvidencePack: Writer['evidence'] = async (fill, about, target) => {
  const folder = await mkdtemp(join(dirname(target), 'evidence-'))
  try {
    await mkdir(join(folder, RECEIVED))
    await fill(outputFolder(folder), (name, bytes) =>
      writeFile(join(folder, RECEIVED, name), bytes),
    )
    for (const name of SCRIPTS)
      await copyFile(join(places().evidenceFolder, name), join(folder, name))
    const files: Record<string, string> = {}
    const names = await namesIn(folder)
    for (const name of names)
      files[name] = createHash('sha256')
        .update(await readFile(join(folder, name)))
        .digest('hex')
    await writeFile(
      join(folder, 'manifest.json'),
      `${JSON.stringify({ ...about, files }, null, 1)}\n`,
    )
    await writeZip(target, async (take) => {
      for (const name of [...names, 'manifest.json'])
        await take(name, createReadStream(join(folder, name)))
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}
