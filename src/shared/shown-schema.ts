import { z } from 'zod'
import { lang, short, text } from './schema-parts.ts'

/** More columns and lines than a sheet holds are refused. */
const MOST_COLUMNS = 16_384
const MOST_LINES = 1_048_576

const count = z.number().int().min(1).max(MOST_LINES)
const cell = z.union([
  text,
  z.strictObject({
    text,
    across: count.exactOptional(),
    down: count.exactOptional(),
    plain: z.literal(true).exactOptional(),
  }),
])

/** A table as it is shown (ShownTable). */
const shownTable = z.strictObject({
  title: text,
  notes: z.array(text).max(20),
  widths: z.array(z.number().min(0).max(255)).min(1).max(MOST_COLUMNS),
  names: z.number().int().min(0).max(100),
  figures: z.array(z.number().int().nonnegative()).max(MOST_COLUMNS),
  lines: z
    .array(
      z.strictObject({
        kind: z.enum(['head', 'row', 'sum']),
        cells: z.array(cell).max(MOST_COLUMNS),
      }),
    )
    .max(MOST_LINES),
})

/** Tables as they are shown, on their way to a workbook. */
export const shownExport = z.strictObject({
  tables: z.array(shownTable).min(1).max(50),
  name: short,
  lang,
})

/** A chart on its way to a file. */
export const pictureExport = z.strictObject({
  name: short,
  kind: z.enum(['svg', 'png']),
  content: z.string().max(7_500_000),
})
