import { USUAL_REGISTER } from '../design.ts'
import type { BlankBook, Design } from '../design.ts'
import type { SchoolKind } from '../school.ts'
import type { TableSpec } from '../table.ts'
import { OFFICIAL_TABLES } from './forms.ts'
import { officialCover, officialSheet } from './layout.ts'

const BOOKS: { file: string; kinds: [SchoolKind, ...SchoolKind[]] }[] = [
  { file: '幼儿园.xlsx', kinds: ['kindergarten'] },
  { file: '小学.xlsx', kinds: ['primary', 'point'] },
  { file: '初级中学.xlsx', kinds: ['junior'] },
  { file: '九年一贯制学校.xlsx', kinds: ['nineYear'] },
]

/** Tables that share a sheet with the one before them, where the county wants it so. */
const SHARED = new Set(['县教02'])

/**
 * The official layout: hidden helpers, 表号 line, 甲 乙 1 2 row, a cover.
 *
 * @param tables at most so many tables in each workbook
 * @param shared whether two of the county's own tables stand on one sheet
 */
export function officialDesign(schoolYear: string, tables: number, shared: boolean): Design {
  const books = BOOKS.map(({ file, kinds }): BlankBook => {
    const [kind] = kinds
    const used = OFFICIAL_TABLES[kind].slice(0, tables)
    return {
      file,
      kinds,
      tables: used,
      sheets: () => [
        officialCover(schoolYear),
        ...groups(used, shared).map((group) => officialSheet(group[0]?.id ?? '', group, kind)),
      ],
    }
  })
  const DATES = [
    (day: number) => `2025-09-${String(day).padStart(2, '0')}`,
    (day: number) => `2025年9月${day}日`,
    (day: number) => `2025.09.${String(day).padStart(2, '0')}`,
  ]
  return {
    style: 'official',
    books,
    register: USUAL_REGISTER,
    date: (day) => (DATES[day % DATES.length] ?? String)(day),
  }
}

function groups(tables: TableSpec[], shared: boolean): TableSpec[][] {
  const out: TableSpec[][] = []
  for (const table of tables) {
    const before = out.at(-1)
    if (shared && before && SHARED.has(table.id)) before.push(table)
    else out.push([table])
  }
  return out
}
