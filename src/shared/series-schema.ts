import { z } from 'zod'
import { basis, grantedFile, ids, short, text } from './schema-parts.ts'

const yearNumber = z.int().min(1900).max(2999)

/** What is added up. */
export const measure = z.union([
  z.strictObject({ items: ids.min(1) }),
  z.strictObject({
    indicator: short,
    side: z.enum(['numerator', 'denominator', 'value']),
  }),
  z.strictObject({ schools: z.literal(true) }),
])

/** What the methods of 历年 are asked. */
export const seriesSchemas = {
  years: z.strictObject({}),
  series: z.strictObject({ measure, basis, school: short.optional() }),
  indicatorLines: z.strictObject({ basis }),
  giveYear: grantedFile.extend({ year: yearNumber.nullable(), reason: text }),
  removeYear: z.strictObject({ year: yearNumber, reason: text }),
  saySuccession: z.strictObject({ year: yearNumber, before: ids, now: ids, reason: text }),
  sayBreak: z.strictObject({
    about: short,
    year: yearNumber,
    breaks: z.boolean(),
    reason: text,
  }),
}
