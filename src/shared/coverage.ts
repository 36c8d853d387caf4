/** How many returns are in, of those expected: of schools, and apart from them of other reporters. */
export interface Coverage {
  expected: number
  reported: number
  /** Sections, centres, school districts; absent where the register has none. */
  units?: { expected: number; reported: number }
}

/** Reporters of every kind whose return is in. */
export function allReported({ reported, units }: Coverage): number {
  return reported + (units?.reported ?? 0)
}
