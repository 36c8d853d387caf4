import { open, readFile } from 'node:fs/promises'
import type { SourceFile } from '../../core/ports.ts'
import { CallError } from '../../shared/result.ts'
import { belongsToOpen } from '../store/open-here.ts'
import { byPath, type FoundFile } from './walk.ts'
import { LIMITS } from '../workbook/limits.ts'
import { zipMembers, type ZipMember } from './zip.ts'

/** Beyond this a zip is not opened: a thousand returns are a quarter of it. */
const ZIP_BYTES = 256 * 1024 * 1024
/** One byte more than a workbook may have: whoever reads a larger file sees that it is too large. */
const FILE_BYTES = LIMITS.fileBytes + 1
/** A zip inside a zip is opened (parcels of parcels happen), one inside that is not. */
const DEPTH = 2

/**
 * What is received with the files found: each file itself, and in place of a zip its members as
 * `x.zip/member`, in order of place. A zip that cannot be opened stays a file of its own.
 */
export async function sourcesOf(found: FoundFile[]): Promise<SourceFile[]> {
  const sources: SourceFile[] = []
  for (const file of found) {
    if (isZip(file.path) && file.size <= ZIP_BYTES && !belongsToOpen(file.at)) {
      sources.push(...opened(asSource(file), await bytesAt(file, ZIP_BYTES), DEPTH))
    } else {
      sources.push(asSource(file))
    }
  }
  return sources.sort((a, b) => byPath(a.path, b.path))
}

function isZip(path: string): boolean {
  return /\.zip$/iu.test(path)
}

function asSource(file: FoundFile): SourceFile {
  return { path: file.path, modifiedAt: file.modifiedAt, bytes: () => bytesAt(file, FILE_BYTES) }
}

function opened(self: SourceFile, bytes: Uint8Array, depth: number): SourceFile[] {
  const members = zipMembers(bytes)
  // A workbook renamed to .zip is a workbook; an empty or broken zip gets its verdict as a file.
  const workbook = members?.some((member) => member.name === '[Content_Types].xml')
  if (members === null || members.length === 0 || workbook === true) return [self]
  return members.flatMap((member) => {
    const source = fromMember(self.path, member)
    return isZip(member.name) && depth > 1 ? opened(source, member.bytes(), depth - 1) : [source]
  })
}

function fromMember(zip: string, member: ZipMember): SourceFile {
  return {
    path: `${zip}/${member.name}`,
    modifiedAt: member.modifiedAt,
    bytes: () => Promise.resolve(member.bytes()),
  }
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
