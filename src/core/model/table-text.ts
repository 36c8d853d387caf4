import type { TableReading } from './reading.ts'

/** A table with its values as one text: one string is written and read in a fraction of the time of thousands. */
type JoinedTable = Omit<TableReading, 'values'> & { values: string | string[] }

/** Delete: within Latin-1, so that a text of digits stays at one byte a character. No keyboard types it. */
const BETWEEN = '\u007f'

/** Texts of tables on their way from the reading thread to the store, which are not written out twice. */
const onTheWay = new WeakMap<TableReading, string>()

/**
 * A table as one text (JSON), as it goes between threads and into the store. Asked for a table
 * that `tableOf` made, it gives that text back once, and lets go of it.
 */
export function textOf(table: TableReading): string {
  const known = onTheWay.get(table)
  if (known !== undefined) {
    onTheWay.delete(table)
    return known
  }
  const { values, states } = table
  // Only a text can hold the separator.
  const apart =
    values.length === 0 || (states.includes('t') && values.some((value) => value.includes(BETWEEN)))
  const joined: JoinedTable = { ...table, values: apart ? values : values.join(BETWEEN) }
  return JSON.stringify(joined)
}

/**
 * The table of a text; its values are parted when first looked at, which for most of a thousand
 * returns is long after they came in. Throws SyntaxError on damaged text.
 *
 * @param keep the text itself will be asked for soon, by `textOf`
 */
export function tableOf(text: string, keep = false): TableReading {
  const { values, ...rest } = JSON.parse(text) as JoinedTable
  let parted = typeof values === 'string' ? null : values
  const table: TableReading = {
    ...rest,
    get values() {
      return (parted ??= String(values).split(BETWEEN).map(shared))
    },
  }
  if (keep) onTheWay.set(table, text)
  return table
}

/** Counts repeat a lot: one string each keeps a thousand returns small. */
const known = new Map<string, string>()
const MOST_KNOWN = 200_000

function shared(value: string): string {
  if (value.length > 12) return value
  const first = known.get(value)
  if (first !== undefined) return first
  if (known.size < MOST_KNOWN) known.set(value, value)
  return value
}
