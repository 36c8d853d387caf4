import type { ReadOutcome } from '../../core/model/sheet.ts'

type Failure = Extract<ReadOutcome, { ok: false }>

/** Thrown inside the readers for bytes that give no workbook; `readWorkbook` turns it into a ReadOutcome. */
export class Unreadable extends Error {
  readonly code: Failure['code']
  readonly detail: string

  /** @param detail what the bytes are or where they break, in a word or two */
  constructor(code: Failure['code'], detail = '') {
    super(`${code} ${detail}`)
    this.name = 'Unreadable'
    this.code = code
    this.detail = detail
  }
}
