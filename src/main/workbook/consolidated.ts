import ExcelJS from 'exceljs'
import type { ConsolidatedInput } from '../../core/model/consolidated-input.ts'
import type { Writer } from '../../core/ports.ts'
import { writeAside } from '../files/aside.ts'
import { writeChanges } from './consolidated/changes.ts'
import { writeCheck } from './consolidated/check.ts'
import { writeCleaning } from './consolidated/cleaning.ts'
import { writeCounty } from './consolidated/county.ts'
import { writeCover } from './consolidated/cover.ts'
import { writeDetail } from './consolidated/detail.ts'
import { writeFindings } from './consolidated/findings.ts'
import { writeGroups } from './consolidated/groups.ts'
import { writeIndicators } from './consolidated/indicators.ts'
import { openLayouts } from './consolidated/layout-open.ts'
import type { Layouts } from './consolidated/layout-open.ts'
import { writeLists } from './consolidated/lists.ts'
import { writeMissing } from './consolidated/missing.ts'
import { Pace } from './consolidated/pace.ts'
import { writeQuoted } from './consolidated/quoted.ts'
import { makePlan } from './consolidated/plan.ts'
import type { Plan } from './consolidated/plan.ts'
import { wordsFor } from './consolidated/words.ts'

/** Writes 汇总表.xlsx (docs/contract.md §5) as a stream, so that memory does not grow with the schools. */
export const writeConsolidated: Writer['consolidated'] = async (
  input,
  blank,
  target,
  progress,
  signal,
) => {
  const words = wordsFor(input.lang)
  const opened = await openBlanks(input, blank)
  const plan = makePlan(input, words, ({ form, workbook }, block) => {
    const edition = form.editions.find((each) => each.workbook === workbook)
    if (edition === undefined) return null
    return opened.get(workbook)?.(edition.sheet, block) ?? null
  })
  const total = rowsIn(plan)
  const pace = new Pace(total, progress, signal)
  await pace.look(plan.cover)
  await writeAside(target, async (stream) => {
    const book = new ExcelJS.stream.xlsx.WorkbookWriter({
      stream,
      useStyles: true,
      // Shared strings keep spaces at the ends of a text; inline ones lose them.
      useSharedStrings: true,
    })
    book.creator = '汇数 Huishu'
    book.lastModifiedBy = book.creator
    book.created = new Date(input.exportedAt)
    book.modified = book.created
    writeCover(book, plan)
    for (const form of plan.forms) writeCounty(book, plan, form)
    for (const each of plan.breakdowns) await writeGroups(book, plan, each, pace)
    await writeIndicators(book, plan, pace)
    if (input.quoted !== null) await writeQuoted(book, plan, pace)
    for (const form of plan.forms) await writeDetail(book, plan, form, pace)
    await writeFindings(book, plan, pace)
    await writeMissing(book, plan, pace)
    await writeChanges(book, plan, pace)
    await writeCleaning(book, plan, pace)
    await writeCheck(book, plan, pace)
    await writeLists(book, plan, pace)
    await book.commit()
  })
  progress(total, total, '')
}

/** The blank workbooks that the county forms are drawn from, each opened once. */
async function openBlanks(
  input: ConsolidatedInput,
  blank: (workbook: string) => Uint8Array | null,
): Promise<Map<string, Layouts | null>> {
  const opened = new Map<string, Layouts | null>()
  for (const { workbook } of input.forms) {
    if (opened.has(workbook)) continue
    const bytes = blank(workbook)
    opened.set(workbook, bytes === null ? null : await openLayouts(bytes, workbook))
  }
  return opened
}

function rowsIn({ forms, input, breakdowns }: Plan): number {
  const perForm = forms.map(
    ({ input: { rows }, items, unsummed }) =>
      rows.length + unsummed.length + items.filter(({ numeric }) => numeric).length,
  )
  const groups = breakdowns.reduce((sum, { input: { groups: own } }) => sum + own.length, 0)
  const { findings, indicators, missing, changes, cleanings, quoted } = input
  const lists = [indicators ?? [], quoted ?? [], findings, missing, changes, cleanings]
  const rows = (input.lists ?? []).reduce((sum, list) => sum + list.rows, groups)
  const listed = lists.reduce((sum, list) => sum + list.length, rows)
  return perForm.reduce((sum, rows) => sum + rows, listed)
}
