import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { ownAnchors } from '../../core/collection/own-anchors.ts'
import { CallError } from '../../shared/result.ts'
import type { Anchor } from '../../shared/verify.ts'
import type { Lang } from '../../shared/words/say.ts'
import { verificationLines } from '../../shared/words/verify.ts'
import { print } from './terminal.ts'
import { openCollection, withWorkspace } from './workspace.ts'

/**
 * `verify WORKSPACE [--against FILE…]`: holds a collection against its record, and against ends of its
 * chain kept elsewhere: by this machine, beside its backups, and in workbooks exported from it.
 *
 * @returns whether nothing was found; each trouble is printed, a line each
 * @throws CallError those of opening a collection, no-such-file, no-anchor
 */
export async function verifyCommand(options: {
  workspace: string
  against: string[]
  lang: Lang
}): Promise<boolean> {
  const { workspace: path, against, lang } = options
  // Waiting between two pieces keeps no program alive by itself.
  const alive = setInterval(() => undefined, 60_000)
  const found = await withWorkspace('memory', async (workspace) => {
    await openCollection(workspace, path, lang)
    const { collection } = workspace.service.current().store.chain()
    const also = await Promise.all(against.map((file) => anchorIn(resolve(file), collection)))
    const kept = ownAnchors(workspace.service.current())
    return workspace.service.verifyAgainst([...kept, ...also])
  }).finally(() => clearInterval(alive))
  print(
    verificationLines(lang, found)
      .map((line) => `${line}\n`)
      .join(''),
  )
  return found.troubles.length === 0
}

const WRITTEN = /(?:第 |link )(\d{1,9})(?: 环)? ([0-9a-f]{64})/u
/** A cover is small; what says it is larger is not opened. */
const MOST_BYTES = 512 * 2 ** 20

/** The end of the chain as written on the cover of an exported workbook. */
async function anchorIn(path: string, collection: string): Promise<Anchor> {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) throw new CallError('no-such-file', { path: basename(path) })
  for (const text of textsOf(bytes)) {
    const [, links, head] = WRITTEN.exec(text) ?? []
    if (links !== undefined && head !== undefined)
      return { collection, links: Number(links), head, at: '', where: basename(path) }
  }
  throw new CallError('no-anchor', { path: basename(path) })
}

function textsOf(bytes: Uint8Array): string[] {
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) =>
        originalSize < MOST_BYTES && /^xl\/(?:sharedStrings|worksheets\/sheet1)\.xml$/u.test(name),
    })
    return Object.values(parts).map((part) => strFromU8(part))
  } catch {
    return []
  }
}
