import { utf8Bytes } from '../model/utf8-bytes.ts'
import { utf8Text } from '../model/utf8-text.ts'
import { parseItemAddress } from '../model/address.ts'
import type { PastLine, PastTable } from './past-table.ts'
import type { PastNote } from '../../shared/last-year.ts'

/** Schools that became others in the year that is kept, as its own collection says. */
export interface KeptSuccession {
  before: string[]
  now: string[]
  /** Where it is of a year before the one that is kept. */
  year?: number
}

/** How chosen values of last year are kept in the collection file. */
interface Packed {
  version: 2
  tables: PastTable[]
  notes: PastNote[]
  successions?: KeptSuccession[]
}

/** As the program's first versions kept them: values under the addresses of then, without labels. */
interface PackedBefore {
  version: 1
  names: Record<string, string>
  values: Record<string, Record<string, string>>
}

/** Last year's tables as bytes to keep: the same tables give the same bytes. */
export function packLastYear(
  tables: PastTable[],
  notes: PastNote[],
  successions: KeptSuccession[] = [],
): Uint8Array {
  const packed: Packed = {
    version: 2,
    tables,
    notes,
    ...(successions.length > 0 && { successions }),
  }
  return utf8Bytes(JSON.stringify(packed, (_, value: unknown) => value ?? null))
}

/** What `packLastYear`, or the versions before it, packed. */
export function unpackLastYear(bytes: Uint8Array): {
  tables: PastTable[]
  notes: PastNote[]
  successions?: KeptSuccession[]
} {
  const packed = JSON.parse(utf8Text(bytes)) as Packed | PackedBefore
  if (packed.version === 1) return { tables: tablesOf(packed), notes: [] }
  const tables = packed.tables.map((table) => ({
    ...table,
    lines: table.lines.map((line) => ({
      ...line,
      cells: line.cells.map((cell) => cell ?? undefined),
    })),
  }))
  const { notes, successions } = packed
  return { tables, notes, ...(successions !== undefined && { successions }) }
}

function tablesOf({ values, names }: PackedBefore): PastTable[] {
  const tables = new Map<string, PastTable>()
  const columns = new Map<string, { table: PastTable; at: number }>()
  for (const own of Object.values(values)) {
    for (const address of Object.keys(own)) {
      const item = parseItemAddress(address)
      if (item === null || columns.has(address)) continue
      const table = tables.get(item.form) ?? { form: item.form, sheet: '', items: [], lines: [] }
      tables.set(item.form, table)
      columns.set(address, { table, at: table.items.length })
      table.items.push({ row: item.row, column: item.column, labels: [], at: table.items.length })
    }
  }
  for (const [school, own] of Object.entries(values)) {
    const lines = new Map<PastTable, PastLine>()
    for (const [address, value] of Object.entries(own)) {
      const place = columns.get(address)
      if (place === undefined) continue
      const line = lines.get(place.table) ?? lineOf(place.table, school, names[school] ?? '')
      lines.set(place.table, line)
      line.cells[place.at] = { kind: 'text', value }
    }
  }
  return [...tables.values()]
}

function lineOf(table: PastTable, school: string, name: string): PastLine {
  const line: PastLine = {
    at: table.lines.length,
    school,
    name,
    said: {},
    cells: table.items.map(() => undefined),
  }
  table.lines.push(line)
  return line
}
