import { z } from 'zod'
import { basis, grantedFile, lang, short, text } from './schema-parts.ts'

const part = z.int().nonnegative()
/** The most that a summary or a draft may say. */
const SUMMARY_MOST = 2_000_000
/** By what a figure or a doubt of a draft is known: what its sentences say. */
const doubt = z.string().min(1).max(100_000)
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
  cityQuotedForms: z.strictObject({ indicator: short, basis }),
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
  cityDraftChoices: z.strictObject({ basis, figure: part }),
  tieCityFigure: z.strictObject({ basis, figure: part, to: short.nullable() }),
  ignoreCityDoubts: z.strictObject({
    basis,
    doubts: z.array(doubt).min(1).max(10_000),
    reason: text,
  }),
  takeBackCityMark: z.strictObject({ of: z.enum(['figure', 'doubt']), key: doubt }),
  exportCityDraft: z.strictObject({ basis, as: z.enum(['comments', 'report', 'list']), lang }),
  openCounty: z.strictObject({ part }),
  exportCity: z.strictObject({ basis, lang }),
}
