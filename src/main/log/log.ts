import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../core/ports.ts'
import { appendLine, type Room } from './rotating-file.ts'
import { codeAndStack, plainWhere, type LogRecord } from './record.ts'

const ROOM: Room = { files: 5, bytes: 1_000_000 }
/** Most characters of one line; a stack of long names is cut there. */
const LONGEST_LINE = 20_000

/**
 * The program's log: a folder `log` beside the collections, one JSON record a line, five files of
 * a megabyte at most. It is made to be handed over, so it holds no figure, no name of a school or
 * person and no path of the machine: of an error only its code and where in the program it was
 * thrown (see record.ts). Writing never throws; a full or missing disk costs the line, nothing else.
 *
 * @param place dataFolder: where collections are kept; show: opens a folder on the screen, where the host can
 */
export function createLog(place: {
  dataFolder: string
  version: string
  room?: Room
  show?: (folder: string) => Promise<boolean>
}): Log {
  const folder = join(place.dataFolder, 'log')
  return {
    write(level, where, error) {
      try {
        const record: LogRecord = {
          time: new Date().toISOString(),
          level,
          version: place.version,
          where: plainWhere(where),
          ...codeAndStack(error),
        }
        while (record.stack.length > 0 && JSON.stringify(record).length > LONGEST_LINE)
          record.stack.pop()
        appendLine(folder, JSON.stringify(record), place.room ?? ROOM)
      } catch {
        // Who has no room for the log has other worries; the work goes on.
      }
    },
    async show() {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        return { folder, opened: (await place.show?.(folder)) ?? false }
      } catch {
        return { folder, opened: false }
      }
    },
  }
}
