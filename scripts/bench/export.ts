import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { a1, columnName } from '../../src/core/model/address.ts'
import { ExactSum } from '../../src/shared/exact.ts'
import { defaultConfig } from '../../src/core/setup/config.ts'
import type { ConsolidatedInput } from '../../src/core/model/consolidated-input.ts'
import { createWriter } from '../../src/main/writer.ts'
import type { Form, School } from '../../src/shared/model.ts'

/**
 * 汇总表.xlsx of 1,000 schools × 10 forms × 300 items, with 48 groups of 20 items for each form and
 * 100 indicators, each in one thread. `huishu` writes the whole workbook, groups, indicators and all. The others write
 * school sheets and county forms of sums: `sheets` ours (with the cover and the sheet of checks, which every workbook
 * has), `exceljs` with its workbook in memory, and `streaming` with its streaming writer, which gives each row to the
 * zip as it comes.
 */
const SCHOOLS = 1_000
const FORMS = 10
const ROWS = 20
const COLUMNS = 15
const TOWNS = 12
const PLACES = ['城区', '镇区', '乡中心区', '村庄']
const HOLDERS = ['县级教育部门']
const INDICATORS = 100

const contender = process.argv[2] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'huishu-bench-'))
try {
  const input = makeInput()
  const target = join(folder, 'out.xlsx')
  const beforeMb = process.memoryUsage().rss / 1e6
  const [start, worked] = [performance.now(), process.cpuUsage()]
  if (contender === 'huishu') await streamed(input, target)
  else if (contender === 'sheets') await streamed(withoutGroups(input), target)
  else if (contender === 'exceljs') await inMemory(input, target)
  else if (contender === 'streaming') await byStreaming(input, target)
  else throw new Error(`no contender ${contender}`)
  const ms = performance.now() - start
  const { user, system } = process.cpuUsage(worked)
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6
  const note = `${(statSync(target).size / 1e6).toFixed(1)} MB file`
  console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000, beforeMb, peakMb, note }))
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function streamed(input: ConsolidatedInput, target: string): Promise<void> {
  const writer = createWriter({ queryBook: () => Promise.reject(new Error('none asked')) })
  await writer.consolidated(
    input,
    () => null,
    target,
    () => undefined,
    { cancelled: false },
  )
}

function withoutGroups(input: ConsolidatedInput): ConsolidatedInput {
  const { breakdown: _groups, indicators: _indicators, ...rest } = input
  return rest
}

async function inMemory(input: ConsolidatedInput, target: string): Promise<void> {
  const book = new ExcelJS.Workbook()
  fill(book, input, { row: () => undefined, sheet: () => undefined })
  await book.xlsx.writeFile(target)
}

async function byStreaming(input: ConsolidatedInput, target: string): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: target,
    useStyles: true,
    useSharedStrings: true,
  })
  fill(book, input, { row: (row) => row.commit(), sheet: (sheet) => sheet.commit() })
  await book.commit()
}

/** School sheets and county sheets of sums; `ended` is told of each row and sheet that is complete. */
function fill(
  book: Pick<ExcelJS.Workbook, 'addWorksheet'>,
  input: ConsolidatedInput,
  ended: { row: (row: ExcelJS.Row) => void; sheet: (sheet: ExcelJS.Worksheet) => void },
): void {
  const line = { style: 'thin', color: { argb: 'FFB8C2CC' } } as const
  const style = {
    font: { name: '宋体', size: 10 },
    border: { top: line, left: line, bottom: line, right: line },
    numFmt: '#,##0',
  }
  for (const { form, rows, totals } of input.forms) {
    const detail = book.addWorksheet(`明细_${form.id}`)
    rows.forEach(({ school, group, values }, index) => {
      const row = detail.getRow(index + 2)
      const texts = [school.id, school.name, group]
      ;[...texts, ...values.map(Number)].forEach((value, column) => {
        const cell = row.getCell(column + 1)
        cell.value = value
        cell.style = style
      })
      ended.row(row)
    })
    ended.sheet(detail)
    const county = book.addWorksheet(form.id)
    form.items.forEach(({ row, column }, index) => {
      const letters = columnName(index + 3)
      const cell = county.getCell(a1(row, column))
      cell.value = {
        formula: `SUM('明细_${form.id}'!${letters}2:${letters}${rows.length + 1})`,
        result: Number(totals[index]),
      }
      cell.style = style
    })
    ended.sheet(county)
  }
}

