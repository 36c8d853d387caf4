import { stringify } from 'yaml'
import { finish, emptySheet, put, putText } from './sheet.ts'
import type { MadeSheet } from './sheet.ts'
import type { Design } from './design.ts'
import type { Facts } from './facts.ts'
import type { StageName } from './people.ts'
import type { MadeSchool } from './school.ts'
import { writeWorkbook } from './write-workbook.ts'

export const SCHOOL_YEAR = '2025/2026'
const LAST_YEAR = '2024/2025'

export interface CollectionParts {
  county: string
  /** Whether the folder holds rules, indicators, summary, external figures and last year's values. */
  complete: boolean
}

/** collection.yaml: complete for the official style, the least that is needed for the plain one. */
export function collectionYaml(
  design: Design,
  parts: CollectionParts,
  schools: MadeSchool[],
): string {
  const words = design.register
  const byType = Object.fromEntries(
    design.books.flatMap((book) =>
      schools
        .filter((school) => book.kinds.includes(school.kind))
        .map((school): [string, string] => [school.type, book.file]),
    ),
  )
  const common = {
    title: `${parts.county}${SCHOOL_YEAR}学年初教育统计`,
    county: parts.county,
    school_year: SCHOOL_YEAR,
  }
  const register = {
    file: 'register.xlsx',
    sheet: words.sheet,
    key: words.key,
    name: words.name,
    short_name: words.shortName,
    type: words.type,
    status: words.status,
    active: words.active,
  }
  if (design.style !== 'official') {
    return stringify({
      ...common,
      ...(design.style === 'own' ? { reference_date: '2025-09-01' } : {}),
      dimensions: [words.town, words.holder],
      register,
      forms: { by_type: byType },
    })
  }
  return stringify({
    ...common,
    reference_date: '2025-09-01',
    due_date: '2025-09-20',
    dimensions: ['乡镇', '城乡', '办学类型', '举办者'],
    dimension_fields: {
      乡镇: words.town,
      城乡: words.place,
      办学类型: words.typeName,
      举办者: words.holder,
    },
    城乡: { '12': '镇区', '21': '乡中心区', '22': '村庄' },
    register,
    ...(parts.complete ? { external: { file: 'external.xlsx', sheet: '外部数据' } } : {}),
    forms: { folder: 'forms', by_type: byType, not_applicable: '*' },
    not_counted_types: ['218'],
    returns: 'returns',
    ...(parts.complete
      ? {
          prior: { file: 'prior/明细.xlsx', school_year: LAST_YEAR },
          rules: 'rules.yaml',
          indicators: 'indicators.yaml',
          summary: 'summary.md',
        }
      : {}),
  })
}

function tableSheet(name: string, lines: (string | { number: string })[][]): MadeSheet {
  const sheet = emptySheet(name)
  lines.forEach((line, row) =>
    line.forEach((value, column) => {
      if (typeof value === 'string') putText(sheet, row, column, value)
      else put(sheet, row, column, { kind: 'number', value: value.number })
    }),
  )
  return sheet
}

/** The register as a workbook: a row per school, 停办 ones included. */
export function registerWorkbook(design: Design, schools: MadeSchool[]): Promise<Uint8Array> {
  const w = design.register
  const head = [w.key, w.name, w.shortName, w.town, w.place, w.type, w.typeName, w.holder, w.status]
  const lines = schools.map((s) => [
    s.id,
    s.name,
    s.shortName,
    s.town,
    s.place,
    s.type,
    s.typeName,
    s.holder,
    s.active ? w.active : w.closed,
  ])
  return writeWorkbook([finish(tableSheet(w.sheet, [head, ...lines]))])
}

interface PriorSheet {
  /** Item → column. */
  items: Map<string, number>
  lines: { school: MadeSchool; values: string[] }[]
}

/** Last year's values: a sheet per form, a row per school, a column per item. */
export function priorWorkbook(design: Design, facts: Iterable<Facts>): Promise<Uint8Array> {
  const sheets = new Map<string, PriorSheet>()
  for (const one of facts) {
    const book = design.books.find(({ kinds }) => kinds.includes(one.school.kind))
    for (const table of book?.tables ?? []) {
      if (table.kind !== 'number') continue
      const sheet: PriorSheet = sheets.get(table.id) ?? { items: new Map(), lines: [] }
      sheets.set(table.id, sheet)
      const values: string[] = []
      table.fill(one).forEach((line, r) =>
        line.forEach((value, c) => {
          if (table.starred(r, c, one.school.kind)) return
          const item = `[${table.rows[r]?.code ?? ''},${table.columns[c]?.code ?? ''}]`
          const column = sheet.items.get(item) ?? sheet.items.size
          sheet.items.set(item, column)
          values[column] = value
        }),
      )
      sheet.lines.push({ school: one.school, values })
    }
  }
  return writeWorkbook(
    [...sheets].map(([id, { items, lines }]) =>
      finish(
        tableSheet(id, [
          [design.register.key, design.register.name, ...items.keys()],
          ...lines.map(({ school, values }) => [
            school.id,
            school.name,
            ...Array.from(values, (value) => (value ? { number: value } : '')),
          ]),
        ]),
      ),
    ),
  )
}

/** Pupils by stage. */
type Counts = Record<StageName, number>

/** Counts the pupils of a county, school by school. */
export function countPupils(facts: Iterable<Facts>): Counts {
  const counts: Counts = { pre: 0, primary: 0, junior: 0 }
  for (const { stages } of facts) {
    for (const stage of stages) counts[stage.name] += stage.pupils.length
  }
  return counts
}

/** Figures from other offices: populations that go with the county's pupils. */
export function externalWorkbook(now: Counts, before: Counts): Promise<Uint8Array> {
  const lines: [string, number, string][] = [
    ['3-5岁人口', Math.round(now.pre * 1.06), '县公安局户籍统计'],
    ['小学适龄人口', Math.round(now.primary * 1.003), '县公安局户籍统计'],
    ['九年前小学一年级人数', Math.round(now.junior * 0.345), '历年教育统计'],
  ]
  const earlier: typeof lines = [
    ['上年3-5岁人口', Math.round(before.pre * 1.08), '县公安局户籍统计'],
    ['上年小学适龄人口', Math.round(before.primary * 1.004), '县公安局户籍统计'],
    ['上年九年前小学一年级人数', Math.round(before.junior * 0.35), '历年教育统计'],
  ]
  return writeWorkbook([
    finish(
      tableSheet('外部数据', [
        ['指标', '数值', '单位', '来源', '截止日期'],
        ...[...lines, ...earlier].map(([name, value, source]) => [
          name,
          { number: String(value) },
          '人',
          source,
          '2025-08-31',
        ]),
      ]),
    ),
  ])
}
