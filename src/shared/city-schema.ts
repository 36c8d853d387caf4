import { z } from 'zod'
import { basis, grantedFile, lang, short } from './schema-parts.ts'

const part = z.int().nonnegative()
/** The most that a summary or a draft may say. */
const SUMMARY_MOST = 2_000_000
const none = z.strictObject({})

/** What the methods of 汇总各县 are asked. */
export const citySchemas = {
  openCity: z.strictObject({ files: z.array(grantedFile).min(1).max(100_000), lang }),
  openKnownCity: z.strictObject({ grant: short, lang }),
  reopenCity: z.strictObject({ lang }),
  city: none,
  closeCity: none,
  cityForm: z.strictObject({ form: short, basis }),
  cityGroups: z.strictObject({ form: short, basis, by: short }),
  citySchools: z.strictObject({ part, form: short, basis }),
  cityCell: z.strictObject({ part, school: short, item: short, basis }),
  cityIndicators: z.strictObject({ basis }),
  cityBridge: z.strictObject({ item: short, basis }),
  citySummary: z.strictObject({ basis, text: z.string().max(SUMMARY_MOST).nullable() }),
  saveCitySummary: z.strictObject({ text: z.string().max(SUMMARY_MOST) }),
  exportCitySummary: z.strictObject({ basis, as: z.enum(['docx', 'txt', 'md']) }),
  cityTrail: z.strictObject({ indicator: short, basis }),
  cityDraft: z.strictObject({ basis }),
  checkCityDraft: z.strictObject({
    files: z.array(grantedFile).max(1),
    name: short,
    text: z.string().max(SUMMARY_MOST).nullable(),
    basis,
  }),
  exportCityDraft: z.strictObject({ basis, as: z.enum(['comments', 'report', 'list']), lang }),
  openCounty: z.strictObject({ part }),
  exportCity: z.strictObject({ basis, lang }),
}
