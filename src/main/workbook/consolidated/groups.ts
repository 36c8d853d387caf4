import type { Cell, Worksheet } from 'exceljs'
import { columnName } from '../../../core/model/address.ts'
import { STAGE } from '../../../core/consolidate/stage.ts'
import { overSums } from '../../../core/adding/over-sums.ts'
import { showNumber } from '../../../core/model/number.ts'
import { derivedFormula } from './derived.ts'
import { ExactSum } from '../../../shared/exact.ts'
import { fill } from '../../../shared/words/template.ts'
import { commitSheet } from './commit.ts'
import { countyCell, isAwaited } from './county.ts'
import { shownCell } from './figures.ts'
import { writeHead } from './head.ts'
import { headingTree } from './heading-tree.ts'
import { itemCode, itemPath } from './labels.ts'
import { linkToSheet } from './link.ts'
import { cellNumber, formattedLength, numberFormat, subtract } from './number.ts'
import type { Pace } from './pace.ts'
import { LABEL_ROW } from './plan.ts'
import type { BreakdownPlan, Plan } from './plan.ts'
import { manyPagesWide, onePageWide } from './print.ts'
import { quoted, schoolRange, textColumn } from './school-columns.ts'
import type { TextColumn } from './school-columns.ts'
import { addSheet, put, putText, setWidths } from './sheet.ts'
import type { Book } from './sheet.ts'
import {
  ALARM,
  CODE,
  DIFFERENCE,
  FIELD,
  HEADING,
  NOTE,
  NOT_IN_FORM,
  SHEET_TITLE,
  TEXT,
  TOO_LONG,
  numberStyle,
} from './styles.ts'
import { textWidth } from './text.ts'

/** Names that SUMIFS surely takes for themselves, see group-sum.ts. */
const PLAIN = /^\p{Script=Han}{1,50}$/u

/** Widest table, in characters, that can be shrunk onto one page and read. */
const ONE_PAGE = 190

/** 分组_<表号>: totals by 乡镇 × 学段 × 举办者 × 城乡, each a formula over the school sheet. */
export async function writeGroups(
  book: Book,
  plan: Plan,
  breakdown: BreakdownPlan,
  pace: Pace,
): Promise<void> {
  const { form, name, input } = breakdown
  const dimensions = plan.input.breakdown?.dimensions ?? []
  const first = dimensions.length + 3
  const { headings, depth } = headingTree(
    input.items.flatMap((index) => {
      const item = form.input.form.items[index]
      return item === undefined ? [] : [itemPath(form.input.form, item)]
    }),
  )
  const codeRow = LABEL_ROW + depth
  const widths = widthsOf(breakdown, dimensions)
  const width = widths.reduce((sum, each) => sum + each, 0)
  const titles = `${LABEL_ROW}:${codeRow}`
  const sheet = addSheet(book, plan, name, {
    pageSetup:
      width <= ONE_PAGE
        ? onePageWide(width, titles)
        : manyPagesWide(titles, `A:${columnName(dimensions.length - 1)}`),
    views: [{ state: 'frozen', xSplit: dimensions.length, ySplit: codeRow, showGridLines: false }],
  })
  setWidths(sheet, widths)
  writeTitle(sheet, plan, breakdown, dimensions)
  writeHead(sheet, { headings, depth, first, widths, tooLong: plan.words.tooLong })
  writeCodes(sheet, plan, breakdown, dimensions, codeRow)
  const columns = dimensions.map((dimension) => textColumn(plan, form, dimension))
  const sums = input.items.map(() => new ExactSum())
  let at = codeRow + 1
  for (const group of input.groups) {
    writeGroup(sheet, plan, breakdown, { group, columns, dimensions, sums, at: at++ })
    await pace.row(name)
  }
  writeTotal(sheet, plan, breakdown, { from: codeRow + 1, at, dimensions, sums })
  writeProof(sheet, plan, breakdown, { at: at + 1, dimensions, sums })
  await commitSheet(book, sheet)
  await pace.look(name)
}

function writeTitle(
  sheet: Worksheet,
  plan: Plan,
  { form }: BreakdownPlan,
  dimensions: string[],
): void {
  const { words, input } = plan
  const table = form.input.form
  const basis = input.basis === 'returned' ? words.returned : words.adopted
  const by = dimensions.join(' × ')
  const title = fill(words.aboutGroups, { form: `${table.id} ${table.title}`.trim(), by })
  const unit = table.unit === null ? [] : [fill(words.unit, { unit: table.unit })]
  putText(sheet.getCell(1, 1), [title, basis, ...unit].join('　'), SHEET_TITLE, words.tooLong)
  sheet.getRow(1).height = 22
  const note = sheet.getCell(2, 1)
  putText(note, fill(words.groupsNote, { detail: form.detail.name }), NOTE, words.tooLong)
  linkToSheet(sheet, note, form.detail.name)
}

