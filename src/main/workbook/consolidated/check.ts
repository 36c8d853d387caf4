import { commitSheet } from './commit.ts'
import type { Worksheet } from 'exceljs'
import { columnName } from '../../../core/model/address.ts'
import { fill } from '../../../shared/words/template.ts'
import { countyCell, detailRange } from './county.ts'
import { DERIVED_DECIMALS, derivedFormula } from './derived.ts'
import { groupFormula } from './group-sum.ts'
import { itemCode, itemLabel } from './labels.ts'
import { cellNumber, numberFormat, subtract } from './number.ts'
import type { Pace } from './pace.ts'
import type { FormPlan, Plan } from './plan.ts'
import { wrappedHeight } from './text.ts'
import { onePageWide } from './print.ts'
import { addSheet, put, putText, setWidths } from './sheet.ts'
import type { Book } from './sheet.ts'
import {
  ALARM,
  CENTER,
  FIELD,
  GOOD,
  HEADING,
  DIFFERENCE,
  NOTE,
  SHEET_TITLE,
  TEXT,
  TEXT_WRAPPED,
  numberStyle,
} from './styles.ts'
import { notesOf, writeCheckNotes } from './check-notes.ts'

const HEAD_ROW = 9
const FIRST = HEAD_ROW + 1
const FIRST_GROUP = 11
const WIDTHS = [14, 10, 46, 14, 14, 14, 14, 12, 12, 12]

interface Line {
  form: FormPlan
  index: number
  /** Results of D to J and of the groups, exact. */
  county: string
  groupsSum: string
  total: string
  differences: [string, string, string]
}

/** 核对: formulas that prove county = Σ groups = Σ schools for every summed item. */
export async function writeCheck(book: Book, plan: Plan, pace: Pace): Promise<void> {
  const { words } = plan
  const lines = checkLines(plan)
  const last = FIRST + Math.max(lines.length, 1) - 1
  const notes = notesOf(plan)
  const sheet = addSheet(book, plan, plan.check, {
    pageSetup: {
      ...onePageWide(170, `${HEAD_ROW}:${HEAD_ROW}`),
      printArea: `A$1:J$${last + 3 + notes.length}`,
    },
    views: [{ state: 'frozen', xSplit: 3, ySplit: HEAD_ROW, showGridLines: false }],
  })
  sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: last, column: 10 } }
  setWidths(sheet, [...WIDTHS, ...plan.groups.map(() => 13)])
  sheet.addConditionalFormatting({
    ref: `H${FIRST}:J${last}`,
    rules: [{ type: 'expression', priority: 1, formulae: [`H${FIRST}<>0`], style: ALARM }],
  })
  writeSummary(sheet, plan, lines, last)
  writeHeadings(sheet, plan)
  let at = FIRST
  for (const line of lines) {
    writeLine(sheet, plan, line, at++)
    await pace.row(plan.check)
  }
  if (lines.length === 0) {
    putText(sheet.getCell(FIRST, 1), words.none, TEXT, '')
    sheet.getRow(FIRST).commit()
  }
  await writeCheckNotes(sheet, plan, notes, last + 2, pace)
  await commitSheet(book, sheet)
  await pace.look(plan.check)
}

function checkLines(plan: Plan): Line[] {
  return plan.forms.flatMap((form) =>
    form.items.flatMap((figures, index): Line[] => {
      if (!figures.numeric || !figures.exact || figures.adds === 'no') return []
      if (figures.adds === 'formula') {
        // Proven by the same formula over the school sheets, without the county form between.
        const { total } = figures
        return total === '' || schoolsFormula(plan, form, index) === null
          ? []
          : [{ form, index, county: total, groupsSum: total, total, differences: ['0', '0', '0'] }]
      }
      const { sum, groups } = figures
      const groupsSum = [...groups.values()].reduce(add, '0')
      const total = figures.total === '' ? '0' : figures.total
      const differences: Line['differences'] = ['0', subtract(sum, groupsSum), subtract(sum, total)]
      return [{ form, index, county: sum, groupsSum, total, differences }]
    }),
  )
}

function schoolsFormula(plan: Plan, form: FormPlan, index: number): string | null {
  return derivedFormula(plan, form, index, (other, at) => `SUM(${detailRange(other, at)})`)
}

