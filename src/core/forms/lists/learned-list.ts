import type { Form } from '../../../shared/model.ts'
import { displayLabel } from '../label.ts'
import type { DetectedList } from './detect-list.ts'

/** A list as learned from one blank workbook; what is counted from it the collection says. */
export function learnedList(
  workbook: string,
  sheet: string,
  id: string,
  list: DetectedList,
  order: number,
): { workbook: string; sheet: string; form: Form } {
  const edition = { workbook, sheet, order, items: [], rowAt: [], columnAt: [] }
  const form: Form = {
    id,
    title: displayLabel(list.title) || sheet,
    unit: null,
    rows: [],
    columns: [],
    ordinal: { rows: false, columns: false },
    list: { columns: list.columns, counts: [] },
    items: [],
    editions: [edition],
  }
  return { workbook, sheet, form }
}
