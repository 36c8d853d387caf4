import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { stringify } from 'yaml'
import type { SheetData } from '../../src/core/model/sheet.ts'
import { officialCover, officialSheet } from '../county/official/layout.ts'
import { Random } from '../county/random.ts'
import { finish, put, putText, sumFormula } from '../county/sheet.ts'
import type { Identity, MadeSheet } from '../county/sheet.ts'
import { columnsOf, table } from '../county/table.ts'
import type { TableSpec } from '../county/table.ts'
import { ruledOf } from '../county/returns.ts'
import { writeWorkbook, zipFiles } from '../county/write-workbook.ts'

const TABLES = 10
const ROWS = 32
const COLUMNS = 20
const TOWNS = 12
/** Figures of the pattern from here on stand for the places of a return, counted through. */
const MARK = 700_000_000
const WHO: Identity = { code: '@code@', name: '@name@', date: '2025-09-12' }

/**
 * Writes a collection folder with `count` returns of ten tables, some 8,000 filled cells each:
 * one workbook as exceljs writes it, in which each school's figures take the places of marks.
 * The same count gives the same bytes. `slips` figures, dealt out over schools and tables, are one too
 * high, so that the row they stand in and their column break a rule each.
 */
export async function writeReturns(folder: string, count: number, slips = 0): Promise<void> {
  const tables = Array.from({ length: TABLES }, (_, number) => spec(number))
  mkdirSync(join(folder, 'forms'), { recursive: true })
  mkdirSync(join(folder, 'returns'), { recursive: true })
  const put = (path: string, bytes: Uint8Array | string) => writeFileSync(join(folder, path), bytes)
  put('forms/小学.xlsx', await workbook(blankSheets(tables)))
  put('register.xlsx', await register(count))
  put('collection.yaml', COLLECTION)
  put('rules.yaml', stringify(tables.flatMap(rulesOf)))
  const pattern = Object.entries(unzipSync(await workbook(markedSheets(tables)))).map(
    ([name, bytes]): [string, string] => [name, new TextDecoder().decode(bytes)],
  )
  for (let index = 0; index < count; index += 1) {
    const { code, name } = school(index)
    put(`returns/${code}_${name}.xlsx`, filled(pattern, index, slipped(index, count, slips)))
  }
}

const COLLECTION = stringify({
  title: '测速县教育统计',
  county: '测速县',
  school_year: '2025/2026',
  register: {
    file: 'register.xlsx',
    key: '标识码',
    name: '学校名称',
    type: '办学类型代码',
    status: '状态',
    active: '正常',
  },
  dimensions: ['乡镇'],
  dimension_fields: { 乡镇: '乡镇' },
  forms: { folder: 'forms', by_type: { '211': '小学.xlsx' }, not_applicable: '*' },
})

function school(index: number): { code: string; name: string; town: string } {
  const town = `第${(index % TOWNS) + 1}镇`
  return { code: String(2_190_000_000 + index), name: `测速县${town}第${index + 1}小学`, town }
}

function spec(number: number): TableSpec {
  return table({
    id: `教基31${10 + number}`,
    title: `第${number + 1}表学生情况`,
    unit: '人',
    rows: Array.from({ length: ROWS }, (_, row) => ({
      code: String(row + 1).padStart(2, '0'),
      label: row === 0 ? '总计' : `第${row}类学生`,
      level: row === 0 ? 0 : 1,
    })),
    columns: columnsOf(
      Array.from({ length: COLUMNS }, (_, column) =>
        column === 0 ? '合计' : `第${Math.ceil(column / 5)}组/第${column}项`,
      ),
    ),
    formula: (_, column) =>
      column === 0 ? { columns: Array.from({ length: COLUMNS - 1 }, (__, c) => c + 1) } : null,
    fill: () => [],
  })
}

