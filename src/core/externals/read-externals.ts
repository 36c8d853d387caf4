import { takeNumber } from '../cells/value.ts'
import { isKnownUnit } from './unit-size.ts'
import { unitNamed } from '../forms/units.ts'
import { a1 } from '../model/address.ts'
import type { WorkbookData } from '../model/sheet.ts'
import { findList } from '../forms/table-rows.ts'
import type { ExternalFigure } from '../model/external-figure.ts'

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
  const list = findList(workbook, ['指标', '数值'], sheetName)
  if (list === null) return null
  const sheet = workbook.sheets.find(({ name }) => name === list.sheet)
  const column = (heading: string): number => list.headings.indexOf(heading)
  const figures = new Map<string, ExternalFigure>()
  for (const { row, values } of list.records) {
    const name = values[column('指标')] ?? ''
    if (name === '') continue
    const unit = values[column('单位')] || unitAfter(name)
    const place = { sheet: list.sheet, cell: a1(row, column('数值')) }
    const raw = values[column('数值')] ?? ''
    const taken = takeNumber(sheet?.cells[row]?.[column('数值')], { unit: unitNamed(unit) })
    const figure: ExternalFigure = {
      name,
      value: taken.state === 'number' ? taken.value : '',
      unit,
      source: values[column('来源')] ?? '',
      date: values[column('截止日期')] ?? '',
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
    } else if (taken.cleanings.some((kind) => kind !== 'text-number' && kind !== 'space')) {
      figures.set(name, { ...figure, cleaned: { raw: taken.raw, ...place } })
    } else {
      figures.set(name, figure)
    }
  }
  return [...figures.values()]
}

/** The unit that a name carries in brackets (户籍人口（万人）), where its own column is empty. */
function unitAfter(name: string): string {
  const inner = /[(（]([^()（）]+)[)）]$/u.exec(name)?.[1] ?? ''
  return inner !== '' && isKnownUnit(inner) ? inner : ''
}
