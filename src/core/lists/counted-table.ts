import type { Form } from '../../shared/model.ts'
import { STATE_LETTER } from '../../shared/state-letter.ts'
import type { TableReading } from '../model/reading.ts'
import { countRows } from './count-rows.ts'
import type { Elsewhere } from './once.ts'

/** Figures brought into another unit that are shown; all are converted. */
const SHOWN = 5

/**
 * A school's list as a table: the figures that the collection counts from its rows. A list that was
 * sent with nothing in it counts 0. Figures that cannot be told say how many rows are open.
 *
 * @param elsewhere rows that count with others, of all returns; null where nothing counts but once
 */
export function countedTable(
  table: TableReading,
  form: Form,
  referenceDate: string,
  elsewhere: Elsewhere | null = null,
): TableReading {
  const { list } = table
  const { list: shape } = form
  if (list === undefined || shape === undefined) return table
  const counted = shape.counts.map((count) =>
    countRows(list, shape, count, referenceDate, elsewhere?.of(list, count)),
  )
  const raw: Record<number, string> = {}
  const cleanings: TableReading['cleanings'] = {}
  counted.forEach(({ state, open, converted }, index) => {
    if (state === 'unreadable') raw[index] = `${String(open)}行无法判定`
    if (converted === undefined) return
    raw[index] = [...converted.slice(0, SHOWN), ...(converted.length > SHOWN ? ['…'] : [])].join(
      '、',
    )
    cleanings[index] = ['unit-converted']
  })
  return {
    ...table,
    rowAt: shape.counts.map(() => -1),
    columnAt: [-1],
    states: counted.map(({ state }) => STATE_LETTER[state]).join(''),
    values: counted.map(({ value }) => value),
    raw,
    cleanings,
  }
}