function writeSummary(sheet: Worksheet, plan: Plan, lines: Line[], last: number): void {
  const { words } = plan
  const cells = `H${FIRST}:J${last}`
  const nonZero = lines.flatMap(({ differences }) => differences).filter((each) => each !== '0')
  const result = nonZero.length === 0 ? words.allZero : words.notZero
  const uncheckable = plan.forms
    .flatMap(({ items }) => items)
    .filter(({ numeric, exact }) => numeric && !exact).length
  putText(sheet.getCell(1, 1), words.checkTitle, SHEET_TITLE, '')
  sheet.getRow(1).height = 22
  putText(sheet.getCell(2, 1), words.checkAbout, NOTE, '')
  const texts = [words.summary, words.nonZero, words.checked, words.notCheckable]
  texts.forEach((text, index) => {
    putText(sheet.getCell(4 + index, 1), text, FIELD, '')
    sheet.mergeCells(4 + index, 1, 4 + index, 2)
    sheet.getCell(4 + index, 2).style = FIELD
  })
  const all = `AND(COUNT(${cells})=${3 * lines.length},C5=0)`
  const formula = `IFERROR(IF(${all},"${words.allZero}","${words.notZero}"),"${words.notZero}")`
  // Over nothing, every difference is 0: that proves nothing.
  if (plan.forms.every(({ input }) => input.rows.length === 0))
    putText(sheet.getCell('C4'), words.nothingToCheck, TEXT, words.tooLong)
  else put(sheet.getCell('C4'), { formula, result }, GOOD)
  const count = numberStyle('#,##0')
  put(
    sheet.getCell('C5'),
    { formula: `SUMPRODUCT(--(${cells}<>0))`, result: nonZero.length },
    count,
  )
  put(sheet.getCell('C6'), lines.length, count)
  put(sheet.getCell('C7'), uncheckable, count)
}

function writeHeadings(sheet: Worksheet, plan: Plan): void {
  const { words, groups, input } = plan
  if (groups.length > 0) {
    const by = fill(words.groupHeading, { by: input.groupBy })
    putText(sheet.getCell(HEAD_ROW - 1, FIRST_GROUP), by, NOTE, '')
  }
  const row = sheet.getRow(HEAD_ROW)
  row.height = 32
  const headings = [
    words.form,
    words.code,
    words.item,
    words.countyCell,
    words.schoolsSum,
    words.groupsSum,
    words.programSum,
    words.minusSchools,
    words.minusGroups,
    words.minusProgram,
    ...groups.map((name) => (name === '' ? words.noGroup : name)),
  ]
  headings.forEach((text, index) => putText(row.getCell(index + 1), text, HEADING, words.tooLong))
  row.commit()
}

function writeLine(sheet: Worksheet, plan: Plan, line: Line, at: number): void {
  const { form, index } = line
  const { form: table } = form.input
  const item = table.items[index]
  const figures = form.items[index]
  if (item === undefined || figures === undefined) return
  const row = sheet.getRow(at)
  const style = numberStyle(numberFormat(figures.decimals))
  const formula = (column: number, text: string, result: string): void =>
    put(row.getCell(column), { formula: text, result: cellNumber(result) ?? Number(result) }, style)
  putText(row.getCell(1), table.id, TEXT, plan.words.tooLong)
  putText(row.getCell(2), itemCode(table, item), CENTER, plan.words.tooLong)
  const label = itemLabel(table, item)
  putText(row.getCell(3), label, TEXT_WRAPPED, plan.words.tooLong)
  const height = wrappedHeight([label], [WIDTHS[2] ?? 0])
  if (height !== undefined) row.height = height
  formula(4, countyCell(form, index), line.county)
  const derived = figures.adds === 'formula' ? schoolsFormula(plan, form, index) : null
  formula(5, derived ?? `SUM(${detailRange(form, index)})`, line.county)
  const lastGroup = columnName(FIRST_GROUP + plan.groups.length - 2)
  formula(
    6,
    derived !== null
      ? derived
      : plan.groups.length === 0
        ? 'SUM(0)'
        : `SUM(${columnName(FIRST_GROUP - 1)}${at}:${lastGroup}${at})`,
    line.groupsSum,
  )
  const decimals = derived === null ? figures.decimals : DERIVED_DECIMALS
  put(row.getCell(7), cellNumber(line.total) ?? Number(line.total), style)
  line.differences.forEach((difference, offset) => {
    const other = columnName(4 + offset)
    const text = `ROUND(D${at}-${other}${at},${decimals})`
    put(row.getCell(8 + offset), { formula: text, result: Number(difference) }, DIFFERENCE)
  })
  // A ratio of the groups does not add up to the county's.
  if (derived !== null) {
    row.commit()
    return
  }
  plan.groups.forEach((name, offset) => {
    const column = FIRST_GROUP + offset
    const heading = `${columnName(column - 1)}$${HEAD_ROW}`
    formula(column, groupFormula(plan, form, index, name, heading), figures.groups.get(name) ?? '0')
  })
  row.commit()
}

function add(a: string, b: string): string {
  return subtract(a, subtract('0', b))
}
