import { z } from 'zod'
import { short, text } from './schema-parts.ts'

const form = short

const listColumn = z.strictObject({
  heading: text,
  kind: z.enum(['text', 'number', 'date', 'code', 'choice']),
  unit: short.nullable(),
  identity: z.boolean(),
  required: z.boolean(),
})

/** A correction by hand of what was learned. */
export const formEdit = z.union([
  z.strictObject({ form, row: short, label: text }),
  z.strictObject({ form, column: short, path: z.array(text).min(1).max(10) }),
  z.strictObject({ form, row: short, newCode: short }),
  z.strictObject({ form, column: short, newCode: short }),
  z.strictObject({ form, row: short, column: short, decimals: z.number().int().min(0).max(10) }),
  z.strictObject({ form, row: short, column: short, kind: z.enum(['number', 'text', 'none']) }),
  z.strictObject({ form, marks: z.enum(['blank', 'na']) }),
  z.strictObject({ form, row: short, kind: z.enum(['number', 'text', 'none']) }),
  z.strictObject({
    form,
    column: short,
    rows: z.array(short).max(100_000).exactOptional(),
    kind: z.enum(['number', 'text', 'none']),
  }),
  z.strictObject({ form, column: short, kind: z.literal('printed') }),
  z.strictObject({ form, row: short, unit: short.nullable() }),
  z.strictObject({
    form,
    column: short,
    rows: z.array(short).max(100_000).exactOptional(),
    unit: short.nullable(),
  }),
  z.strictObject({ form, is: z.enum(['none', 'learned']) }),
  z.strictObject({ form, is: z.literal('list'), columns: z.array(listColumn).min(1).max(500) }),
  z.strictObject({ form, is: z.literal('part'), of: short }),
  z.strictObject({ form, sure: text }),
])

/** A form that is made from labels. */
export const formDraft = z.strictObject({
  title: z.string().max(500),
  number: z.string().max(100),
  unit: z.string().max(100),
  rows: z.array(z.strictObject({ label: z.string().max(1_000), total: z.boolean() })).max(2_000),
  columns: z
    .array(
      z.strictObject({
        path: z.array(z.string().max(1_000)).min(1).max(10),
        kind: z.enum(['count', 'number', 'text', 'date', 'choice']),
        unit: z.string().max(100),
        choices: z.array(z.string().max(100)).max(200),
        total: z.boolean(),
      }),
    )
    .max(1_000),
})
