import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Random } from '../../../scripts/county/random.ts'
import { FORM_LIBRARY } from '../../../scripts/forms/library.ts'
import { drawSheet } from '../../../scripts/forms/sheet.ts'
import type { CellValue } from '../../../scripts/forms/sheet.ts'
import type { FormSheetSpec, ListSheetSpec } from '../../../scripts/forms/spec.ts'
import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { readReturn } from '../../../src/core/intake/read-return.ts'
import { countedTable } from '../../../src/core/lists/counted-table.ts'
import { parseLists } from '../../../src/core/lists/list-library.ts'
import { withCounts } from '../../../src/core/lists/with-counts.ts'
import type { RawCell, SheetData } from '../../../src/core/model/sheet.ts'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import type { Form } from '../../../src/shared/model.ts'
import { readWorkbook } from '../../../src/main/workbook/read-workbook.ts'
import { bareHeading, choicesIn } from '../../support/library-truth.ts'

const ROOT = join(import.meta.dirname, '../../..')
const SENDER = { code: '6100000001', name: '项目管理办公室' }
const OFFICE = {
  ...{ id: SENDER.code, name: SENDER.name, shortName: '', type: '', status: '正常' },
  ...{ active: true, attributes: {}, unit: '股室' },
}
const CONFIG = { ...defaultConfig(), referenceDate: '2025-12-31' }
const LISTS = parseLists(readFileSync(join(ROOT, 'resources/library/lists.yaml'), 'utf8'))
/** Where a drawn sheet has its headings, and the first row below them. */
const HEAD = 2
const FIRST = 3
const ROWS = 7

/** Figures by row and column code, as they are counted from what one office sent. */
function figures(sheets: SheetData[], forms: Form[], name: string): Record<string, string> {
  const sent = { ok: true, workbook: { sheets } } as const
  const context = { forms, schools: [OFFICE], config: CONFIG }
  const table = readReturn(sent, 'returns/a.xlsx', context).tables.find(({ form }) => form === name)
  const form = forms.find(({ id }) => id === name)
  if (table === undefined || form === undefined) return { lost: name }
  const counted = form.list ? countedTable(table, form, CONFIG.referenceDate) : table
  return Object.fromEntries(
    form.items.map((item, at) => [
      `${form.rows[item.row]?.code},${form.columns[item.column]?.code}`,
      counted.states[at] === 'n' ? (counted.values[at] ?? '') : `(${counted.states[at]})`,
    ]),
  )
}

function rowOf({ name, columns }: ListSheetSpec, at: number, random: Random): CellValue[] {
  return columns.map((heading) => {
    const bare = bareHeading(heading)
    const choices = choicesIn(name, bare)
    if (choices !== null) return random.pick(choices)
    if (bare.includes('日期')) return `2025-${String(random.int(1, 9)).padStart(2, '0')}-12`
    if (/编号|文号|代码/u.test(bare)) return `XM-${at + 1}`
    if (/万元|平方米/u.test(heading)) return random.int(1, 300_000) / 100
    if (/（.*）|数$|数量|名次|成绩/u.test(heading)) return random.int(1, 90)
    return `${bare}${at + 1}`
  })
}

const text = (value: string): RawCell => ({ kind: 'text', value })

function insertRow(sheet: SheetData, at: number, line: (RawCell | undefined)[] = []): void {
  sheet.cells.splice(at, 0, line)
  sheet.rowCount++
  for (const merge of sheet.merges) {
    if (merge.top >= at) merge.top++
    if (merge.bottom >= at) merge.bottom++
  }
}

/** Changes the filled cells of the rows; a cell for which nothing comes back stays. */
function eachFilled(
  sheet: SheetData,
  { columns }: ListSheetSpec,
  change: (cell: RawCell, heading: string) => RawCell | null,
): void {
  for (const line of sheet.cells.slice(FIRST, FIRST + ROWS)) {
    columns.forEach((heading, at) => {
      const cell = line?.[at + 1]
      if (line !== undefined && cell !== undefined) line[at + 1] = change(cell, heading) ?? cell
    })
  }
}

const isNumber = ({ kind }: RawCell): boolean => kind === 'number'