/** That rows and columns add up. */
function rulesOf({ id }: TableSpec): Record<string, string>[] {
  return [
    { id: `${id}-1`, title: '合计等于各项之和', check: `${id}[*,1] = SUM(${id}[*,2:${COLUMNS}])` },
    { id: `${id}-2`, title: '总计等于各类之和', check: `${id}[01,*] = SUM(${id}[02:${ROWS},*])` },
  ].map((rule) => ({ ...rule, severity: 'error' }))
}

function blankSheets(tables: TableSpec[]): MadeSheet[] {
  const sheets = tables.map((one) => officialSheet(one.id, [one], 'primary'))
  return [officialCover('2025/2026'), ...sheets]
}

/** The sheets of a return whose figures are marks and whose sender is a placeholder. */
function markedSheets(tables: TableSpec[]): MadeSheet[] {
  const sheets = blankSheets(tables)
  let mark = MARK
  for (const sheet of sheets) {
    for (const { row, column, text } of sheet.slots) putText(sheet, row, column, text(WHO))
    const sums = new Map(sheet.sums.map((sum) => [sum.at, sumFormula(sum)]))
    for (const place of sheet.places) {
      const formula = sums.get(place)
      const value = { kind: 'number', value: String(mark++) } as const
      put(sheet, place.row, place.column, formula === undefined ? value : { ...value, formula })
    }
  }
  return sheets
}

function workbook(sheets: MadeSheet[]): Promise<Uint8Array> {
  return writeWorkbook(sheets.map(finish), ruledOf(sheets))
}

/** Which of a return's figures are slips: one in a table, in another row each time, never in a total. */
function slipped(index: number, count: number, slips: number): number[] {
  const own = Math.floor(slips / count) + (index < slips % count ? 1 : 0)
  return Array.from({ length: own }, (_, at) => {
    const row = 1 + ((index + at) % (ROWS - 1))
    return (at % TABLES) * ROWS * COLUMNS + row * COLUMNS + 1 + ((index * 7) % (COLUMNS - 1))
  })
}

function filled(pattern: [string, string][], index: number, wrong: number[]): Uint8Array {
  const { code, name } = school(index)
  const values = figures(new Random(`intake ${index}`))
  for (const at of wrong) values[at] = (values[at] ?? 0) + 1
  return zipFiles(
    pattern.map(([part, text]): [string, Uint8Array] => {
      const own = part.startsWith('xl/worksheets/')
        ? text.replace(
            /<v>(7\d{8})<\/v>/g,
            (_, mark: string) => `<v>${values[Number(mark) - MARK] ?? 0}</v>`,
          )
        : text.replaceAll(WHO.code, code).replaceAll(WHO.name, name)
      return [part, new TextEncoder().encode(own)]
    }),
  )
}

/**
 * Figures of a return in the order of its places. As in a return that was checked, the first of
 * each row is the sum of the others and the first row of each table the sum of the rows below.
 */
function figures(random: Random): number[] {
  return Array.from({ length: TABLES }, () => {
    const body = Array.from({ length: ROWS - 1 }, () =>
      Array.from({ length: COLUMNS - 1 }, () => random.int(0, random.pick([9, 99, 999]))),
    )
    const totals = Array.from({ length: COLUMNS - 1 }, (_, column) =>
      total(body.map((row) => row[column] ?? 0)),
    )
    return [totals, ...body].flatMap((row) => [total(row), ...row])
  }).flat()
}

function total(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function register(count: number): Promise<Uint8Array> {
  const head = ['标识码', '学校名称', '乡镇', '办学类型代码', '状态']
  const lines = Array.from({ length: count }, (_, index) => {
    const { code, name, town } = school(index)
    return [code, name, town, '211', '正常']
  })
  const sheet: SheetData = {
    name: '学校名册',
    hidden: false,
    rowCount: count + 1,
    columnCount: head.length,
    cells: [head, ...lines].map((line) => line.map((value) => ({ kind: 'text', value }))),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  }
  return writeWorkbook([sheet])
}