function makeForm(number: number): Form {
  const rows = Array.from({ length: ROWS }, (_, row) => ({
    code: String(row + 1).padStart(2, '0'),
    label: `第${row + 1}类学生`,
    level: row === 0 ? 0 : 1,
  }))
  const columns = Array.from({ length: COLUMNS }, (_, column) => ({
    code: String(column + 1),
    path: [`第${Math.floor(column / 5) + 1}组`, `第${column + 1}项`],
  }))
  const items = rows.flatMap((_, row) =>
    columns.map((_column, column) => ({
      row,
      column,
      kind: 'number' as const,
      unit: '人',
      decimals: 0,
      formula: null,
      input: true,
    })),
  )
  return { id: `教基31${number}`, title: '学生数', unit: '人', rows, columns, items, editions: [] }
}

function makeInput(): ConsolidatedInput {
  const schools = Array.from({ length: SCHOOLS }, (_, index): School => {
    const town = `第${index % TOWNS}镇`
    const name = `某县${town}第${index}小学`
    return {
      id: String(2_190_000_000 + index),
      name,
      shortName: name,
      type: '211',
      status: '正常',
      active: true,
      attributes: { 乡镇: town, 办学类型: '小学', 举办者: '县级教育部门' },
    }
  })
  const forms = Array.from({ length: FORMS }, (_, number) => {
    const form = makeForm(10 + number)
    const rows = schools.map((school, row) => ({
      school,
      group: school.attributes['乡镇'] ?? '',
      values: form.items.map((_item, item) => String((row * 7_919 + item * 104_729) % 5_000)),
      states: 'n'.repeat(form.items.length),
      raw: {},
      extra: ['小学', PLACES[row % PLACES.length] ?? ''],
    }))
    const totals = form.items.map((_item, item) => {
      const sum = new ExactSum()
      for (const { values } of rows) sum.add(values[item] ?? '0')
      return sum.toString()
    })
    return { form, workbook: '', totals, rows, groups: [] }
  })
  return {
    config: {
      ...defaultConfig(),
      title: '某县教育事业统计',
      county: '某县',
      schoolYear: '2025/2026',
      referenceDate: '2025-09-01',
      dueDate: '2025-09-20',
      dimensions: ['乡镇'],
      dimensionFields: { 乡镇: '乡镇' },
    },
    basis: 'returned',
    lang: 'zh',
    exportedAt: '2025-11-21T19:21:03+08:00',
    chain: null,
    fingerprint: '0',
    coverage: { expected: SCHOOLS, reported: SCHOOLS },
    groupBy: '乡镇',
    forms,
    findings: [],
    faults: [],
    extraColumns: ['学段', '城乡'],
    breakdown: {
      dimensions: ['乡镇', '学段', '举办者', '城乡'],
      forms: forms.map(({ form }) => broken(form)),
    },
    indicators: forms.flatMap(indicatorsOf).slice(0, INDICATORS),
    missing: [],
    changes: [],
    quoted: null,
    cleanings: [],
  }
}

/** The first twenty items by town and place. */
function broken(form: Form): NonNullable<ConsolidatedInput['breakdown']>['forms'][number] {
  const items = form.items.slice(0, 20).map((_, index) => index)
  const groups = Array.from({ length: TOWNS }, (_, town) =>
    HOLDERS.flatMap((holder) =>
      PLACES.map((place) => ({
        names: [`第${town}镇`, '小学', holder, place],
        items,
        reported: SCHOOLS / TOWNS / PLACES.length,
        expected: SCHOOLS / TOWNS / PLACES.length,
      })),
    ),
  ).flat()
  return { form: form.id, items, staged: items.map(() => true), groups }
}

/** A plain sum of each of a form's items in turn. */
function indicatorsOf({
  form,
  totals,
}: ConsolidatedInput['forms'][number]): NonNullable<ConsolidatedInput['indicators']> {
  return totals.slice(0, INDICATORS / FORMS).map((numerator, index) => {
    const item = form.items[index]
    const address = `${form.id}[${form.rows[item?.row ?? 0]?.code ?? ''},${form.columns[item?.column ?? 0]?.code ?? ''}]`
    const year = {
      value: numerator,
      text: numerator,
      numerator,
      denominator: null,
      lacking: false,
    }
    return {
      indicator: {
        id: address,
        title: address,
        unit: '人',
        decimals: 0,
        numerator: { kind: 'sum', expr: address, where: null },
        denominator: null,
        scale: '1',
        prefix: '',
      },
      now: year,
      before: year,
      change: '0',
      undefinedWhy: null,
      missing: [],
      apart: [],
      reported: SCHOOLS,
      expected: SCHOOLS,
      faults: [],
    }
  })
}
