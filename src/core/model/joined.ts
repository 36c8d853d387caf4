import type { TableReading } from './reading.ts'

/**
 * A table's values as one text, for the way between threads and into the store: one string is
 * cloned and written in a fraction of the time of thousands. Values that hold the separator
 * themselves, which no keyboard types, stay apart.
 */
export type JoinedTable = Omit<TableReading, 'values'> & { values: string | string[] }

/** Delete: within Latin-1, so that a text of digits stays at one byte a character. */
const BETWEEN = '\u007f'

export function joinValues(table: TableReading): JoinedTable {
  const { values } = table
  const apart = values.length === 0 || values.some((value) => value.includes(BETWEEN))
  return { ...table, values: apart ? values : values.join(BETWEEN) }
}

export function splitValues(table: JoinedTable): TableReading {
  const { values } = table
  return { ...table, values: typeof values === 'string' ? values.split(BETWEEN) : values }
}
