import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { Zip, ZipDeflate } from 'fflate'

/** Made on Unix: only then are the rights in the next field heeded. */
const UNIX = 3
/** All members carry one time, so that two builds of one state are the same. */
const TIME = new Date(2026, 0, 1)

/**
 * Packs a folder with what it is called on top.
 *
 * @param top the name of the folder in the zip
 */
export function packFolder(folder: string, top: string, zipPath: string): void {
  const file = openSync(zipPath, 'w')
  try {
    const zip = new Zip((error, data) => {
      if (error !== null) throw error
      writeSync(file, data)
    })
    for (const path of filesIn(folder)) {
      const name = `${top}/${relative(folder, path).split(sep).join('/')}`
      const member = new ZipDeflate(name, { level: 9 })
      member.os = UNIX
      member.attrs = statSync(path).mode << 16
      member.mtime = TIME
      zip.add(member)
      member.push(readFileSync(path), true)
    }
    zip.end()
  } finally {
    closeSync(file)
  }
}

/** Every file below a folder, in one order. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}