function widthsOf({ form, input }: BreakdownPlan, dimensions: string[]): number[] {
  const names = dimensions.map((dimension, index) =>
    input.groups.reduce(
      (width, { names: own }) => Math.max(width, textWidth(own[index] ?? '') + 2),
      textWidth(dimension) + 3,
    ),
  )
  const items = input.items.map((index) => {
    const figures = form.items[index]
    const item = form.input.form.items[index]
    const code = item === undefined ? 0 : itemCode(form.input.form, item).length
    const longest = figures === undefined ? 0 : formattedLength(figures.sum, figures.decimals)
    return Math.max(9, code + 3, longest + 2)
  })
  return [...names, 7, 7, ...items]
}

function writeCodes(
  sheet: Worksheet,
  plan: Plan,
  { form, input }: BreakdownPlan,
  dimensions: string[],
  at: number,
): void {
  const { words } = plan
  const row = sheet.getRow(at)
  row.height = 18
  const heads = [...dimensions, words.reportedSchools, words.expectedSchools]
  heads.forEach((text, index) => putText(row.getCell(index + 1), text, HEADING, words.tooLong))
  input.items.forEach((index, offset) => {
    const item = form.input.form.items[index]
    const code = item === undefined ? '' : itemCode(form.input.form, item)
    putText(row.getCell(heads.length + 1 + offset), code, CODE, words.tooLong)
  })
  row.commit()
}

interface Line {
  group: BreakdownPlan['input']['groups'][number]
  /** Where each dimension stands in the school sheet. */
  columns: (TextColumn | null)[]
  dimensions: string[]
  /** Per item: what the groups so far come to. */
  sums: ExactSum[]
  at: number
}

function writeGroup(sheet: Worksheet, plan: Plan, breakdown: BreakdownPlan, line: Line): void {
  const { form, input } = breakdown
  const { group, dimensions, sums, at } = line
  const row = sheet.getRow(at)
  group.names.forEach((name, index) =>
    putText(
      row.getCell(index + 1),
      name === '' && index === 0 ? plan.words.noGroup : name,
      TEXT,
      plan.words.tooLong,
    ),
  )
  const count = numberStyle('#,##0')
  put(row.getCell(dimensions.length + 1), group.reported, count)
  put(row.getCell(dimensions.length + 2), group.expected, count)
  input.items.forEach((index, offset) => {
    const cell = row.getCell(dimensions.length + 3 + offset)
    const figures = form.items[index]
    if (figures === undefined || !group.items.includes(index)) {
      put(cell, null, NOT_IN_FORM)
      return
    }
    const criteria = criteriaOf(plan, line, input.staged[offset] === true)
    if (figures.adds === 'formula') {
      putDerived(
        cell,
        plan,
        breakdown,
        index,
        (other) => groupFormula(breakdown, other, criteria, at),
        (other) => sumOver(breakdown, other, criteria),
      )
      return
    }
    const sum = sumOver(breakdown, index, criteria)
    sums[offset]?.add(sum)
    const result = figures.exact ? cellNumber(sum) : null
    if (result === null) putText(cell, sum, TOO_LONG, plan.words.tooLong)
    else {
      const formula = groupFormula(breakdown, index, criteria, at)
      const style = numberStyle(numberFormat(figures.decimals))
      if (group.reported > 0 || group.expected === 0 || sum !== '0')
        put(cell, { formula, result }, style)
      else {
        // Nobody of the group has reported: its place stays empty, not 0.
        const reported = `$${columnName(dimensions.length)}${String(at)}`
        put(cell, { formula: `IF(${reported}=0,"",${formula})`, result: '' }, style)
      }
    }
  })
  row.commit()
}

/** A ratio of a group: the form's own formula over the group's sums, written into this sheet's conditions. */
function putDerived(
  cell: Cell,
  plan: Plan,
  { form }: BreakdownPlan,
  index: number,
  formulaOf: (index: number) => string,
  sumOf: (index: number) => string,
): void {
  const own = form.input.form
  const formula = derivedFormula(plan, form, index, (other, at) =>
    other === form ? formulaOf(at) : null,
  )
  const forms = plan.forms.map(({ input }) => input.form)
  const value = overSums(own, index, forms, (other) =>
    other === own ? own.items.map((_, at) => sumOf(at)) : [],
  )
  if (formula === null) {
    put(cell, null, NOT_IN_FORM)
    return
  }
  const result = value === null ? '' : Number(showNumber(value, 10))
  put(cell, { formula, result }, numberStyle(numberFormat(form.items[index]?.decimals ?? 2)))
}

/** A condition on one column of the school sheet: that it says the same as a column of this sheet. */
interface Criterion {
  column: TextColumn
  text: string
  /** Letters of this sheet's column that holds the text. */
  heading: string
}

