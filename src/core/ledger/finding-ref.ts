import { z } from 'zod'

/** A finding as a line names it: rule, school, and the codes "*" stood for. */
export const findingRef = z.strictObject({
  rule: z.string(),
  school: z.string(),
  row: z.string().nullable(),
  column: z.string().nullable(),
})
