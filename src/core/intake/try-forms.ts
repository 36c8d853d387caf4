import type { FormsTrial, FormTrial } from '../../shared/form-trial.ts'
import type { Form, ReasonCode } from '../../shared/model.ts'
import { editionOf } from '../align/match-sheets.ts'
import type { Reading } from '../model/reading.ts'
import type { ReadContext } from '../ports.ts'
import { blanksOf } from '../register/blanks.ts'

/** A file as it was read with the forms that are tried. */
export interface TriedFile {
  path: string
  reading: Reading
}

/** What says that a table was not found as the form was learned; the rest is about figures and senders. */
const OF_LAYOUT: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'old-template',
  'unsure-line',
  'unsure-table',
  'unsure-layout',
  'unmatched-content',
  'hidden-duplicate-table',
  'merged-cells',
])

/**
 * Holds forms against returns: how many of those that ought to have a form have it as it was learned,
 * and what is otherwise in the others. Nothing is taken over.
 */
export function tryForms(files: readonly TriedFile[], context: ReadContext): FormsTrial {
  const { forms } = context
  const results = new Map<string, FormTrial>(
    forms.map(({ id }) => [id, { form: id, matched: 0, of: 0, unlike: [] }]),
  )
  const others: FormsTrial['others'] = []
  let read = 0
  for (const { path, reading } of files) {
    if (reading.status === 'ignored') continue
    if (reading.tables.length === 0) {
      others.push({ path, reasons: reading.reasons })
      continue
    }
    read++
    for (const form of askedOf(reading, context)) {
      const result = results.get(form.id)
      if (result === undefined) continue
      result.of++
      const found = reading.tables.some((table) => table.form === form.id)
      const reasons = reading.reasons.filter(
        ({ code, params }) => OF_LAYOUT.has(code) && params['form'] === form.id,
      )
      if (found && reasons.length === 0) result.matched++
      else result.unlike.push({ path, reasons: found ? reasons : [] })
    }
  }
  return { files: read, forms: [...results.values()], others }
}

/** The forms that a return ought to hold: its school's; of nobody known those of the blank that it is most like. */
function askedOf(reading: Reading, { forms, schools, config }: ReadContext): Form[] {
  const school = schools.find(({ id }) => id === reading.school) ?? null
  const blanks = blanksOf(school, schools, config, forms) ?? mostLike(reading, forms)
  return forms.filter((form) => editionOf(form, blanks) !== undefined)
}

function mostLike(reading: Reading, forms: readonly Form[]): string[] {
  const found = new Set(reading.tables.map(({ form }) => form))
  const names = [...new Set(forms.flatMap((form) => form.editions.map((one) => one.workbook)))]
  const fit = (name: string): number =>
    forms.reduce((sum, form) => {
      if (editionOf(form, [name]) === undefined) return sum
      return sum + (found.has(form.id) ? 1 : -0.2)
    }, 0)
  return names.sort((a, b) => fit(b) - fit(a)).slice(0, 1)
}
