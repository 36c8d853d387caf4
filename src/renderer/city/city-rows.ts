import type { CityLine, CitySchool } from '../../shared/city.ts'
import { UNSAID } from '../../shared/rollup.ts'
import { NOT_ASKED, STATE_LETTER } from '../../shared/state-letter.ts'
import type { ListRow } from '../grid/row.ts'

/** A county, a group or the city as a row of figures: what nobody is asked for has none, what nobody said is missing. */
export function rowOfLine(
  { key, name, city, values, schools, asked }: CityLine,
  level: 'school' | 'county',
): ListRow {
  const states = values.map((value, at) =>
    (asked[at] ?? 0) === 0 ? NOT_ASKED : value === '' ? STATE_LETTER.missing : STATE_LETTER.number,
  )
  const most = (list: readonly number[]): number => Math.max(0, ...list)
  return {
    id: level === 'county' ? 'total' : key,
    key,
    name,
    group: cityText(city),
    level,
    values: values.map((value, at) => (states[at] === NOT_ASKED ? '' : value)),
    states: states.join(''),
    adopted: [],
    schools: most(schools),
    expected: most(asked),
  }
}

/** A city's name; nothing where nobody said it. */
export function cityText(city: string): string {
  return city === UNSAID ? '' : city
}

/** A school of a county as a row of figures. */
export function rowOfSchool({ school, code, name, values, states }: CitySchool): ListRow {
  return {
    id: school,
    key: school,
    name,
    group: code,
    level: 'school',
    values,
    states: states.map((one) => (one === null ? NOT_ASKED : STATE_LETTER[one])).join(''),
    adopted: [],
    schools: 1,
    expected: 1,
  }
}
