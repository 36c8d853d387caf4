import { particularsOf } from '../../shared/register.ts'
import type { Particulars } from '../../shared/register.ts'
import type { Lang } from '../../shared/words/say.ts'
import { PARTICULARS } from './particular-names.ts'
import { openCollection, withWorkspace } from './workspace.ts'
import { print } from './terminal.ts'

/**
 * `particulars WORKSPACE`: what the collection is called and its dates, a line each, name and text
 * parted by a tab; after they were changed where `set` says so.
 *
 * @throws CallError untitled, bad-date, nothing-changed, reason-missing, those of opening a collection
 */
export async function particularsCommand(options: {
  workspace: string
  set: Partial<Particulars>
  reason: string
  lang: Lang
}): Promise<void> {
  const { workspace: path, set, reason, lang } = options
  const now = await withWorkspace('memory', async (workspace) => {
    const { service } = workspace
    const changes = Object.keys(set).length > 0
    await openCollection(workspace, path, lang, changes ? 'write' : 'read')
    const before = particularsOf(await service.overview({}))
    if (!changes) return before
    const particulars = { ...before, ...set }
    return particularsOf(await service.editParticulars({ particulars, reason }))
  })
  print(PARTICULARS.map(([name, field]) => `${name}\t${now[field]}`.trimEnd() + '\n').join(''))
}
