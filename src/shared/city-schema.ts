import { z } from 'zod'
import { basis, grantedFile, lang, short } from './schema-parts.ts'

const part = z.int().nonnegative()
const none = z.strictObject({})

/** What the methods of 汇总各县 are asked. */
export const citySchemas = {
  openCity: z.strictObject({ files: z.array(grantedFile).min(1).max(100_000), lang }),
  reopenCity: z.strictObject({ lang }),
  city: none,
  closeCity: none,
  cityForm: z.strictObject({ form: short, basis }),
  cityGroups: z.strictObject({ form: short, basis, by: short }),
  citySchools: z.strictObject({ part, form: short, basis }),
  cityCell: z.strictObject({ part, school: short, item: short, basis }),
  cityIndicators: z.strictObject({ basis }),
  cityBridge: z.strictObject({ item: short, basis }),
  openCounty: z.strictObject({ part }),
  exportCity: z.strictObject({ basis, lang }),
}
