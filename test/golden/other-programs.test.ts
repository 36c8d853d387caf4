import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { read, utils } from '@e965/xlsx'
import exceljs from 'exceljs'
import { afterAll, describe, expect, test } from 'vitest'
import { writeByOthers } from '../../scripts/corpus/make.ts'
import type { Written } from '../../scripts/corpus/make.ts'
import type { RawCell, SheetData } from '../../src/core/model/sheet.ts'
import { readWorkbook } from '../../src/main/workbook/read-workbook.ts'
import { DESCRIBED, address } from './described.ts'
import { exceljsSays, serial, sheetJsSays } from './other-readers.ts'
import { byExceljs, bySheetJs } from './written-here.ts'

const folder = mkdtempSync(join(tmpdir(), 'huishu-corpus-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const others = writeByOthers(DESCRIBED, folder)
const absent = others.filter(({ path }) => path === null).map(({ program }) => program)
if (absent.length > 0) {
  console.warn(`not on this machine, so their workbooks were not read: ${absent.join(', ')}`)
}
const here = [
  await byExceljs(folder),
  ...(['xlsx', 'xlsb', 'biff8'] as const).map((type) => bySheetJs(type, folder)),
]
const files = [...others, ...here]
  .filter((file): file is Written & { path: string } => file.path !== null)
  .map((file) => ({ ...file, bytes: new Uint8Array(readFileSync(file.path)) }))

/** Cells of the first sheet that a program writes otherwise than it was told, and why ours is what stands in its file. */
const OTHERWISE: { programs: RegExp; why: string; cells: Record<string, string | RegExp> }[] = [
  {
    programs: /^(exceljs|SheetJS \.xlsx)/,
    why: 'does not mask _x000D_, which then stands for a character',
    cells: { A19: 'text \r' },
  },
  {
    programs: /^SheetJS \.xlsx/,
    why: 'stores texts in the cell, where white space alone is layout and the cell blank',
    cells: { A20: '' },
  },
  {
    programs: /^openpyxl/,
    why: 'stores no results, which must be said and never be read as 0; does not mask _x000D_',
    cells: {
      ...Object.fromEntries(
        ['D3', 'D4', 'D5', 'D6', 'D7', 'D8'].map((at) => [at, 'formula without a result']),
      ),
      A19: 'text \r',
    },
  },
  {
    programs: /^(XlsxWriter|Gnumeric \.(2010\.)?xlsx|(LibreOffice|Gnumeric) \.ods)/,
    why: 'an empty text as result is stored like no result at all',
    cells: { D6: 'formula without a result' },
  },
  {
    programs: /^LibreOffice \.(xl|ods)/,
    why: 'turns TRUE and FALSE into formulas',
    cells: {
      C9: /^(boolean TRUE|number 1) \(formula\)$/,
      C10: /^(boolean FALSE|number 0) \(formula\)$/,
    },
  },
  {
    programs: /^LibreOffice \.ods/,
    why: 'stores comparisons as numbers, and reads _x000D_ as the character it stands for',
    cells: { D7: 'number 0 (formula)', A19: 'text \r' },
  },
  {
    programs: /^LibreOffice \.xls$/,
    why: 'writes 0 for a text result that it did not work out itself',
    cells: { D5: 'number 0 (formula)' },
  },
  {
    programs: /^Gnumeric \.97\.xls/,
    why: 'keeps the mask of _x000D_, which old workbooks do not know',
    cells: { A19: 'text _x005F_x000D_' },
  },
  {
    programs: /^SheetJS \.(xlsb|biff8)/,
    why: 'cannot write formulas into the binary formats: their results stand alone',
    cells: {
      D3: 'number 1',
      D4: 'number 0',
      D5: 'text 学校',
      D6: '',
      D7: 'boolean FALSE',
      D8: 'number 948.1',
    },
  },
]

function said(cell: Pick<RawCell, 'kind' | 'value' | 'formula' | 'noResult'> | undefined): string {
  if (cell === undefined) return ''
  if (cell.noResult === true) return 'formula without a result'
  return `${cell.kind} ${cell.value}${cell.formula === undefined ? '' : ' (formula)'}`
}

function sheetsOf(bytes: Uint8Array): SheetData[] {
  const outcome = readWorkbook(bytes, 'a')
  if (!outcome.ok) throw new Error(`${outcome.code} ${outcome.detail}`)
  return outcome.workbook.sheets
}

const whole = files.filter(({ program }) => !/html|95/.test(program))
describe.each(whole)('a workbook written by $program', ({ program, bytes }) => {
  const sheets = sheetsOf(bytes)

  test('has every cell as it was described, or as the program is known to write it', () => {
    const wrong: string[] = []
    const known = OTHERWISE.filter(({ programs }) => programs.test(program))
    for (const described of DESCRIBED) {
      const sheet = sheets.find(({ name }) => name === described.name)
      for (const cell of described.cells) {
        const at = address(cell)
        const own = described === DESCRIBED[0] ? known.map(({ cells }) => cells[at]) : []
        const wanted = own.findLast((text) => text !== undefined) ?? said(cell)
        const got = said(sheet?.cells[cell.row]?.[cell.column])
        const fits = typeof wanted === 'string' ? got === wanted : wanted.test(got)
        if (!fits) wrong.push(`${described.name} ${at}: ${got}, not ${String(wanted)}`)
      }
    }
    expect(wrong).toEqual([])
  })

  test('has no cell more than was described', () => {
    for (const described of DESCRIBED) {
      const sheet = sheets.find(({ name }) => name === described.name)
      const places = new Set(described.cells.map(address))
      const found = (sheet?.cells ?? []).flatMap((row, r) =>
        Object.keys(row ?? []).map((c) => utils.encode_cell({ r, c: Number(c) })),
      )
      expect(found.filter((at) => !places.has(at))).toEqual([])
    }
  })

  test('has its merges and what is hidden', () => {
    const [described] = DESCRIBED
    const sheet = sheets.find(({ name }) => name === described?.name)
    // In the memory-saving way XlsxWriter cannot merge.
    const merged =
      program === 'XlsxWriter (inline texts)' ? [] : [{ top: 0, left: 0, bottom: 0, right: 3 }]
    expect(sheet?.merges).toEqual(merged)
    // SheetJS writes no hidden rows into an .xls.
    expect(sheet?.hiddenRows).toEqual(program === 'SheetJS .biff8' ? [] : [10])
    expect(sheet?.hiddenColumns).toEqual([4])
    // Gnumeric's .xlsx says of no sheet that it is hidden.
    const told = !/^Gnumeric \.(2010\.)?xlsx/.test(program)
    expect(sheets.map(({ hidden }) => hidden)).toEqual([false, told])
  })
})

test('.xls of 1995 from Gnumeric: every number is there, whatever became of its Chinese', () => {
  for (const { bytes } of files.filter(({ program }) => program === 'Gnumeric .95.xls')) {
    const [sheet] = sheetsOf(bytes)
    const numbers = (DESCRIBED[0]?.cells ?? []).filter(
      ({ kind, formula }) => kind === 'number' && formula === undefined,
    )
    expect(numbers.map(({ row, column }) => said(sheet?.cells[row]?.[column]))).toEqual(
      numbers.map(said),
    )
  }
})

test('a web page from LibreOffice: every number and text of the first sheet stands in it', () => {
  for (const { bytes } of files.filter(({ program }) => program === 'LibreOffice .html')) {
    const values = sheetsOf(bytes).flatMap(({ cells }) =>
      cells.flatMap((row) => row.map((cell) => cell?.value)),
    )
    expect(values).toEqual(
      expect.arrayContaining(['学校(机构)名称', '0190001016', '-7', '954.1', '65536']),
    )
  }
})

/** Cells of the first sheet over which the readers differ: ours, exceljs's, SheetJS's, and who is right. */
const DISPUTED: {
  programs: RegExp
  why: string
  cells: Record<string, [string, string, string]>
}[] = [
  {
    programs: /^openpyxl/,
    why: 'SheetJS cuts numeric references beyond U+FFFF to 16 bits; the letter is 𠮷',
    cells: { A16: ['𠮷野小学', '𠮷野小学', 'ஷ野小学'] },
  },
  {
    programs: /^(openpyxl|SheetJS)/,
    why: 'written unmasked, _x000D_ is a carriage return (ECMA-376 Part 1, 22.9.2.19): exceljs keeps it as typed',
    cells: { A19: ['\r', '_x000D_', '\r'] },
  },
  {
    programs: /^SheetJS/,
    why: 'white space alone as a text stored in the cell is layout: the others keep it',
    cells: { A20: ['', ' ', ' '] },
  },
  {
    programs: /^(XlsxWriter \(inline|Gnumeric)/,
    why: 'exceljs does not take the mask off texts that stand in the cell or in pieces',
    cells: { A19: ['_x000D_', '_x005F_x000D_', '_x000D_'] },
  },
  {
    programs: /^Gnumeric/,
    why: 'the result of a formula may stand in the shared texts: exceljs takes its place in the list for a number',
    cells: { D5: ['学校', '0', '学校'], D6: ['', '1', ''] },
  },
]

describe('where three readers disagree', () => {
  const xlsx = files.filter(({ path }) => /\.xl[st][xm]$/.test(path))
  test.each(xlsx)('$program: only where it is known who is right', async ({ program, bytes }) => {
    const known = DISPUTED.filter(({ programs }) => programs.test(program))
    expect(await disagreements(bytes)).toEqual(
      Object.assign({}, ...known.map(({ cells }) => cells)),
    )
  })
})

async function disagreements(bytes: Uint8Array): Promise<Record<string, string[]>> {
  const [sheet] = sheetsOf(bytes)
  const book = new exceljs.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  const second = book.worksheets[0]
  const third = read(bytes, { type: 'array', dense: true, cellNF: true, cellDates: false })
  const lines = third.Sheets[third.SheetNames[0] ?? '']?.['!data']
  const found: Record<string, string[]> = {}
  for (const cell of DESCRIBED[0]?.cells ?? []) {
    const ours = sheet?.cells[cell.row]?.[cell.column]
    const own = ours?.kind === 'date' ? serial(ours.value) : (ours?.value ?? '')
    const theirs = [
      exceljsSays(second?.getCell(cell.row + 1, cell.column + 1)),
      sheetJsSays(lines?.[cell.row]?.[cell.column]),
    ]
    if (theirs.some((text) => text !== own)) found[address(cell)] = [own, ...theirs]
  }
  return found
}