/** Groups that an item is picked by; its own 学段 is not asked of the school. */
function criteriaOf(
  { words }: Plan,
  { group, columns, dimensions }: Line,
  staged: boolean,
): Criterion[] {
  return dimensions.flatMap((dimension, index) => {
    const column = columns[index] ?? null
    if (column === null || (staged && dimension === STAGE)) return []
    return [
      {
        column,
        text: group.names[index] || (index === 0 ? words.noGroup : ''),
        heading: columnName(index),
      },
    ]
  })
}

function sumOver({ form }: BreakdownPlan, index: number, criteria: Criterion[]): string {
  const kind = form.input.form.items[index]?.kind ?? 'number'
  const sum = new ExactSum()
  for (const row of form.input.rows) {
    if (!criteria.every(({ column, text }) => column.text(row) === text)) continue
    const cell = shownCell(row, index, kind)
    if (cell.kind === 'number' || cell.kind === 'long') sum.add(row.values[index] ?? '')
  }
  return sum.toString()
}

function groupFormula(
  { form }: BreakdownPlan,
  index: number,
  criteria: Criterion[],
  at: number,
): string {
  const figures = schoolRange(form, columnName(form.detail.firstItem - 1 + index))
  if (criteria.length === 0) return `SUM(${figures})`
  if (criteria.every(({ text }) => PLAIN.test(text))) {
    const pairs = criteria.map(
      ({ column, heading }) => `${schoolRange(form, column.letters)},$${heading}${at}`,
    )
    return `SUMIFS(${figures},${pairs.join(',')})`
  }
  const tests = criteria.map(
    ({ column, text }) => `EXACT(${schoolRange(form, column.letters)},${quoted(text)})`,
  )
  return `SUMPRODUCT(--(${tests.join('*')}),${figures})`
}

function writeTotal(
  sheet: Worksheet,
  plan: Plan,
  { form, input }: BreakdownPlan,
  { from, at, dimensions, sums }: Pick<Line, 'at' | 'dimensions' | 'sums'> & { from: number },
): void {
  const row = sheet.getRow(at)
  dimensions.forEach((_, index) => {
    putText(row.getCell(index + 1), index === 0 ? plan.words.groupsTotal : '', FIELD, '')
  })
  for (let column = dimensions.length + 1; column <= dimensions.length + 2; column++) {
    put(row.getCell(column), null, FIELD)
  }
  input.items.forEach((index, offset) => {
    const figures = form.items[index]
    const column = dimensions.length + 3 + offset
    if (figures?.adds === 'formula') {
      // The county's ratio is no sum of the groups': it stands on the county form.
      const total = figures.total === '' ? '' : Number(figures.total)
      const style = numberStyle(numberFormat(figures.decimals))
      put(row.getCell(column), { formula: countyCell(form, index), result: total }, style)
      return
    }
    const sum = String(sums[offset] ?? '')
    const result = figures?.exact === true ? cellNumber(sum) : null
    if (figures === undefined || result === null) {
      putText(row.getCell(column), sum, TOO_LONG, '')
      return
    }
    const letters = columnName(column - 1)
    const range = `${letters}${String(from)}:${letters}${String(at - 1)}`
    const formula = input.groups.length === 0 ? 'SUM(0)' : `SUM(${range})`
    const style = numberStyle(numberFormat(figures.decimals))
    if (isAwaited(figures) && input.groups.length > 0)
      put(
        row.getCell(column),
        { formula: `IF(COUNT(${range})=0,"",${formula})`, result: '' },
        style,
      )
    else put(row.getCell(column), { formula, result }, style)
  })
  row.commit()
}

/** Below the total: how far it is from the county form, which must be nothing. */
function writeProof(
  sheet: Worksheet,
  plan: Plan,
  { form, input }: BreakdownPlan,
  { at, dimensions, sums }: Pick<Line, 'at' | 'dimensions' | 'sums'>,
): void {
  const row = sheet.getRow(at)
  putText(row.getCell(1), plan.words.groupsMinusCounty, NOTE, plan.words.tooLong)
  input.items.forEach((index, offset) => {
    const figures = form.items[index]
    const sum = String(sums[offset] ?? '')
    if (figures?.adds === 'formula') return
    if (figures?.exact !== true || cellNumber(sum) === null) return
    const column = dimensions.length + 3 + offset
    const place = `${columnName(column - 1)}${String(at - 1)}`
    const total = isAwaited(figures) ? `N(${place})` : place
    const formula = `ROUND(${total}-${countyCell(form, index)},${String(figures.decimals)})`
    const result = Number(subtract(sum, figures.sum))
    put(row.getCell(column), { formula, result }, DIFFERENCE)
  })
  row.commit()
  const first = `${columnName(dimensions.length + 2)}${String(at)}`
  const last = `${columnName(dimensions.length + 1 + Math.max(1, input.items.length))}${String(at)}`
  sheet.addConditionalFormatting({
    ref: `${first}:${last}`,
    rules: [{ type: 'expression', priority: 1, formulae: [`${first}<>0`], style: ALARM }],
  })
}
