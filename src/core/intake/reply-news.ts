import type { Form } from '../../shared/model.ts'
import { itemAddress } from '../model/address.ts'
import { columnOf } from '../model/list-rows.ts'
import type { ListRows } from '../model/list-rows.ts'
import { STATE_LETTER } from '../../shared/state-letter.ts'
import type { TableReading } from '../model/reading.ts'
import type { StoredFile } from '../ports.ts'

/** What a reply's return says otherwise than the return that was sent to the school with the questions. */
export interface ReplyNews {
  count: number
  /** Address of the first such cell; the form's number where a whole table is new. */
  sample: string
}

/**
 * Compares the return in a reply, table by table, with what was sent: known by the hash of the
 * file it came from, else the school's other returns; a table like any of those says nothing new.
 *
 * @param others the school's files that are no replies, counted or not
 */
export function newsOf(reply: StoredFile, others: StoredFile[], forms: Form[]): ReplyNews {
  const sent = new Map(reply.reading.reply?.sent.map(({ form, file }) => [form, file]) ?? [])
  const news: ReplyNews = { count: 0, sample: '' }
  for (const table of reply.reading.tables) {
    const asSent = others.filter((file) => file.sha256 === sent.get(table.form))
    const before = (asSent.length > 0 ? asSent : others).flatMap((file) =>
      file.reading.tables.filter((one) => one.form === table.form),
    )
    const changed = before.map((one) => changedItems(table, one))
    const [least] = changed.toSorted((a, b) => a.length - b.length)
    if (least === undefined) {
      const { list, values } = table
      news.count += list?.rowAt.length ?? values.filter((value) => value !== '').length
      news.sample ||= table.form
    } else if (least.length > 0) {
      news.count += least.length
      const first = table.list === undefined ? (least[0] ?? 0) : 0
      news.sample ||= addressAt(table.form, first, forms)
    }
  }
  return news
}

/** Indices of the items that differ; of unreadable ones, what was typed counts. */
function changedItems(table: TableReading, before: TableReading): number[] {
  if (table.list !== undefined) return changedRows(table.list, before.list)
  const said = (one: TableReading, index: number): string => {
    const state = one.states[index] ?? ''
    return `${state}:${state === STATE_LETTER.unreadable ? (one.raw[index] ?? '') : (one.values[index] ?? '')}`
  }
  return table.values.flatMap((_, index) =>
    said(table, index) === said(before, index) ? [] : [index],
  )
}

/** Rows of a list that differ, by their number from 0. */
function changedRows(now: ListRows, before: ListRows | undefined): number[] {
  const rowOf = (rows: ListRows | undefined, row: number): string =>
    (rows?.columns ?? []).map((_, at) => (rows ? columnOf(rows, at)[row] : '') ?? '').join('|')
  const most = Math.max(now.rowAt.length, before?.rowAt.length ?? 0)
  return Array.from({ length: most }, (_, row) => row).filter(
    (row) => rowOf(now, row) !== rowOf(before, row),
  )
}

function addressAt(id: string, index: number, forms: Form[]): string {
  const form = forms.find((one) => one.id === id)
  const item = form?.items[index]
  if (form === undefined || item === undefined) return id
  const [row, column] = [form.rows[item.row], form.columns[item.column]]
  return itemAddress(id, row?.code ?? '', column?.code ?? '')
}
