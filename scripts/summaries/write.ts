import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { parseLibrary, withPlansOf } from '../../src/core/indicators/library.ts'
import type { Indicator } from '../../src/core/indicators/indicator.ts'
import { putIndicators } from '../../src/core/indicators/write.ts'
import { emptySheet } from '../../src/core/model/sheet.ts'
import type { SheetData } from '../../src/core/model/sheet.ts'
import { writeWorkbook } from '../county/write-workbook.ts'
import { FORM_LIBRARY } from '../forms/library.ts'
import { drawSheet } from '../forms/sheet.ts'
import type { CellValue, Sender } from '../forms/sheet.ts'
import type { FormSheetSpec } from '../forms/spec.ts'
import { isYearly, parsePeriod } from '../../src/shared/period.ts'
import type { MadeSummary, Reporter } from './made.ts'

const SHEETS = new Map(
  FORM_LIBRARY.flatMap(({ sheets }) => sheets).map((spec) => [spec.name, spec]),
)

/** The collection folder (docs/contract.md §1) of a made summary, file by file. */
export async function* filesOf(made: MadeSummary): AsyncGenerator<[string, Uint8Array | string]> {
  yield ['collection.yaml', configOf(made)]
  yield ['register.xlsx', await plainBook('学校名册', registerRows(made))]
  for (const [kind, { sheets }] of Object.entries(made.kinds)) {
    yield [`forms/${bookName(made, kind)}`, await bookOf(sheets.map(specOf), null, {})]
  }
  for (const reporter of made.reporters) {
    const specs = made.kinds[reporter.kind]?.sheets.map(specOf) ?? []
    const sender = { code: reporter.code, name: reporter.name }
    const bytes = await bookOf(specs, sender, reporter.sheets)
    yield [`returns/${reporter.code} ${reporter.name}.xlsx`, bytes]
  }
  const prior = await priorOf(made)
  // Of a part of a year it is the same part of last year.
  const same = made.period !== undefined && !isYearly(parsePeriod(made.period))
  if (prior !== null) yield [`prior/${same ? '同期' : '明细'}.xlsx`, prior]
  yield ['indicators.yaml', indicatorsOf(made)]
  yield ['summary.md', made.summary]
}

function specOf(name: string): FormSheetSpec {
  const spec = SHEETS.get(name)
  if (spec === undefined) throw new RangeError(`no sheet ${name} in the form library`)
  return spec
}

const bookName = ({ kinds }: MadeSummary, kind: string): string =>
  `${kinds[kind]?.label ?? kind}.xlsx`

async function bookOf(
  specs: readonly FormSheetSpec[],
  sender: Sender | null,
  sheets: Reporter['sheets'],
): Promise<Uint8Array> {
  const drawn = specs.map((spec) =>
    drawSheet(spec, sender === null ? null : { sender, rows: sheets[spec.name] ?? [] }),
  )
  return writeWorkbook(
    drawn.map(({ sheet }) => sheet),
    new Map(drawn.map(({ sheet, ruled }) => [sheet.name, ruled])),
  )
}

function configOf(made: MadeSummary): string {
  const kinds = Object.keys(made.kinds)
  const [columns = []] = registerRows(made)
  const dimensions = ['乡镇', '办学类型', '举办者'].filter((name) => columns.includes(name))
  return stringify({
    title: made.title,
    county: made.county,
    school_year: made.schoolYear,
    ...(made.period !== undefined && { period: made.period }),
    reference_date: made.referenceDate,
    dimensions,
    dimension_fields: Object.fromEntries(dimensions.map((name) => [name, name])),
    register: { file: 'register.xlsx', sheet: '学校名册' },
    forms: {
      folder: 'forms',
      by_type: Object.fromEntries(kinds.map((kind) => [kind, bookName(made, kind)])),
    },
    not_counted_types: kinds.filter((kind) => made.kinds[kind]?.category !== '学校'),
  })
}

function registerRows({ reporters, kinds }: MadeSummary): CellValue[][] {
  const more = [...new Set(reporters.flatMap((one) => Object.keys(one.more)))]
  const head = ['标识码', '学校名称', '类别', '乡镇', '办学类型代码', '办学类型', '状态', ...more]
  const rows = reporters.map((one) => [
    one.code,
    one.name,
    kinds[one.kind]?.category ?? '',
    one.town,
    one.kind,
    kinds[one.kind]?.label ?? '',
    '正常',
    ...more.map((name) => one.more[name] ?? ''),
  ])
  return [head, ...rows]
}

/** Last year's values: a sheet per form, a row per reporter. */
async function priorOf({ reporters }: MadeSummary): Promise<Uint8Array | null> {
  const forms = [...new Set(reporters.flatMap(({ before }) => Object.keys(before)))]
  if (forms.length === 0) return null
  return writeWorkbook(
    forms.map((form) => {
      const own = reporters.filter(({ before }) => before[form] !== undefined)
      const items = [...new Set(own.flatMap(({ before }) => Object.keys(before[form] ?? {})))]
      const rows = own.map(({ code, name, before }) => [
        code,
        name,
        ...items.map((item) => before[form]?.[item] ?? null),
      ])
      return plainSheet(`明细_${form}`, [['标识码', '学校名称', ...items], ...rows])
    }),
  )
}

async function plainBook(name: string, rows: CellValue[][]): Promise<Uint8Array> {
  return writeWorkbook([plainSheet(name, rows)])
}

function plainSheet(name: string, rows: CellValue[][]): SheetData {
  const sheet = emptySheet(name)
  rows.forEach((values, row) => {
    sheet.cells[row] = values.map((value) =>
      value === null || value === ''
        ? undefined
        : { kind: typeof value === 'number' ? 'number' : 'text', value: String(value) },
    )
  })
  sheet.rowCount = rows.length
  sheet.columnCount = Math.max(...rows.map((row) => row.length))
  return sheet
}

/** The library's entries of those ids: of several the one that reads the form library. */
function indicatorsOf(made: MadeSummary): string {
  const path = join(import.meta.dirname, '../../resources/library/indicators.yaml')
  const { indicators, forms } = parseLibrary(readFileSync(path, 'utf8'))
  const reads = (one: Indicator): boolean => {
    const text = JSON.stringify(one)
    return forms.some((form) => text.includes(`${form}[`))
  }
  const taken = made.indicators.map((id) => {
    const all = indicators.filter((one) => one.id === id)
    const chosen = all.find(reads) ?? all[0]
    if (chosen === undefined) throw new RangeError(`no indicator ${id} in the library`)
    return chosen
  })
  return putIndicators('', withPlansOf(taken)) + made.ownIndicators
}
