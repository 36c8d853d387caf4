import type { Earlier } from '../../shared/last-year.ts'
import { faultText } from '../../shared/words/faults.ts'
import type { Lang } from '../../shared/words/say.ts'
import { itemsNamed } from '../grants.ts'
import { oneLine, print, tell } from './terminal.ts'
import { openCollection, withWorkspace } from './workspace.ts'

export interface PriorOptions {
  workspace: string
  file: string | undefined
  of: Earlier
  remove: boolean
  reason: string
  lang: Lang
}

/**
 * `prior WORKSPACE [FILE]`: the values of earlier periods that a collection has, a line each: period,
 * where they come from, reporters, the period that stands in, parted by tabs; after the file was taken
 * for one of them, or one was taken out. What of the file could not be used goes to stderr.
 *
 * @throws CallError bad-prior, nothing-changed, no-such-file, those of opening a collection
 */
export async function priorCommand(options: PriorOptions): Promise<void> {
  const { workspace: path, file, of, remove, reason, lang } = options
  const { lists, left } = await withWorkspace('memory', async (workspace) => {
    const { service, ports } = workspace
    const given = file === undefined ? [] : await ports.grants.give(await itemsNamed([file]))
    const changes = remove || file !== undefined
    await openCollection(workspace, path, lang, changes ? 'write' : 'read')
    const [one] = given
    if (one !== undefined)
      await service.chooseLastYear({ grant: one.grant, path: one.path, of, reason })
    else if (remove) await service.dropLastYear({ of, reason })
    const { faults } = await service.findings({ basis: 'adopted' })
    return {
      lists: await service.earlierLists({}),
      left: changes ? faults.filter(({ kind }) => kind === 'prior') : [],
    }
  })
  for (const fault of left) tell(`${oneLine(faultText(lang, fault))}\n`)
  const lines = lists.map(({ of: period, source, schools, standIn }) =>
    [period, source, source === '' ? '' : String(schools), standIn ?? '']
      .map(oneLine)
      .join('\t')
      .trimEnd(),
  )
  print(lines.map((line) => `${line}\n`).join(''))
}
