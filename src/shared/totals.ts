import type { Coverage } from './coverage.ts'
import type { Basis } from './model.ts'

/** Over which schools a form is filled: one, a group of a dimension, the county. */
export type Scope = { school: string } | { by: string; group: string } | { county: true }

/** The figures that fill a Paper: parallel to Form.items. */
export interface FormFigures {
  form: string
  basis: Basis
  revision: number
  values: string[]
  states: string
  adopted: number[]
  /** Per item: how many schools it rests on (for a school: 1 or 0). */
  schools: number[]
  /** n of m for the scope. */
  coverage: Coverage
}

/** A total as returned and as adopted. */
export interface TotalRow {
  item: string
  by: string | null
  group: string | null
  returned: string
  adopted: string
  schools: number
}
