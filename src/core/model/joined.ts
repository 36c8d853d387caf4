import type { TableReading } from './reading.ts'

/**
 * A table's values as one text, for the way between threads and into the store: one string is
 * cloned and written in a fraction of the time of thousands.
 */
export type JoinedTable = Omit<TableReading, 'values'> & { values: string }

/** No character at all in Unicode, and so in no cell of a workbook. */
const BETWEEN = '\uffff'

export function joinValues(table: TableReading): JoinedTable {
  return { ...table, values: table.values.join(BETWEEN) }
}

export function splitValues(table: JoinedTable): TableReading {
  // A table without items has no values, not one empty value.
  return { ...table, values: table.states === '' ? [] : table.values.split(BETWEEN) }
}
