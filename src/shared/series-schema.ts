import { z } from 'zod'

const basis = z.enum(['returned', 'adopted'])
const short = z.string().min(1).max(500)
const text = z.string().max(10_000)
const ids = z.array(short).max(10_000)
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
  giveYear: z.strictObject({
    grant: short,
    path: z.string().min(1).max(4_000),
    year: yearNumber.nullable(),
    reason: text,
  }),
  removeYear: z.strictObject({ year: yearNumber, reason: text }),
  saySuccession: z.strictObject({ year: yearNumber, before: ids, now: ids, reason: text }),
  sayBreak: z.strictObject({
    about: short,
    year: yearNumber,
    breaks: z.boolean(),
    reason: text,
  }),
}
