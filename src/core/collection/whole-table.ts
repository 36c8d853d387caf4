import type { Form, School } from '../../shared/model.ts'
import { STATE_LETTER } from '../../shared/state-letter.ts'
import type { TableReading } from '../model/reading.ts'
import type { Collection } from './collection.ts'

/** States as a table and a line of the grid or workbook write them alike. */
const STATES = new RegExp(`^[${Object.values(STATE_LETTER).join('')}]*$`, 'u')

/**
 * A school's table as returned where it says of every item of the form just what a line of the grid or workbook
 * does, so that a county's figures need not be there twice; null where something is not asked for, or not so
 * written. Whoever asks must leave it as it is.
 */
export function wholeTable(
  collection: Collection,
  school: School,
  form: Form,
): Pick<TableReading, 'values' | 'states'> | null {
  const table = collection.table(school.id, form.id)
  if (table === null) return null
  const whole = (of: { length: number }): boolean => of.length === form.items.length
  const all = [collection.itemsOf(school, form), table.values, table.states].every(whole)
  return all && STATES.test(table.states) ? table : null
}
