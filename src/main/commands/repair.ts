import { existsSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { repaired } from '../../core/service/collections/repair.ts'
import { CallError } from '../../shared/result.ts'
import type { Wholeness } from '../../shared/repair.ts'
import type { Lang } from '../../shared/words/say.ts'
import { wholenessLines } from '../../shared/words/wholeness.ts'
import { isOpenHere } from '../store/open-here.ts'
import { inspect } from '../store/repair.ts'
import { withWorkspace } from './workspace.ts'
import { print } from './terminal.ts'

/**
 * `inspect FILE`: how whole a collection is, part by part; nothing is written.
 *
 * @throws CallError no-such-file, nothing-to-save
 */
export async function inspectCommand(options: { file: string; lang: Lang }): Promise<void> {
  const path = fileAt(options.file)
  const found = inspect(path)
  if (found === null) throw new CallError('nothing-to-save', { path: basename(path) })
  say(found, options.lang)
}

/**
 * `repair FILE --out NEW`: what is whole of a collection, saved into a new one; what was lost is said.
 *
 * @throws CallError no-such-file, nothing-to-save, collection-exists, cannot-write
 */
export async function repairCommand(options: {
  file: string
  out: string
  lang: Lang
}): Promise<void> {
  const path = fileAt(options.file)
  const found = await withWorkspace('memory', ({ ports }) =>
    repaired(ports, path, resolve(options.out), basename(path, '.huishu')),
  )
  say(found, options.lang)
}

function fileAt(file: string): string {
  const path = resolve(file)
  if (!existsSync(path) || isOpenHere(path)) throw new CallError('no-such-file', { path: file })
  return path
}

function say(found: Wholeness, lang: Lang): void {
  print(
    wholenessLines(lang, found)
      .map((line) => `${line}\n`)
      .join(''),
  )
}
