import type { CellState } from '../../shared/model.ts'
import { numberOf } from '../model/number.ts'
import { pastState } from './last-year.ts'
import type { LastYear } from './last-year.ts'

/**
 * One cell of last year as it is shown: what last year's data lack is missing, what says no number
 * is unreadable, and only what was left empty there is blank.
 */
export function pastCell(
  year: LastYear,
  school: string,
  form: string,
  address: string,
): { value: string; state: CellState } {
  switch (pastState(year, school, form, address)) {
    case 'value': {
      const value = year.values.get(school)?.get(address) ?? ''
      return { value, state: numberOf(value) === null ? 'text' : 'number' }
    }
    case 'blank':
      return { value: '', state: 'blank' }
    case 'unknown':
      return {
        value: '',
        state: year.unreadable.get(school)?.has(address) === true ? 'unreadable' : 'missing',
      }
    case null:
      return { value: '', state: 'missing' }
  }
}
