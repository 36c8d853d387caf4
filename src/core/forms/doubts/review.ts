import type { FormReview } from '../../../shared/form-doubts.ts'
import type { ListColumn } from '../../../shared/lists.ts'
import type { Form, FormEdition } from '../../../shared/model.ts'
import type { WorkbookData } from '../../model/sheet.ts'
import { detectTables } from '../find/detect.ts'
import type { DetectedTable } from '../find/detected.ts'
import { continues } from '../join-forms.ts'
import { columnsUnder } from '../lists/detect-list.ts'
import { SheetGrid } from '../sheet-grid.ts'
import { printedUnits } from '../table-units.ts'
import { doubtsOfItems } from './of-items.ts'
import { doubtsOfLabels } from './of-labels.ts'
import { doubtsOfWhole } from './of-wholes.ts'

/**
 * What is to be looked at in each learned form: every place where learning had to choose, and what
 * puts it right. Doubts that a person let stand are left out.
 *
 * @param forms as learned and corrected
 * @param blankOf a blank workbook by its name; null when it is not there
 */
export function reviewForms(
  forms: readonly Form[],
  blankOf: (workbook: string) => WorkbookData | null,
): Omit<FormReview, 'said'>[] {
  const sheets = new Map<string, { grid: SheetGrid; tables: DetectedTable[] }>()
  const looked = ({
    workbook,
    sheet,
  }: FormEdition): { grid: SheetGrid; tables: DetectedTable[] } | null => {
    const key = `${workbook}\n${sheet}`
    const known = sheets.get(key)
    if (known !== undefined) return known
    const data = blankOf(workbook)?.sheets.find(({ name }) => name === sheet)
    if (data === undefined) return null
    const grid = new SheetGrid(data)
    const made = { grid, tables: detectTables(grid) }
    sheets.set(key, made)
    return made
  }
  return forms.map((form) => {
    const [edition] = form.editions
    const found = edition === undefined ? null : looked(edition)
    if (edition === undefined || found === null)
      return { form: form.id, doubts: [], asList: null, partOf: [] }
    const table = found.tables.find(({ dataRows }) => edition.rowAt.includes(dataRows[0] ?? -2))
    const asList = form.list?.columns ?? listColumnsOf(found.grid, table)
    const sure = new Set(form.sure)
    const doubts = [
      ...doubtsOfWhole(form, formBefore(forms, edition), found.grid, asList),
      ...doubtsOfLabels(form),
      ...doubtsOfItems(form, {
        edition,
        sheets: blankOf(edition.workbook)?.sheets ?? [],
        units: printedUnits(table?.unitText ?? null),
      }),
    ].filter(({ key }) => !sure.has(key))
    const partOf = forms.flatMap((one) => (continues(one, form) === null ? [] : [one.id]))
    return { form: form.id, doubts, asList, partOf }
  })
}

function listColumnsOf(grid: SheetGrid, table: DetectedTable | undefined): ListColumn[] | null {
  return table === undefined || table.shape === 'card' ? null : columnsUnder(grid, table.headTop)
}

function formBefore(forms: readonly Form[], { workbook, order }: FormEdition): Form | undefined {
  const places = forms.flatMap((form) => {
    const own = form.editions.find((edition) => edition.workbook === workbook)
    return own !== undefined && own.order < order ? [{ form, order: own.order }] : []
  })
  return places.sort((a, b) => b.order - a.order)[0]?.form
}
