import type { Lang } from '../../shared/words/say.ts'
import { itemsNamed } from '../grants.ts'
import { oneLine, print } from './terminal.ts'
import { openCollection, withWorkspace } from './workspace.ts'

export interface FormsOptions {
  workspace: string
  files: string[]
  /** Kinds of schools that fill the blanks in; none for every school. */
  for: string[]
  reason: string
  lang: Lang
}

/**
 * `forms WORKSPACE [FILE…]`: the forms of a collection, a line each: id, title, blank workbooks, items
 * and doubts, parted by tabs; with files these were taken as further blanks, and all returns read again.
 *
 * @throws CallError bad-blank, no-such-file, those of opening a collection
 */
export async function formsCommand(options: FormsOptions): Promise<void> {
  const { workspace: path, files, for: kinds, reason, lang } = options
  const lines = await withWorkspace('memory', async (workspace) => {
    const { service, ports } = workspace
    const given = files.length === 0 ? [] : await ports.grants.give(await itemsNamed(files))
    await openCollection(workspace, path, lang, given.length > 0 ? 'write' : 'read')
    const concerns = kinds.length > 0 ? kinds : null
    if (given.length > 0) await service.addBlanks({ files: given, concerns, reason })
    const [forms, review] = [await service.forms({}), await service.reviewForms({})]
    const doubts = new Map(review.forms.map((one) => [one.form, one.doubts.length]))
    return forms.map(({ id, title, editions, items }) => [
      id,
      title,
      editions.map(({ workbook }) => workbook).join('、'),
      String(items.length),
      String(doubts.get(id) ?? 0),
    ])
  })
  print(lines.map((line) => `${line.map(oneLine).join('\t')}\n`).join(''))
}
