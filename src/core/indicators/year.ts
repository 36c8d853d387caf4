import type { Past } from '../../shared/period.ts'
import type { ExternalLack } from '../../shared/lack.ts'
import type { Form } from '../../shared/model.ts'
import type { SchoolFigures } from '../rules/figures.ts'
import type { Num } from '../model/number.ts'

/** The schools of one year as indicators see them. */
export interface Year {
  /** Which schools and figures these are: what is remembered of one year is not taken for another. */
  name: 'returned' | 'adopted' | 'before' | Past
  forms: Form[]
  /** One and the same function as long as forms and register stay: expressions made ready are kept by it. */
  form: (id: string) => Form | null
  hasAttribute: (name: string) => boolean
  /** Schools whose return is in: what is summed and counted by figures. */
  reporting: SchoolFigures[]
  /** Schools of the register: what is counted as 学校. */
  register: SchoolFigures[]
  /** A figure from another office; null when there is none of that name. */
  external: (name: string) => Num | null
  /** Why there is none of that name. */
  externalLack: (name: string) => ExternalLack
  /** Its unit as written; "" where none is given, or there is no such figure. */
  externalUnit: (name: string) => string
  /**
   * Whether the data of that year have the item at all; absent where they do by nature. What they
   * lack makes an indicator undefined, never 0.
   */
  covers?: (form: Form, index: number) => boolean | 'twice'
  /** Schools whose figure of an item the data of that year lost; absent where they lose none by nature. */
  lost?: (form: Form, index: number) => Lost
  /** Likewise of an earlier period, as seen from that year. */
  lostBefore?: (form: Form, index: number, past?: Past) => Lost
  /**
   * Whether the data of an earlier period, as seen from that year, have the item: last year's without
   * `past`. Nothing is known of what came before an earlier period.
   */
  coversBefore: (form: Form, index: number, past?: Past) => boolean
}

/** Ids of schools; `all` where it may be anybody's. */
export type Lost = readonly string[] | 'all'

/** Whether returns of that year are still coming in; an earlier one's list is whole, or says what it lacks. */
export function isUnderWay({ name }: Pick<Year, 'name'>): boolean {
  return name === 'returned' || name === 'adopted'
}
