import type { Worksheet } from 'exceljs'
import { itemCode, itemLabel } from './labels.ts'
import type { Pace } from './pace.ts'
import type { FormPlan, Plan } from './plan.ts'
import { putText } from './sheet.ts'
import { CENTER, FIELD, HEADING, NOTE, TEXT, TEXT_WRAPPED, TOO_LONG, UNREADABLE } from './styles.ts'
import { wrappedHeight } from './text.ts'
import type { CellStyle } from './styles.ts'

export interface Note {
  form: FormPlan
  item: number
  school: { id: string; name: string } | null
  text: string
  style: CellStyle
  why: string
}

/** Below the checks: every figure that is in no formula, one by one. */
export async function writeCheckNotes(
  sheet: Worksheet,
  plan: Plan,
  notes: Note[],
  from: number,
  pace: Pace,
): Promise<void> {
  const { words } = plan
  let at = from
  putText(sheet.getCell(at, 1), words.notes, FIELD, '')
  if (notes.length === 0) putText(sheet.getCell(at, 3), words.noNotes, NOTE, '')
  else {
    const { form, code, item, schoolCode, raw, reason } = words
    const head = sheet.getRow(++at)
    const headings = [form, code, item, schoolCode, raw, reason]
    headings.forEach((text, index) => putText(head.getCell(index + 1), text, HEADING, ''))
  }
  for (const { form, item, school, text, style, why } of notes) {
    const table = form.input.form
    const its = table.items[item]
    if (its === undefined) continue
    const row = sheet.getRow(++at)
    const label = itemLabel(table, its)
    putText(row.getCell(1), table.id, TEXT, words.tooLong)
    putText(row.getCell(2), itemCode(table, its), CENTER, words.tooLong)
    const full = school === null ? label : `${school.name}：${label}`
    putText(row.getCell(3), full, TEXT_WRAPPED, words.tooLong)
    const height = wrappedHeight([full], [46])
    if (height !== undefined) row.height = height
    putText(row.getCell(4), school?.id ?? '', TEXT, words.tooLong)
    putText(row.getCell(5), text, style, words.tooLong)
    putText(row.getCell(6), why, NOTE, words.tooLong)
    row.commit()
    await pace.row(plan.check)
  }
}

/** The figures that the formulas leave out: unreadable ones and those longer than a cell can hold. */
export function notesOf(plan: Plan): Note[] {
  const { words } = plan
  return plan.forms.flatMap((form) => [
    ...form.items.flatMap(({ numeric, exact, total, sum }, item): Note[] =>
      numeric && !exact
        ? [{ form, item, school: null, text: total || sum, style: TOO_LONG, why: words.noteLong }]
        : [],
    ),
    ...form.unsummed.map(({ item, row, kind, text }): Note => {
      const unreadable = kind === 'unreadable'
      return {
        form,
        item,
        school: row.school,
        text: text === '' ? '?' : text,
        style: unreadable ? UNREADABLE : TOO_LONG,
        why: unreadable ? words.noteUnreadable : words.noteLong,
      }
    }),
  ])
}
