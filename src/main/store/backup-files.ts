import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BackupRow } from '../../shared/backups.ts'

/** A backup where it lies. */
export interface BackupFile extends BackupRow {
  path: string
}

const NAME =
  /^(?<title>.*) (?<day>\d{4}-\d\d-\d\d) (?<time>\d{6}) (?<lines>\d+)条(?<before> 恢复前)?\.huishu$/u

/** What the folder of a collection's backups is called, beside it and in the second folder. */
export const backupFolder = (path: string): string =>
  join(dirname(path), `${basename(path, '.huishu')}.备份`)

/** The same in a folder of a person's choice. */
export const secondFolder = (path: string, second: string): string =>
  join(second, basename(backupFolder(path)))

/** A backup's file name: title, local time, entries; what it was replaced by is told apart. */
export function backupName(path: string, now: string, lines: number, before = false): string {
  const at = new Date(now)
  const two = (n: number): string => String(n).padStart(2, '0')
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-')
  const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join('')
  const title = basename(path, '.huishu')
  return `${title} ${day} ${time} ${String(lines)}条${before ? ' 恢复前' : ''}.huishu`
}

/** The backups of a collection in one folder, newest first; none where the folder is not there. */
export function backupsIn(folder: string, title: string, where: BackupRow['where']): BackupFile[] {
  return namesIn(folder)
    .flatMap((name): BackupFile[] => {
      const said = NAME.exec(name)?.groups
      const info = statSync(join(folder, name), { throwIfNoEntry: false })
      if (said === undefined || said['title'] !== title || info?.isFile() !== true) return []
      const [hours, minutes, seconds] = said['time']?.match(/\d\d/gu) ?? []
      const at = new Date(`${said['day'] ?? ''}T${[hours, minutes, seconds].join(':')}`)
      if (Number.isNaN(at.getTime())) return []
      return [
        {
          id: `${where}/${name}`,
          where,
          at: at.toISOString(),
          lines: Number(said['lines']),
          size: info.size,
          before: said['before'] !== undefined,
          path: join(folder, name),
        },
      ]
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.lines - a.lines))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
