import { fractionReadings } from '../cells/fraction-in-percent.ts'
import { takeNumber } from '../cells/value.ts'
import type { TakenValue } from '../cells/value.ts'
import { isKnownUnit } from '../cells/unit-size.ts'
import { unitNamed } from '../forms/units.ts'
import { a1 } from '../model/address.ts'
import type { WorkbookData } from '../model/sheet.ts'
import { SheetGrid } from '../forms/sheet-grid.ts'
import { listOn } from '../forms/table-rows.ts'
import type { TableRows } from '../forms/table-rows.ts'
import { unitsPrintedAbove } from '../forms/table-units.ts'
import { PLANNED } from '../model/external-figure.ts'
import type { ExternalFigure } from '../model/external-figure.ts'

/** Under which headings a list of figures gives what. */
interface Headings {
  value: string
  unit: readonly string[]
  source: readonly string[]
  date: readonly string[]
}

const EXTERNAL: Headings = {
  value: '数值',
  unit: ['单位'],
  source: ['来源'],
  date: ['截止日期'],
}
/** What a list of plans calls its figures. */
const PLANNED_VALUES = ['计划数', '计划', '目标数', '目标值', '目标', '计划目标']
const PLANS: Omit<Headings, 'value'> = {
  unit: ['单位', '计量单位'],
  source: ['文件', '文件名称', '文件依据', '文号', '依据', '来源'],
  date: ['日期', '文件日期', '印发日期', '发文日期', '截止日期'],
}

/**
 * Reads external.xlsx: 指标, 数值, 单位, 来源, 截止日期. A figure is taken as cells of returns are: typed
 * separators, full-width digits and its own unit are cleaned; what is no plain number is unreadable,
 * not missing; two lines of one name are both refused, since nobody can say which is meant.
 *
 * @param sheetName the sheet to read; null for the first with both headings
 * @returns null when no sheet has the headings 指标 and 数值
 */
export function readExternals(
  workbook: WorkbookData,
  sheetName: string | null,
): ExternalFigure[] | null {
  return readFigures(workbook, sheetName, EXTERNAL)
}

/**
 * Reads a list of plans and targets: 指标, 计划数 (or 目标), 单位, 文件, 日期. Each is a figure named with
 * 计划 before it, its document and the document's date being where it comes from. Read as readExternals.
 *
 * @returns null when no sheet has the headings
 */
export function readPlans(workbook: WorkbookData): ExternalFigure[] | null {
  for (const value of PLANNED_VALUES) {
    const found = readFigures(workbook, null, { value, ...PLANS })
    if (found !== null)
      return found.map((figure) => ({
        ...figure,
        name: figure.name.startsWith(PLANNED) ? figure.name : PLANNED + figure.name,
      }))
  }
  return null
}

function readFigures(
  workbook: WorkbookData,
  sheetName: string | null,
  headings: Headings,
): ExternalFigure[] | null {
  const found = listOf(workbook, headings.value, sheetName)
  if (found === null) return null
  const { list, unit: ofColumn } = found
  const sheet = workbook.sheets.find(({ name }) => name === list.sheet)
  const column = (heading: string): number => list.headings.indexOf(heading)
  const { valueAt } = found
  const figures = new Map<string, ExternalFigure>()
  for (const { row, values } of list.records) {
    const said = (names: readonly string[]): string =>
      names.map((name) => values[column(name)] ?? '').find((text) => text !== '') ?? ''
    const name = values[column('指标')] ?? ''
    if (name === '') continue
    const unit = said(headings.unit) || unitAfter(name) || ofColumn
    const place = { sheet: list.sheet, cell: a1(row, valueAt) }
    const raw = values[valueAt] ?? ''
    const taken = takeNumber(sheet?.cells[row]?.[valueAt], { unit: unitNamed(unit) })
    const figure: ExternalFigure = {
      name,
      value: taken.state === 'number' ? taken.value : '',
      unit,
      source: said(headings.source),
      date: said(headings.date),
    }
    const known = figures.get(name)
    if (known !== undefined) {
      const both = [known.refused?.raw ?? known.value, raw].filter((text) => text !== '')
      const refused = { code: 'twice' as const, raw: both.join('、'), ...place }
      figures.set(name, { ...figure, value: '', refused })
    } else if (taken.state === 'unreadable' || taken.state === 'na') {
      figures.set(name, {
        ...figure,
        refused: { code: 'unreadable', raw: taken.raw || raw, ...place },
      })
    } else if (isPerhapsFraction(taken, unit, name)) {
      figures.set(name, {
        ...figure,
        value: '',
        refused: { code: 'fraction', raw: taken.raw || raw, ...place },
      })
    } else if (taken.cleanings.some((kind) => kind !== 'text-number' && kind !== 'space')) {
      figures.set(name, { ...figure, cleaned: { raw: taken.raw, ...place } })
    } else {
      figures.set(name, figure)
    }
  }
  return [...figures.values()]
}

/**
 * The list with a column of names and one of values, which may have its unit behind it (数值（万元）); a unit
 * printed above the list (单位：万元) holds for figures that have none of their own.
 */
function listOf(
  workbook: WorkbookData,
  value: string,
  sheetName: string | null,
): { list: TableRows; valueAt: number; unit: string } | null {
  for (const sheet of workbook.sheets) {
    if (sheetName !== null && sheet.name !== sheetName) continue
    const list = listOn(sheet, ['指标'], (headings) => valueColumn(headings, value) >= 0)
    if (list === null) continue
    const valueAt = valueColumn(list.headings, value)
    const behind = unitAfter(list.headings[valueAt] ?? '')
    const [printed = '', ...others] = unitsPrintedAbove(new SheetGrid(sheet), list.headingRow)
    const above = others.length === 0 && isKnownUnit(printed) ? printed : ''
    return { list, valueAt, unit: behind || above }
  }
  return null
}

function valueColumn(headings: readonly string[], value: string): number {
  const exact = headings.indexOf(value)
  if (exact >= 0) return exact
  return headings.findIndex(
    (heading) =>
      heading.startsWith(value) && /^[(（][^()（）]*[)）]$/u.test(heading.slice(value.length)),
  )
}

/** 0.98 in %, without a sign of its own: 0.98 % or 98 %. */
function isPerhapsFraction({ value, cleanings }: TakenValue, unit: string, name: string): boolean {
  return (
    unitNamed(unit) === '%' && !cleanings.includes('unit') && fractionReadings(value, name) !== null
  )
}

/** The unit that a name carries in brackets (户籍人口（万人）), where its own column is empty. */
function unitAfter(name: string): string {
  const inner = (/[(（]([^()（）]+)[)）]$/u.exec(name)?.[1] ?? '').replace(
    /^(?:计量)?单位[:：]/u,
    '',
  )
  return inner !== '' && isKnownUnit(inner) ? inner : ''
}
