import type { PersonalRow, PersonalView } from '../../shared/personal.ts'
import { countsText, PERSONAL_WORDS } from '../../shared/words/personal.ts'
import type { Lang } from '../../shared/words/say.ts'
import { oneLine, print } from './terminal.ts'
import { openCollection, withWorkspace } from './workspace.ts'

/**
 * `personal WORKSPACE`: identity numbers, names and telephone numbers in a collection, a file a line,
 * masked. With `remove` and a reason they are removed for good.
 *
 * @throws CallError those of opening a collection; reason-missing, nothing-changed, personal-needed
 */
export async function personalCommand(options: {
  workspace: string
  remove: boolean
  reason: string
  lang: Lang
}): Promise<void> {
  const { workspace: path, remove, reason, lang } = options
  const view = await withWorkspace('memory', async (workspace) => {
    await openCollection(workspace, path, lang, remove ? 'write' : 'read')
    const { service } = workspace
    return remove ? service.removePersonal({ reason }) : service.personal({})
  })
  print(linesOf(view, lang))
}

function linesOf({ rows, kept, unread, removed, backups }: PersonalView, lang: Lang): string {
  const words = PERSONAL_WORDS[lang]
  const row = (one: PersonalRow): string => {
    const samples = one.samples.map(({ sheet, cell, text }) => `${sheet}!${cell} ${text}`)
    return [one.path, countsText(lang, one), ...samples].map(oneLine).join('\t')
  }
  const lines = [
    ...rows.map(row),
    ...(kept.length > 0 ? [words.kept] : []),
    ...kept.map(row),
    ...unread.map((one) => `${oneLine(one)}\t${words.unread}`),
    ...(removed > 0 ? [words.removed(removed)] : []),
    ...(rows.length === 0 ? [words.none] : [words.backups(backups)]),
  ]
  return lines.map((line) => `${line}\n`).join('')
}
