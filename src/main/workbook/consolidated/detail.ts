import { codeOf } from '../../../shared/register.ts'
import { commitSheet } from './commit.ts'
import type { Cell, Worksheet } from 'exceljs'
import { groupOf } from '../../../core/consolidate/groups.ts'
import { fill } from '../../../shared/words/template.ts'
import { shownCell } from './figures.ts'
import type { Shown } from './figures.ts'
import { writeHead } from './head.ts'
import { itemCode } from './labels.ts'
import { numberFormat } from './number.ts'
import type { Pace } from './pace.ts'
import { LABEL_ROW } from './plan.ts'
import type { FormPlan, Plan } from './plan.ts'
import { manyPagesWide } from './print.ts'
import { addSheet, put, putText, setWidths } from './sheet.ts'
import type { Book } from './sheet.ts'
import {
  CENTER,
  CODE,
  HEADING,
  HEADING_LEFT,
  NOTE,
  NOT_IN_FORM,
  SHEET_TITLE,
  TABLE_MISSING,
  TEXT,
  TOO_LONG,
  UNREADABLE,
  numberStyle,
} from './styles.ts'
import type { CellStyle } from './styles.ts'
import { textWidth } from './text.ts'

/** 明细_<表号>: a row per school, a column per item; readable next year as last year's values. */
export async function writeDetail(
  book: Book,
  plan: Plan,
  form: FormPlan,
  pace: Pace,
): Promise<void> {
  const { name, codeRow, firstItem, lastRow } = form.detail
  const lastColumn = firstItem - 1 + form.items.length + plan.extra.length
  const sheet = addSheet(book, plan, name, {
    pageSetup: manyPagesWide(`${LABEL_ROW}:${codeRow}`, 'A:B'),
    views: [{ state: 'frozen', xSplit: 2, ySplit: codeRow, showGridLines: false }],
  })
  sheet.autoFilter = {
    from: { row: codeRow, column: 1 },
    to: { row: lastRow, column: Math.max(lastColumn, firstItem - 1) },
  }
  const widths = columnWidths(plan, form)
  setWidths(sheet, widths)
  writeHeadings(sheet, plan, form, widths)
  await writeSchools(sheet, plan, form, pace)
  await commitSheet(book, sheet)
  await pace.look(name)
}

function columnWidths(plan: Plan, form: FormPlan): number[] {
  const fixed = plan.fixed.map(({ heading }, index) => {
    const longest = form.input.rows.reduce(
      (width, row) => Math.max(width, textWidth(fixedText(plan, row, index))),
      textWidth(heading) + 3,
    )
    return Math.min(36, longest + 2)
  })
  const items = form.items.map(({ numeric, width }, index) => {
    const item = form.input.form.items[index]
    const code = item === undefined ? 0 : itemCode(form.input.form, item).length
    return Math.max(9, code + 3, numeric ? width + 2 : Math.min(40, width + 2))
  })
  const extra = plan.extra.map((heading, index) =>
    form.input.rows.reduce(
      (width, row) => Math.max(width, Math.min(24, textWidth(row.extra?.[index] ?? '') + 2)),
      textWidth(heading) + 4,
    ),
  )
  return [...fixed, ...items, ...extra]
}

/** Text of a column left of the items, by its place from 0. */
export function fixedText(
  plan: Plan,
  row: FormPlan['input']['rows'][number],
  index: number,
): string {
  const { school } = row
  if (index === 0) return codeOf(school)
  if (index === 1) return school.name
  if (index + 1 === plan.groupColumn) return row.group === '' ? plan.words.noGroup : row.group
  const dimension = plan.fixed[index]?.dimension ?? ''
  // A section has no town and no kind of school; it stands under its own kind, as it does in groups.
  if (school.unit !== undefined) return groupOf(school, dimension, plan.input.config)
  return school.attributes[plan.input.config.dimensionFields[dimension] ?? dimension] ?? ''
}

function writeHeadings(sheet: Worksheet, plan: Plan, form: FormPlan, widths: number[]): void {
  const { words, input } = plan
  const { form: table } = form.input
  const { headings, depth, codeRow, firstItem } = form.detail
  const basis = input.basis === 'returned' ? words.returned : words.adopted
  const unit = table.unit === null ? [] : [fill(words.unit, { unit: table.unit })]
  const title = [`${table.id} ${table.title}`.trim(), basis, ...unit].join('　')
  putText(sheet.getCell(1, 1), title, SHEET_TITLE, words.tooLong)
  sheet.getRow(1).height = 22
  putText(sheet.getCell(2, 1), words.legend, NOTE, '')
  putText(sheet.getCell(3, 1), words.legendMissing, NOTE, '')

  writeHead(sheet, {
    headings,
    depth,
    first: firstItem,
    widths,
    tooLong: words.tooLong,
    styleOf: ({ left, right }) => (right - left > 3 ? HEADING_LEFT : HEADING),
  })
  const codes = sheet.getRow(codeRow)
  codes.height = 18
  plan.fixed.forEach(({ heading }, index) =>
    putText(codes.getCell(index + 1), heading, HEADING, ''),
  )
  table.items.forEach((item, index) => {
    putText(codes.getCell(firstItem + index), itemCode(table, item), CODE, words.tooLong)
  })
  plan.extra.forEach((heading, index) =>
    putText(codes.getCell(firstItem + form.items.length + index), heading, HEADING, words.tooLong),
  )
  codes.commit()
}

async function writeSchools(
  sheet: Worksheet,
  plan: Plan,
  form: FormPlan,
  pace: Pace,
): Promise<void> {
  const { firstRow, firstItem, name } = form.detail
  const { tooLong } = plan.words
  const kinds = form.input.form.items.map(({ kind }) => kind)
  const styles = form.items.map(({ numeric, decimals }) =>
    numeric ? numberStyle(numberFormat(decimals)) : TEXT,
  )
  let at = firstRow
  for (const school of form.input.rows) {
    const row = sheet.getRow(at++)
    for (let index = 0; index < plan.fixed.length; index++) {
      putText(row.getCell(index + 1), fixedText(plan, school, index), TEXT, tooLong)
    }
    kinds.forEach((kind, index) => {
      const style = styles[index] ?? TEXT
      putShown(row.getCell(firstItem + index), shownCell(school, index, kind), style, tooLong)
    })
    plan.extra.forEach((_, index) =>
      putText(
        row.getCell(firstItem + kinds.length + index),
        school.extra?.[index] ?? '',
        TEXT,
        tooLong,
      ),
    )
    row.commit()
    await pace.row(name)
  }
}

function putShown(cell: Cell, shown: Shown, style: CellStyle, tooLong: string): void {
  switch (shown.kind) {
    case 'number':
      return put(cell, shown.value, style)
    case 'text':
      return putText(cell, shown.text, TEXT, tooLong)
    case 'long':
      return putText(cell, shown.text, TOO_LONG, tooLong)
    case 'unreadable':
      return putText(cell, shown.text === '' ? '?' : shown.text, UNREADABLE, tooLong)
    case 'na':
      return putText(cell, '*', CENTER, tooLong)
    case 'blank':
      return put(cell, null, style)
    case 'missing':
      return put(cell, null, TABLE_MISSING)
    case 'not-in-form':
      return put(cell, null, NOT_IN_FORM)
  }
}
