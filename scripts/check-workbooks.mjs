// Reads the small odd workbooks that a shared folder's make-cases.py writes, and says where a cell
// is not what a person sees in the program that made the file.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWorkbook } from '../src/main/workbook/read-workbook.ts'

/** Kinds of cells by their first letter, then the value; a "·" is no cell. Rows in their order. */
const RIGHT = {
  'alt.xlsx': [['n 1', 'n 3']],
  'err.ods': [
    [
      'e #N/A',
      'e #DIV/0!',
      't a    bc \td \nsecond',
      'd 25:30:00',
      'n 0.125',
      't   其中：女',
      'd 2024-09-01',
      'd 08:30:00',
      't X',
      't cell',
      't 张三',
    ],
  ],
  'nor.xlsx': [['n 1', '·', '·', 'n 2', 'n 3'], ['t  a '], [], [], ['n 9']],
  'shlate.xlsx': [['n 1', 'n 2']],
  'tdate.xlsx': [
    [
      'd 2024-09-01T08:30:00',
      'd 08:30:00',
      'd 2024-09-01',
      'd 08:30:00',
      'd 2024-09-01T00:00:01',
      't 20240901',
    ],
  ],
  'utf16.xlsx': [['n 1']],
  'utf16bom.xlsx': [['n 1']],
  'latin.xlsx': [['t 中文']],
  ...Object.fromEntries(
    Object.entries({ lat: 'Année éà', lat2: 'éàx', gbk: '学校', big5: '學校' }).map(
      ([name, text]) => [
        `${name}.xml`,
        [[`t ${text}`, 'd 13:20:00', 'd 25:30:00', 'd 2024-09-01T08:30:01', 't a\nb\rc\u0007']],
      ],
    ),
  ),
  'two.xls': [
    ['t 1,234.50', '·', 't 合\n并', '·', 't   其中：女'],
    ['t a', '·', '·', '·', 't z'],
    ['t n1', 't n2'],
    ['t b'],
    ['t h', '·', 't 0012', 't 1e5'],
    ['t 注'],
    ['t t2'],
  ],
}

/** Formats of formats.txt that show a number or a text made of one; all others show dates and times. */
const NUMERIC =
  /^(?:\[DBNum1\]|\[=1\]|G\/|0"人"|0\.00|0\\d|#\\ |\[红色\]|\[\$¥|0\.0,|General|;;;|\[<1\])/u

/**
 * @param folder holds make-cases.py
 * @returns what is wrong, a line each; null where python3 is missing and nothing was looked at
 */
export function workbookFaults(folder) {
  const made = mkdtempSync(join(tmpdir(), 'huishu-workbooks-'))
  try {
    const run = spawnSync('python3', [join(folder, 'make-cases.py')], {
      cwd: made,
      encoding: 'utf8',
    })
    if (run.error !== undefined) return null
    if (run.status !== 0) return [`make-cases.py: ${run.stderr}`]
    const faults = Object.entries(RIGHT)
      .filter(([name]) => existsSync(join(made, name)))
      .flatMap(([name, want]) => differences(name, rowsOf(made, name), want))
    return [...faults, ...formatFaults(made)]
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

function rowsOf(made, name) {
  const outcome = readWorkbook(readFileSync(join(made, name)), name)
  if (!outcome.ok) return [[`${outcome.code} ${outcome.detail}`]]
  return Array.from(outcome.workbook.sheets[0].cells, (line) =>
    Array.from(line ?? [], (cell) => (cell === undefined ? '·' : `${cell.kind[0]} ${cell.value}`)),
  )
}

function differences(name, got, want) {
  const rows = Array.from({ length: Math.max(got.length, want.length) }, (_, row) => row)
  return rows.flatMap((row) => {
    const [a, b] = [got[row] ?? [], want[row] ?? []].map((line) => JSON.stringify(line))
    return a === b ? [] : [`${name} row ${row + 1}: ${b} → ${a}`]
  })
}

/** No number of formats.xlsx that is shown as a date or time is read as its serial number. */
function formatFaults(made) {
  if (!existsSync(join(made, 'formats.txt'))) return []
  const formats = readFileSync(join(made, 'formats.txt'), 'utf8')
    .split('\n')
    .map((format) =>
      format.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    )
  return rowsOf(made, 'formats.xlsx').flatMap((line, row) => {
    const kind = NUMERIC.test(formats[row] ?? '') ? 'n' : 'd'
    const mixed = (formats[row] ?? '').startsWith('[<1]')
    const wrong = line.filter((cell) => !cell.startsWith(mixed ? '' : kind))
    return wrong.map((cell) => `formats.xlsx ${formats[row] ?? ''}: ${cell}`)
  })
}
