import { schoolNotes } from './school-notes.ts'
import type { Cell, Row } from 'exceljs'
import { a1 } from '../../../core/model/address.ts'
import { leavesOf } from '../../../core/indicators/leaves.ts'
import { compare, numberOf } from '../../../core/model/number.ts'
import type { IndicatorRow, IndicatorSide } from '../../../shared/consolidate.ts'
import { fill } from '../../../shared/words/template.ts'
import { commitSheet } from './commit.ts'
import { cellNumber, decimalsOf, numberFormat } from './number.ts'
import { parseExact } from '../../../shared/exact.ts'
import type { Pace } from './pace.ts'
import type { Plan } from './plan.ts'
import { onePageWide } from './print.ts'
import { addSheet, put, putText, setWidths } from './sheet.ts'
import type { Book } from './sheet.ts'
import { sideFormula } from './side-formula.ts'
import { HEADING, NOTE, SHEET_TITLE, TEXT, TEXT_WRAPPED, numberStyle } from './styles.ts'
import { wrappedHeight } from './text.ts'

const WIDTHS = [34, 10, 13, 14, 14, 12, 11, 7, 7, 44]
const HEAD_ROW = 3

/** 指标: each with both sides, live where they can be written over the school sheets. */
export async function writeIndicators(book: Book, plan: Plan, pace: Pace): Promise<void> {
  const rows = plan.input.indicators ?? []
  const { words } = plan
  if (plan.indicators === null) return
  const sheet = addSheet(book, plan, plan.indicators, {
    pageSetup: onePageWide(
      WIDTHS.reduce((sum, width) => sum + width, 0),
      `${HEAD_ROW}:${HEAD_ROW}`,
    ),
    views: [{ state: 'frozen', xSplit: 1, ySplit: HEAD_ROW, showGridLines: false }],
  })
  setWidths(sheet, [...WIDTHS, ...moreOf(plan).map(({ text }) => (text === undefined ? 12 : 22))])
  const basis = plan.input.basis === 'returned' ? words.returned : words.adopted
  putText(sheet.getCell(1, 1), `${words.indicators}　${basis}`, SHEET_TITLE, words.tooLong)
  sheet.getRow(1).height = 22
  putText(sheet.getCell(2, 1), words.indicatorsNote, NOTE, '')
  const head = sheet.getRow(HEAD_ROW)
  head.height = 20
  const headings = [
    words.indicator,
    words.unitHeading,
    words.value,
    words.numerator,
    words.denominator,
    plan.input.periods?.last ?? words.before,
    words.change,
    words.reportedSchools,
    words.expectedSchools,
    words.note,
  ]
  const more = moreOf(plan)
  for (const { heading } of more) headings.push(heading)
  headings.forEach((text, index) => putText(head.getCell(index + 1), text, HEADING, ''))
  head.commit()
  for (const [index, row] of rows.entries()) {
    writeIndicator(sheet.getRow(HEAD_ROW + 1 + index), plan, row, HEAD_ROW + 1 + index)
    await pace.row(plan.indicators)
  }
  await commitSheet(book, sheet)
  await pace.look(plan.indicators)
}

/** Where an indicator's value stands in the workbook; null when it has no sheet of indicators, or not this one. */
export function indicatorPlace(plan: Plan, id: string): { sheet: string; address: string } | null {
  const index = (plan.input.indicators ?? []).findIndex(({ indicator }) => indicator.id === id)
  if (plan.indicators === null || index < 0) return null
  return { sheet: plan.indicators, address: a1(HEAD_ROW + index, 2) }
}

/** A column right of the note: other periods, and what was planned; only where some indicator has it. */
interface MoreColumn {
  heading: string
  figure?: (line: IndicatorRow) => number | null
  text?: (line: IndicatorRow) => string
}

function moreOf({ input, words }: Plan): MoreColumn[] {
  const rows = input.indicators ?? []
  const number = (text: string | null | undefined): number | null =>
    text === null || text === undefined ? null : cellNumber(text)
  const periods = (['same', 'previous'] as const).flatMap((past): MoreColumn[] =>
    rows.some((row) => row[past] !== undefined)
      ? [
          {
            heading: input.periods?.[past] ?? words.before,
            figure: (line) => number(line[past]?.value),
          },
          { heading: words.change, figure: (line) => number(line[past]?.change) },
        ]
      : [],
  )
  if (rows.every(({ plan }) => plan === undefined)) return periods
  return [
    ...periods,
    { heading: words.planned, figure: ({ plan }) => number(plan?.value) },
    { heading: words.offPlan, figure: ({ plan }) => number(plan?.change) },
    {
      heading: words.planDone,
      text: ({ plan }) => (plan?.done === undefined || plan.done === null ? '' : `${plan.done}%`),
    },
    {
      heading: words.planDocument,
      text: ({ plan }) =>
        [plan?.source ?? '', plan?.date ?? ''].filter((one) => one !== '').join('，'),
    },
  ]
}

