import { STATE_LETTER } from '../../shared/state-letter.ts'
import type { Form } from '../../shared/model.ts'
import { cellIndex, columnOf, joinedColumn } from '../model/list-rows.ts'
import type { ListRows } from '../model/list-rows.ts'
import type { Reading, TableReading } from '../model/reading.ts'
import { personalItems } from './in-items.ts'
import { kindOfColumn, replacing } from './marks.ts'
import type { PersonalKind } from './marks.ts'
import type { StandIns } from './stand-ins.ts'

/**
 * A reading without anybody in it: identity numbers, names and telephone numbers give way to their
 * stand-ins. Figures and everything that is counted from lists stay what they are.
 *
 * @param formOf the forms of the collection, by 表号
 */
export function withoutPersonal(
  reading: Reading,
  formOf: (id: string) => Form | null,
  standIns: StandIns,
): Reading {
  const { tables, ...rest } = reading
  return {
    ...everyText(rest, (text) => replacing(text, (mark) => standIns.of(mark))),
    tables: tables.map((table) => tableWithout(table, formOf(table.form), standIns)),
  }
}

function tableWithout(table: TableReading, form: Form | null, standIns: StandIns): TableReading {
  const kinds = form === null ? [] : personalItems(form)
  const put = (text: string, kind: PersonalKind | null | undefined): string =>
    kind && text !== '' ? standIns.of({ kind, text }) : replacing(text, (mark) => standIns.of(mark))
  const isFigure = (index: number): boolean => table.states[index] === STATE_LETTER.number
  const values = table.values.map((text, index) =>
    isFigure(index) ? text : put(text, kinds[index]),
  )
  const raw = Object.fromEntries(
    Object.entries(table.raw).map(([index, text]) => [
      index,
      isFigure(Number(index)) ? text : put(text, kinds[Number(index)]),
    ]),
  )
  const { list } = table
  const rows = list === undefined || form === null ? undefined : listWithout(list, form, standIns)
  return { ...table, values, raw, ...(rows !== undefined && { list: rows }) }
}

function listWithout(rows: ListRows, form: Form, standIns: StandIns): ListRows {
  const shape = form.list?.columns ?? []
  const kinds = shape.map(kindOfColumn)
  const put = (text: string, column: number): string => {
    const kind = kinds[column]
    if (kind && text !== '') return standIns.of({ kind, text })
    if (shape[column]?.kind === 'number') return text
    return replacing(text, (mark) => standIns.of(mark))
  }
  const columns = rows.columns.map((_, column) =>
    joinedColumn(columnOf(rows, column).map((text) => put(text, column))),
  )
  const raw = Object.fromEntries(
    Object.entries(rows.raw).map(([index, text]) => [
      index,
      put(
        text,
        Number(index) - cellIndex(shape.length, Math.floor(Number(index) / shape.length), 0),
      ),
    ]),
  )
  const skipped = rows.skipped.map((row) => ({
    ...row,
    text: replacing(row.text, (mark) => standIns.of(mark)),
  }))
  return { ...rows, columns, raw, skipped }
}

/** A value with every text in it put anew. */
function everyText<T>(value: T, put: (text: string) => string): T {
  if (typeof value === 'string') return put(value) as T
  if (Array.isArray(value)) return value.map((one: unknown) => everyText(one, put)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, everyText(one as unknown, put)]),
  ) as T
}
