import { z } from 'zod'

/** What the checks of many methods' arguments are made of. */
export const basis = z.enum(['returned', 'adopted'])
export const lang = z.enum(['zh', 'en'])
export const text = z.string().max(10_000)
export const short = z.string().min(1).max(500)
export const ids = z.array(short).max(10_000)
/** A file that the person picked, or one inside a folder that was. */
export const grantedFile = z.strictObject({ grant: short, path: z.string().min(1).max(4_000) })

/** What the window has already of an answer: which opening of the collection it is of, and its revision. */
export const held = z
  .strictObject({ opened: z.string().max(200), revision: z.number().int().min(0) })
  .optional()

/** A figure put in place of another; `was`: what stood there when that was decided on. */
export const cellChange = z.strictObject({
  school: short,
  item: short,
  value: z.string().max(1_000).nullable(),
  was: z.string().max(1_000).optional(),
})
