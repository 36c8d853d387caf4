import type { Particulars } from '../../shared/register.ts'

/** What a collection is called and its dates, by their names in collection.yaml, in its order. */
export const PARTICULARS: readonly (readonly [string, keyof Particulars])[] = [
  ['title', 'title'],
  ['county', 'county'],
  ['school_year', 'schoolYear'],
  ['period', 'period'],
  ['reference_date', 'referenceDate'],
  ['due_date', 'dueDate'],
]