function writeIndicator(row: Row, plan: Plan, line: IndicatorRow, at: number): void {
  const { words } = plan
  const { indicator, now } = line
  const notes = new Set<string>()
  putText(row.getCell(1), indicator.title, TEXT_WRAPPED, words.tooLong)
  putText(row.getCell(2), indicator.unit, TEXT, words.tooLong)
  putSide(row.getCell(4), plan, indicator.numerator, now.numerator, notes)
  if (indicator.denominator === null) put(row.getCell(5), null, TEXT)
  else putSide(row.getCell(5), plan, indicator.denominator, now.denominator, notes)
  putValue(row.getCell(3), plan, line, at, notes)
  const style = valueStyle(line)
  const before = line.before.value === null ? null : cellNumber(line.before.value)
  put(row.getCell(6), before, style)
  putChange(row.getCell(7), line, at)
  const count = numberStyle('#,##0')
  put(row.getCell(8), line.expected === 0 ? null : line.reported, count)
  put(row.getCell(9), line.expected === 0 ? null : line.expected, count)
  if (line.before.lacking) notes.add(words.lacks['no-last-year'])
  const { missing, apart } = line
  const compared = { missing: line.before.value === null ? [] : missing, apart }
  for (const said of schoolNotes(compared, words)) notes.add(said)
  const note = [...notes].join('；')
  putText(row.getCell(10), note, TEXT_WRAPPED, words.tooLong)
  for (const [index, { text, figure }] of moreOf(plan).entries()) {
    const cell = row.getCell(11 + index)
    const shown = figure?.(line) ?? null
    if (shown !== null) put(cell, shown, style)
    else putText(cell, text?.(line) ?? '', TEXT_WRAPPED, words.tooLong)
  }
  const height = wrappedHeight([indicator.title, note], [WIDTHS[0] ?? 0, WIDTHS[9] ?? 0])
  if (height !== undefined) row.height = height
  row.commit()
}

/** A side: a formula where it says the same as the program's own sum, else the figure with a note. */
function putSide(
  cell: Cell,
  plan: Plan,
  side: IndicatorSide,
  figure: string | null,
  notes: Set<string>,
): void {
  const { words } = plan
  noteExternals(plan, side, notes)
  const value = figure === null ? null : numberOf(figure)
  const result = figure === null ? null : cellNumber(figure)
  if (figure === null || value === null || result === null) {
    putText(cell, figure ?? '', TEXT, words.tooLong)
    return
  }
  const style = numberStyle(numberFormat(decimalsIn(figure)))
  const worked = sideFormula(side, plan)
  if (worked === null || compare(worked.result, value) !== 0) {
    const counted = leavesOf(side).some(({ kind }) => kind === 'schools')
    if (side.kind !== 'external') notes.add(counted ? words.noteRegister : words.noteEach)
    put(cell, result, style)
  } else if (side.kind === 'external') put(cell, result, style)
  else put(cell, { formula: worked.formula, result }, style)
}

function noteExternals(plan: Plan, side: IndicatorSide, notes: Set<string>): void {
  const { words, input } = plan
  for (const leaf of leavesOf(side)) {
    if (leaf.kind !== 'external') continue
    const figure = input.externals?.find(({ name }) => name === leaf.name)
    if (figure === undefined) continue
    const { name, source, date } = figure
    notes.add(fill(words.noteExternal, { name, source, date }))
  }
}

/** numerator ÷ denominator × scale, rounded once: live, where a sheet's arithmetic gives the same. */
function putValue(
  cell: Cell,
  plan: Plan,
  line: IndicatorRow,
  at: number,
  notes: Set<string>,
): void {
  const { words } = plan
  const { indicator, now, faults, undefinedWhy } = line
  const result = now.value === null ? null : cellNumber(now.value)
  if (result === null) {
    if (faults.length > 0) notes.add(words.noteFault)
    if (undefinedWhy?.kind === 'zero') notes.add(words.noteZero)
    if (undefinedWhy?.kind === 'awaited') notes.add(words.lacks['no-returns'])
    if (undefinedWhy?.kind === 'data') notes.add(words.lacks[undefinedWhy.why])
    if (undefinedWhy?.kind === 'external')
      notes.add(fill(words.noteExternalLack[undefinedWhy.why], { name: undefinedWhy.name }))
    putText(cell, now.value ?? words.undefinedValue, TEXT, words.tooLong)
    return
  }
  const { scale, decimals, denominator } = indicator
  const scaled = scale === '1' ? `D${at}` : `D${at}*${scale}`
  const ratio = denominator === null ? scaled : `${scaled}/E${at}`
  const rounded = `ROUND(${ratio},${decimals})`
  const formula =
    denominator === null ? rounded : `IF(E${at}=0,"${words.undefinedValue}",${rounded})`
  if (asSheetsRound(line) === result) put(cell, { formula, result }, valueStyle(line))
  else {
    notes.add(words.noteRounded)
    put(cell, result, valueStyle(line))
  }
}

/** What the formula comes to in a spreadsheet, which reckons in 15 digits. */
function asSheetsRound({ indicator, now }: IndicatorRow): number | null {
  const top = Number(now.numerator) * Number(indicator.scale)
  const value = indicator.denominator === null ? top : top / Number(now.denominator)
  if (!Number.isFinite(value)) return null
  const { decimals } = indicator
  const digits = Math.abs(value).toPrecision(15)
  const shifted = Math.round(Number(`${Number(digits)}e${decimals}`))
  return Math.sign(value) * Number(`${shifted}e-${decimals}`)
}

function putChange(cell: Cell, line: IndicatorRow, at: number): void {
  const { decimals } = line.indicator
  const style = numberStyle(`+${numberFormat(decimals)};-${numberFormat(decimals)};0`)
  const result = line.change === null ? null : cellNumber(line.change)
  if (result === null) {
    put(cell, null, TEXT)
    return
  }
  const both = `AND(ISNUMBER(C${at}),ISNUMBER(F${at}))`
  put(cell, { formula: `IF(${both},ROUND(C${at}-F${at},${decimals}),"")`, result }, style)
}

/** A prefix ("1:") is written by the number format, so that the cell stays a number. */
function valueStyle({ indicator: { decimals, prefix } }: IndicatorRow) {
  const format = numberFormat(decimals)
  return numberStyle(prefix === '' ? format : `"${prefix.replaceAll('"', '')}"${format}`)
}

function decimalsIn(figure: string): number {
  const value = parseExact(figure)
  return value === null ? 0 : decimalsOf(value)
}
