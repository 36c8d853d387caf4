import { writeWorkbook } from '../../scripts/county/write-workbook.ts'
import { book, sheet } from './sheet.ts'

/** Sheets of a workbook by name, each drawn as text (see sheet.ts). */
export type Drawn = Record<string, string>

/** A collection of a few files, to show one trouble at a time. */
export interface Small {
  /** Workbook of the blank; one kind of school. */
  blank: Drawn
  /** Lines `标识码 | 学校名称 | 乡镇`, parted by line breaks; the rest of the columns is filled in. */
  schools: string
  /** Returns by file name. */
  returns: Record<string, Drawn>
  /** Further workbooks by path, such as prior/明细.xlsx, external.xlsx. */
  books?: Record<string, Drawn>
  /** Further texts by path, such as rules.yaml. */
  texts?: Record<string, string>
}

/** The files of a small collection by their path. */
export async function small(one: Small): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>()
  const text = new TextEncoder()
  const put = async (path: string, drawn: Drawn): Promise<void> => {
    const sheets = Object.entries(drawn).map(([name, art]) => sheet(name, art))
    files.set(path, await writeWorkbook(book(...sheets).sheets))
  }
  const config = [
    'title: 试县统计',
    'county: 试县',
    'dimensions: [乡镇]',
    'forms: {by_type: {"211": 小学.xlsx}}',
  ]
  files.set('collection.yaml', text.encode(config.join('\n')))
  await put('forms/小学.xlsx', one.blank)
  const lines = one.schools.split('\n').map((line) => `${line.trim()} | '211 | 正常`)
  await put('register.xlsx', {
    学校名册: ['标识码 | 学校名称 | 乡镇 | 办学类型代码 | 状态', ...lines].join('\n'),
  })
  for (const [name, drawn] of Object.entries(one.returns)) await put(`returns/${name}`, drawn)
  for (const [path, drawn] of Object.entries(one.books ?? {})) await put(path, drawn)
  for (const [path, words] of Object.entries(one.texts ?? {})) files.set(path, text.encode(words))
  return files
}

/** A cover that says who sends the return. */
export const cover = (code: string, name: string): string =>
  `教育事业统计调查表 | <\n学校名称： | ${name}\n学校标识码： | '${code}`

/** A form of rows with codes and columns with numbers, blank or filled row by row. */
export function table(
  id: string,
  rows: string[],
  columns: string[],
  figures: (string | number)[][] = [],
): string {
  const wide = columns.length + 1
  const span = (text: string): string => [text, ...Array<string>(wide).fill('<')].join(' | ')
  return [
    span(`${id}情况`),
    span(`表号：${id}    单位：人`),
    ['指标名称', '代码', ...columns].join(' | '),
    ['甲', '乙', ...columns.map((_, at) => String(at + 1))].join(' | '),
    ...rows.map((label, at) =>
      [
        label,
        `'${String(at + 1).padStart(2, '0')}`,
        ...columns.map((_, c) => figures[at]?.[c] ?? ''),
      ].join(' | '),
    ),
  ].join('\n')
}
