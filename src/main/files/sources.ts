import { open, readFile } from 'node:fs/promises'
import type { SourceFile } from '../../core/ports.ts'
import { CallError } from '../../shared/result.ts'
import { belongsToOpen } from '../store/open-here.ts'
import { LIMITS } from '../workbook/limits.ts'
import { ZIP_LIMITS } from '../zip/limits.ts'
import { Parcels } from './parcels.ts'
import { byPath, type FoundFile } from './walk.ts'

/** One byte more than a workbook may have: whoever reads a larger file sees that it is too large. */
const FILE_BYTES = LIMITS.fileBytes + 1

/**
 * What is received with the files found: each file itself, and in place of a zip its members as
 * `x.zip/member`, in order of place. A zip that cannot be opened stays a file of its own; one that
 * is refused, and a member that is, says so when it is read.
 *
 * @param signal ends it between two zips
 * @throws CallError cancelled
 */
export async function sourcesOf(
  found: FoundFile[],
  signal: { cancelled: boolean },
): Promise<SourceFile[]> {
  const parcels = new Parcels(signal)
  const sources: SourceFile[] = []
  for (const file of found) {
    const source = asSource(file)
    const opens = isZip(file.path) && file.size <= ZIP_LIMITS.zipBytes && !belongsToOpen(file.at)
    if (opens) sources.push(...(await parcels.open(source, { at: file.at })))
    else sources.push(source)
  }
  return sources.sort((a, b) => byPath(a.path, b.path))
}

/** Whether a file is taken for a zip of files: by its name, for every .xlsx is a zip too. */
function isZip(path: string): boolean {
  return /\.zip$/iu.test(path)
}

function asSource(file: FoundFile): SourceFile {
  const { path, modifiedAt } = file
  const size = Math.min(file.size, FILE_BYTES)
  return { path, modifiedAt, size, bytes: () => bytesAt(file, FILE_BYTES) }
}

/** Throws CallError no-such-file; open-collection, for a file that must not be opened beside SQLite. */
async function bytesAt(file: FoundFile, most: number): Promise<Uint8Array> {
  if (belongsToOpen(file.at)) throw new CallError('open-collection', { path: file.path })
  try {
    return file.size <= most ? await readFile(file.at) : await beginning(file.at, most)
  } catch {
    throw new CallError('no-such-file', { path: file.path })
  }
}

async function beginning(at: string, most: number): Promise<Uint8Array> {
  const handle = await open(at)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}
