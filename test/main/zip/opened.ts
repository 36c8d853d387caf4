import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SourceFile } from '../../../src/core/ports.ts'
import { sourcesOf } from '../../../src/main/files/sources.ts'
import { filesAt } from '../../../src/main/files/walk.ts'

/** What came of a file of an intake: its content, and what was the matter with it. */
export interface Opened {
  path: string
  modifiedAt: string | null
  text: string
  code: string | null
  zip: unknown
}

/** The files of one intake received as all intakes are: zips opened, members read. */
export async function opened(
  files: Record<string, Uint8Array>,
  signal = { cancelled: false },
): Promise<Opened[]> {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-zips-'))
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
    const all: Opened[] = []
    for (const source of await sourcesOf(await filesAt(folder, ''), signal))
      all.push(await read(source))
    return all
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function read(source: SourceFile): Promise<Opened> {
  const text = Buffer.from(await source.bytes()).toString('utf8')
  const reason = source.refused?.() ?? null
  const { path, modifiedAt } = source
  return { path, modifiedAt, text, code: reason?.code ?? null, zip: reason?.params['zip'] }
}
