import type { BlankBook, Design } from '../design.ts'
import type { SchoolKind } from '../school.ts'
import type { MadeSheet } from '../sheet.ts'
import type { TableSpec } from '../table.ts'
import { plainSheet } from './layout.ts'
import { aid, conditions, costs, pupils, smallChildren, teachers } from './tables.ts'

function book(
  file: string,
  kinds: SchoolKind[],
  sheets: { name: string; tables: TableSpec[] }[],
): BlankBook {
  return {
    file,
    kinds,
    tables: sheets.flatMap((sheet) => sheet.tables),
    sheets: (): MadeSheet[] =>
      sheets.map((sheet) => plainSheet(sheet.name, sheet.tables, kinds[0] ?? 'primary')),
  }
}

const COMMON = [
  { name: teachers.id, tables: [teachers] },
  { name: conditions.id, tables: [conditions] },
  { name: aid.id, tables: [aid, costs] },
]

/** A county's own forms without any code; its register speaks of 片区 and 校码. */
export function plainDesign(): Design {
  return {
    style: 'plain',
    books: [
      book(
        '中小学统计表.xlsx',
        ['primary', 'point', 'junior', 'nineYear'],
        [{ name: pupils.id, tables: [pupils] }, ...COMMON],
      ),
      book(
        '幼儿园统计表.xlsx',
        ['kindergarten'],
        [{ name: smallChildren.id, tables: [smallChildren] }, ...COMMON],
      ),
    ],
    register: {
      sheet: '单位一览',
      key: '校码',
      name: '单位名称',
      shortName: '惯称',
      town: '片区',
      place: '位置',
      type: '类别码',
      typeName: '类别',
      holder: '办学体制',
      status: '在办情况',
      active: '在办',
      closed: '撤并',
    },
    date: (day) => `2025年9月${day}日`,
  }
}
