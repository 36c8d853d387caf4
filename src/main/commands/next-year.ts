import { resolve } from 'node:path'
import type { Lang } from '../../shared/words/say.ts'
import { print } from './terminal.ts'
import { openCollection, withWorkspace } from './workspace.ts'

/**
 * `next-year WORKSPACE --into FOLDER`: next year's collection from this one, with its figures as last
 * year's; prints where it is.
 *
 * @throws CallError no-next-year, cannot-write, those of opening a collection
 */
export async function nextYearCommand(options: {
  workspace: string
  into: string
  lang: Lang
}): Promise<void> {
  const { workspace: path, into, lang } = options
  const made = await withWorkspace(
    'memory',
    async (workspace) => {
      await openCollection(workspace, path, lang)
      await workspace.service.nextYear({})
      return workspace.service.current().store.path
    },
    resolve(into),
  )
  print(`${made}\n`)
}
