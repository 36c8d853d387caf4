import { execFile, execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

function version(): string | null {
  try {
    return execFileSync('soffice', ['--version'], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

/** LibreOffice's version line, null where it is not installed. */
export const LIBREOFFICE = version()

/**
 * A copy of the workbook in which no formula has a stored result, so that whoever opens it must
 * work every one out. Gives the number of results taken away.
 */
export async function withoutResults(path: string, copy: string): Promise<number> {
  let taken = 0
  const parts = unzipSync(await readFile(path))
  for (const [name, bytes] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/') || !name.endsWith('.xml')) continue
    const xml = strFromU8(bytes).replace(/(<\/f>)<v>[^<]*<\/v>/g, (_, formula: string) => {
      taken++
      return formula
    })
    parts[name] = strToU8(xml)
  }
  await writeFile(copy, zipSync(parts))
  return taken
}

/** Opens a workbook in LibreOffice and saves it as xlsx beside it; gives the new file's path. */
export async function resaved(path: string): Promise<string> {
  const out = join(dirname(path), 'resaved')
  const profile = pathToFileURL(join(dirname(path), 'profile')).href
  await promisify(execFile)(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      out,
      path,
    ],
    { timeout: 120_000 },
  )
  return join(out, path.slice(dirname(path).length + 1))
}
