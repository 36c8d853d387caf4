import { EventEmitter } from 'node:events'
import type { Worksheet } from 'exceljs'
import type { Book } from './sheet.ts'

/**
 * Ends a sheet and waits until it is packed. exceljs takes rows faster than they can be compressed
 * and keeps what waits; waiting once per sheet bounds that to one sheet.
 *
 * @throws TypeError when exceljs packs otherwise than in 4.4
 */
export async function commitSheet(book: Book, sheet: Worksheet): Promise<void> {
  const zip: unknown = 'zip' in book ? book.zip : null
  if (!(zip instanceof EventEmitter)) throw new TypeError('exceljs’s archive emits no events')
  const part = `xl/worksheets/sheet${sheet.id}.xml`
  await new Promise<void>((resolve) => {
    const seen = (entry: { name: string }): void => {
      if (entry.name !== part) return
      zip.off('entry', seen)
      resolve()
    }
    zip.on('entry', seen)
    sheet.commit()
  })
}
