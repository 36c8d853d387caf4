import { resolve } from 'node:path'
import type { BackupDifference, BackupRow } from '../../shared/backups.ts'
import { entryText } from '../../shared/words/entries.ts'
import { minute } from '../../shared/words/read-only.ts'
import type { Lang } from '../../shared/words/say.ts'
import { oneLine, print } from './terminal.ts'
import { openCollection, withWorkspace } from './workspace.ts'

const WORDS = {
  zh: { lacking: '将没有', more: '另有', file: '将没有文件', cell: '核定数', before: '恢复前' },
  en: {
    lacking: 'would lack',
    more: 'has',
    file: 'would lack file',
    cell: 'adopted',
    before: 'before',
  },
}

/**
 * `backup WORKSPACE`: makes a backup, reads it through, and prints all there are, newest first:
 * id, time, entries, bytes, parted by tabs. `list` only prints; `to` chooses the second folder.
 *
 * @throws CallError those of opening a collection, cannot-write, backup-damaged, no-such-folder
 */
export async function backupCommand(options: {
  workspace: string
  list: boolean
  to?: string
  lang: Lang
}): Promise<void> {
  const { workspace: path, list, to, lang } = options
  const rows = await withWorkspace('memory', async ({ service, ports }) => {
    const grant = ports.grants.collectionGrant(resolve(path))
    if (to !== undefined) ports.backups.setSecond(to === '' ? '' : resolve(to))
    if (list) return (await service.backups({ grant })).rows
    await openCollection({ service, ports }, path, lang, 'write')
    return (await service.backUp({})).rows
  })
  print(rows.map((row) => `${rowLine(row, lang)}\n`).join(''))
}

function rowLine(row: BackupRow, lang: Lang): string {
  const before = row.before ? WORDS[lang].before : ''
  return [row.id, minute(row.at), String(row.lines), String(row.size), before].join('\t').trimEnd()
}

/**
 * `restore WORKSPACE ID`: what a backup has otherwise than the collection, a line each; with a reason
 * it takes the collection's place, which is kept beside the backups.
 *
 * @throws CallError no-such-backup, collection-in-use, cannot-write
 */
export async function restoreCommand(options: {
  workspace: string
  id: string
  reason: string
  lang: Lang
}): Promise<void> {
  const { workspace: path, id, reason, lang } = options
  const lines = await withWorkspace('memory', async (workspace) => {
    const { service, ports } = workspace
    const grant = ports.grants.collectionGrant(resolve(path))
    if (reason !== '') {
      await service.restoreBackup({ grant, id, reason })
      return []
    }
    await openCollection(workspace, path, lang)
    return differenceLines(await service.backupDifference({ id }), lang)
  })
  print(lines.map((line) => `${oneLine(line)}\n`).join(''))
}

function differenceLines(found: BackupDifference, lang: Lang): string[] {
  const words = WORDS[lang]
  const entry = (word: string) => (one: (typeof found.lacking)[number]) =>
    `${word} ${minute(one.at)} ${entryText(lang, one.says)}`
  return [
    ...found.lacking.map(entry(words.lacking)),
    ...found.more.map(entry(words.more)),
    ...found.files.map((file) => `${words.file} ${file}`),
    ...found.cells.map(
      ({ name, item, now, backup }) => `${words.cell} ${name} ${item} ${now} → ${backup}`,
    ),
  ]
}
