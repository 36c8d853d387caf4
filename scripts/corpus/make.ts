import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RawCell } from '../../src/core/model/sheet.ts'

/** A cell of the described workbook, counted from 0. */
export interface DescribedCell {
  row: number
  column: number
  kind: RawCell['kind']
  value: string
  formula?: string
  format?: string
}

export interface DescribedSheet {
  name: string
  hidden: boolean
  cells: DescribedCell[]
  /** Top, left, bottom, right. */
  merges: [number, number, number, number][]
  hiddenRows: number[]
  hiddenColumns: number[]
}

/** A workbook written by a program; `path` is null where the program is not on this machine. */
export interface Written {
  program: string
  path: string | null
}

const PYTHON_SCRIPT = fileURLToPath(new URL('./make.py', import.meta.url))

/** What LibreOffice and Gnumeric write from the workbook that XlsxWriter made. */
const CALC: [format: string, filter: string][] = [
  ['xlsx', 'Calc MS Excel 2007 XML'],
  ['xlsm', 'Calc MS Excel 2007 VBA XML'],
  ['xltx', 'Calc MS Excel 2007 XML Template'],
  ['xls', 'MS Excel 97'],
  ['ods', 'calc8'],
  ['xml', 'MS Excel 2003 XML'],
  ['html', 'HTML (StarCalc)'],
]
const GNUMERIC: [format: string, exporter: string][] = [
  ['xlsx', 'Gnumeric_Excel:xlsx'],
  ['2010.xlsx', 'Gnumeric_Excel:xlsx2'],
  ['97.xls', 'Gnumeric_Excel:excel_biff8'],
  ['95.xls', 'Gnumeric_Excel:excel_biff7'],
  ['ods', 'Gnumeric_OpenCalc:odf'],
]

/**
 * Has the workbook written by every program of Debian that is installed (python3-openpyxl,
 * python3-xlsxwriter, libreoffice-calc-nogui, gnumeric), into `folder`.
 */
export function writeByOthers(sheets: DescribedSheet[], folder: string): Written[] {
  const own = byPython(sheets, folder)
  const source = own.find(({ program }) => program === 'XlsxWriter')?.path ?? null
  return [...own, ...byCalc(source, folder), ...byGnumeric(source, folder)]
}

function byPython(sheets: DescribedSheet[], folder: string): Written[] {
  const printed = run('/usr/bin/python3', [PYTHON_SCRIPT, folder], JSON.stringify({ sheets }))
  if (printed === null) return [{ program: 'python3', path: null }]
  return printed
    .trim()
    .split('\n')
    .map((line) => {
      const [program = '', path = ''] = line.split('\t')
      return { program, path: path === '' ? null : path }
    })
}

function byCalc(source: string | null, folder: string): Written[] {
  return CALC.map(([format, filter]) => {
    const program = `LibreOffice .${format}`
    if (source === null || !existsSync('/usr/bin/soffice')) return { program, path: null }
    const into = join(folder, `calc-${format}`)
    mkdirSync(into)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const convert = ['--headless', '--convert-to', `${format}:${filter}`, '--outdir', into, source]
    run('soffice', [profile, ...convert])
    const made = join(into, `xlsxwriter.${format}`)
    return { program, path: existsSync(made) ? made : null }
  })
}

function byGnumeric(source: string | null, folder: string): Written[] {
  return GNUMERIC.map(([format, exporter]) => {
    const program = `Gnumeric .${format}`
    if (source === null) return { program, path: null }
    const made = join(folder, `gnumeric.${format}`)
    run('ssconvert', ['-T', exporter, source, made])
    // Some exporters add an ending of their own.
    if (!existsSync(made) && existsSync(`${made}.0`)) renameSync(`${made}.0`, made)
    return { program, path: existsSync(made) ? made : null }
  })
}

/** What the program printed; null where it is not there or fails. */
function run(program: string, args: string[], input = ''): string | null {
  try {
    return execFileSync(program, args, { input, encoding: 'utf8', timeout: 60_000, stdio: 'pipe' })
  } catch {
    return null
  }
}
