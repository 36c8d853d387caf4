import type { CellState, Form } from '../../shared/model.ts'
import { stateOf } from '../../shared/state-letter.ts'
import type { Correction } from '../ledger/state.ts'
import type { TableReading } from '../model/reading.ts'

/** A cell's value on one basis. */
export interface CellValue {
  value: string
  state: CellState
}

/** The cells of one table of a school on both bases, by index into Form.items. */
export interface Cells {
  returned: (index: number) => CellValue
  adopted: (index: number) => CellValue
}

/** A cell of a table that has not come. */
const MISSING: CellValue = { value: '', state: 'missing' }

/**
 * The cells of a table that was looked up once.
 *
 * @param put the table as adopted before single cells are corrected: a list whose rows were; the
 *   table itself for all others
 * @param correctionOf the correction of an item, where the school has any; null where it has none
 */
export function cellsOf(
  table: TableReading | null,
  form: Form,
  correctionOf: ((index: number) => Correction | undefined) | null,
  put: TableReading | null = table,
): Cells {
  const valueIn = (of: TableReading | null, index: number): CellValue =>
    of === null ? MISSING : { value: of.values[index] ?? '', state: stateOf(of.states[index]) }
  const returned = (index: number): CellValue => valueIn(table, index)
  return {
    returned,
    adopted:
      correctionOf === null
        ? returned
        : (index) => {
            const now = returned(index)
            const correction = correctionOf(index)
            // It holds as long as the school's figure is the one that was corrected.
            if (correction === undefined || correction.returned !== stamp(now))
              return put === table ? now : valueIn(put, index)
            if (correction.to === '') return { value: '', state: 'blank' }
            const text = form.items[index]?.kind === 'text'
            return { value: correction.to, state: text ? 'text' : 'number' }
          },
  }
}

/** What a correction remembers of the returned cell it was made on. */
export function stamp(returned: CellValue): string {
  return `${returned.state}:${returned.value}`
}