/** What people do to a list that says the same afterwards; what is given back are all its sheets. */
const SAME: Record<string, (sheet: SheetData, spec: ListSheetSpec) => SheetData[]> = {
  'blank lines between the rows': (sheet) => {
    for (const at of [1, 3, 4]) insertRow(sheet, FIRST + at)
    return [sheet]
  },
  'a total below': (sheet, { columns }) => {
    const sums = columns.map((_, at) => {
      const cells = sheet.cells.slice(FIRST, FIRST + ROWS).map((line) => line?.[at + 1])
      if (!cells.some((cell) => cell?.kind === 'number')) return undefined
      const sum = cells.reduce((all, cell) => all + Number(cell?.value ?? 0), 0)
      return { kind: 'number', value: String(Math.round(sum * 100) / 100) } as const
    })
    insertRow(sheet, FIRST + ROWS, [text('合计'), ...sums])
    return [sheet]
  },
  'the headings again on the next page': (sheet) => {
    insertRow(sheet, FIRST + 3, [...(sheet.cells[HEAD] ?? [])])
    return [sheet]
  },
  'lines that say which part begins': (sheet) => {
    insertRow(sheet, FIRST + 3, [text('二、乡镇学校')])
    insertRow(sheet, FIRST, [text('一、城区学校')])
    return [sheet]
  },
  'units typed behind the figures': (sheet, spec) => {
    eachFilled(sheet, spec, (cell, heading) => {
      const unit = /（([^）]*)）/u.exec(heading)?.[1]
      return isNumber(cell) && unit !== undefined ? text(cell.value + unit) : null
    })
    return [sheet]
  },
  'separators and full-width digits': (sheet, spec) => {
    eachFilled(sheet, spec, (cell) => {
      if (!isNumber(cell)) return null
      const separated = Number(cell.value).toLocaleString('en-US', { maximumFractionDigits: 4 })
      const wide = (digit: string): string =>
        String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)
      return text(separated.replaceAll(/\d/gu, wide))
    })
    return [sheet]
  },
  'dates written otherwise': (sheet, spec) => {
    eachFilled(sheet, spec, ({ value }) => {
      const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(value) ?? []
      return year === undefined ? null : text(`${year}年${Number(month)}月${day}日`)
    })
    return [sheet]
  },
  'without the column of numbers': (sheet) => {
    sheet.merges = []
    for (const line of sheet.cells.slice(HEAD)) line?.shift()
    return [sheet]
  },
  'the last two columns changed round': (sheet, { columns }) => {
    for (const line of sheet.cells.slice(HEAD, FIRST + ROWS)) {
      const [a, b] = [line?.[columns.length - 1], line?.[columns.length]]
      line?.splice(columns.length - 1, 2, b, a)
    }
    return [sheet]
  },
  'moved down and to the right': (sheet) => {
    sheet.merges = []
    for (const line of sheet.cells) line?.unshift(undefined)
    sheet.columnCount++
    insertRow(sheet, 0, [undefined, text('2025年填报')])
    return [sheet]
  },
  'going on on a second sheet': (sheet) => {
    const more = structuredClone(sheet)
    more.name = `${sheet.name}（续）`
    more.merges = []
    more.cells.splice(FIRST, 4)
    sheet.merges = []
    sheet.cells.splice(FIRST + 4, ROWS - 4)
    return [sheet, more]
  },
}

const named = ({ name }: FormSheetSpec): boolean =>
  name !== '计划目标台账' && name !== '名次通报台账'

describe('the lists of the form library as people fill them in', () => {
  const books = FORM_LIBRARY.map((book) => {
    const bytes = new Uint8Array(readFileSync(join(ROOT, 'resources/forms', book.file)))
    const read = readWorkbook(bytes, book.file)
    if (!read.ok) throw new Error(`${book.file} cannot be read`)
    const learned = learnWorkbook({ name: book.file, workbook: read.workbook }, '*')
    return {
      ...book,
      forms: withCounts(
        learned.map(({ form }) => form),
        LISTS,
      ),
    }
  })

  it.each(Object.entries(SAME))('come to the same counts: %s', (kind, mess) => {
    for (const { sheets, forms } of books) {
      for (const spec of sheets) {
        if (spec.kind !== 'list' || !named(spec)) continue
        const random = new Random(`${spec.name} ${kind}`)
        const rows = Array.from({ length: ROWS }, (_, at) => rowOf(spec, at, random))
        const drawn = (): SheetData =>
          structuredClone(drawSheet(spec, { sender: SENDER, rows }).sheet)
        const clean = figures([drawn()], forms, spec.name)
        expect(Object.values(clean).some((figure) => /[1-9]/u.test(figure))).toBe(true)
        expect({ list: spec.name, ...figures(mess(drawn(), spec), forms, spec.name) }).toEqual({
          list: spec.name,
          ...clean,
        })
      }
    }
  })
})
