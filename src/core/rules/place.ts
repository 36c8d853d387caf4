import type { SchoolFigures, TableFigures } from './figures.ts'
import type { Value } from './value.ts'

/** Where an evaluation stands: a school's tables by slot, and the codes that `*` means now. */
export interface Place {
  school: SchoolFigures
  tables: TableFigures[]
  row: number
  column: number
}

/** Works an expression out at a place. */
export type Evaluate = (place: Place) => Value
