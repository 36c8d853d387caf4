import { defaultConfig } from '../../../../src/core/setup/config.ts'
import ExcelJS from 'exceljs'
import type { ConsolidatedInput } from '../../../../src/core/model/consolidated-input.ts'
import { ExactSum } from '../../../../src/shared/exact.ts'
import type { Form, FormItem, School } from '../../../../src/shared/model.ts'

/** A made county: one form in the official layout with its hidden helper row and column, one plain form. */

const BORDER = {
  top: { style: 'thin' },
  left: { style: 'thin' },
  bottom: { style: 'thin' },
  right: { style: 'thin' },
} as const

const OFFICIAL_ROWS = [
  { code: '01', label: '总    计', level: 0 },
  { code: '02', label: '其中:女', level: 1 },
  { code: '03', label: '其中:随迁子女', level: 1 },
  { code: '04', label: '外省迁入', level: 2 },
  { code: '05', label: '其中:残疾人', level: 1 },
]
const OFFICIAL_PATHS = [
  ['毕业生数'],
  ['招生数', '合计'],
  ['招生数', '受学前教育情况', '未接受过'],
  ['招生数', '受学前教育情况', '一年'],
  ['在校生数', '合计'],
  ['在校生数', '其中:女'],
]

function official(): Form {
  const items: FormItem[] = []
  OFFICIAL_ROWS.forEach((_, row) => {
    OFFICIAL_PATHS.forEach((_path, column) => {
      if (row === 1 && column === 5) return
      items.push({
        row,
        column,
        kind: 'number',
        unit: '人',
        decimals: 0,
        formula: null,
        input: true,
      })
    })
  })
  const small = items.flatMap(({ row, column }, index) =>
    row === 4 || (row === 2 && (column === 2 || column === 3)) ? [] : [index],
  )
  const columnAt = OFFICIAL_PATHS.map((_, column) => column + 3)
  return {
    id: '教基3112',
    title: '小学分类型学生数',
    unit: '人',
    rows: OFFICIAL_ROWS.map(({ code, label, level }) => ({
      code,
      label: label.replace(/\s|其中:/g, ''),
      level,
    })),
    columns: OFFICIAL_PATHS.map((path, column) => ({ code: String(column + 1), path })),
    items,
    editions: [
      {
        workbook: '小学.xlsx',
        sheet: '教基3112_小学',
        order: 0,
        items: small,
        rowAt: [7, 8, 9, 10, -1],
        columnAt,
      },
      {
        workbook: '九年一贯制学校.xlsx',
        sheet: '教基3112',
        order: 0,
        items: items.map((_, index) => index),
        rowAt: [7, 8, 9, 10, 11],
        columnAt,
      },
    ],
  }
}

const PLAIN_PATHS = [['受助人数'], ['资助金额', '合计'], ['资助金额', '县级'], ['备注']]

/** Its sheet's name holds what no sheet name of the consolidated workbook may. */
function plain(): Form {
  const rows = ['学前教育', '义务教育']
  return {
    id: "资助'情况",
    title: '学生资助情况',
    unit: null,
    rows: rows.map((label, row) => ({ code: `0${row + 1}`, label, level: 0 })),
    columns: PLAIN_PATHS.map((path, column) => ({ code: String(column + 1), path })),
    items: rows.flatMap((_, row) =>
      PLAIN_PATHS.map((_path, column): FormItem => ({
        row,
        column,
        kind: column === 3 ? 'text' : 'number',
        unit: column === 0 ? '人' : column === 3 ? null : '万元',
        decimals: column === 0 ? 0 : 2,
        formula: null,
        input: true,
      })),
    ),
    editions: [
      {
        workbook: '小学.xlsx',
        sheet: '资助情况',
        order: 1,
        items: [0, 1, 2, 3, 4, 5, 6, 7],
        rowAt: [3, 4],
        columnAt: [1, 2, 3, 4],
      },
    ],
  }
}

/** The blank workbook 小学.xlsx as a bureau would have it. */
export async function blankWorkbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('教基3112_小学', { views: [{ showGridLines: false }] })
  const font = { name: '宋体', size: 10 }
  for (let column = 1; column <= 9; column++) {
    sheet.getCell(1, column).value = String.fromCharCode(64 + column)
  }
  for (let row = 2; row <= 12; row++) sheet.getCell(row, 1).value = row - 1
  sheet.getRow(1).hidden = true
  sheet.getColumn(1).hidden = true
  sheet.getColumn(2).width = 26
  sheet.getRow(2).height = 31.5
  sheet.getCell('B2').value = '小学分类型学生数'
  sheet.getCell('B2').style = {
    font: { name: '黑体', size: 16, bold: true },
    alignment: { horizontal: 'center' },
  }
  sheet.getCell('B3').value = `表号：教基3112${' '.repeat(60)}单位:人`
  const head: [string, string][] = [
    ['B4:B6', '指标名称'],
    ['C4:C6', '代码'],
    ['D4:D6', '毕业生数'],
    ['E4:G4', '招生数'],
    ['E5:E6', '合计'],
    ['F5:G5', '受学前教育情况'],
    ['H4:I4', '在校生数'],
    ['H5:H6', '合计'],
    ['I5:I6', '其中:女'],
  ]
  const boxed = {
    font,
    border: BORDER,
    alignment: { horizontal: 'center', wrapText: true },
  } as const
  for (let row = 4; row <= 11; row++) {
    for (let column = 2; column <= 9; column++) sheet.getCell(row, column).style = { ...boxed }
  }
  for (const [range, text] of head) {
    sheet.mergeCellsWithoutStyle(range)
    sheet.getCell(range.split(':')[0] ?? '').value = text
  }
  sheet.mergeCellsWithoutStyle('B2:I2')
  sheet.mergeCellsWithoutStyle('B3:I3')
  sheet.getCell('F6').value = '未接受过'
  sheet.getCell('G6').value = '一年'
  ;['甲', '乙', '1', '2', '3', '4', '5', '6'].forEach((text, index) => {
    sheet.getCell(7, index + 2).value = text
  })
  OFFICIAL_ROWS.slice(0, 4).forEach(({ code, label, level }, index) => {
    sheet.getCell(8 + index, 2).value = `${'  '.repeat(level)}${label}`
    sheet.getCell(8 + index, 3).value = code
  })
  for (const star of ['I9', 'F10', 'G10']) sheet.getCell(star).value = '*'
  sheet.getCell('D8').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFFFCC' } }
  // A form's own sum over rows of the blank: replaced by the county's.
  sheet.getCell('E8').value = { formula: 'F8+G8', result: 0 }
  sheet.getCell('B12').value = '单位负责人：          填表人：          报出日期：'
  sheet.mergeCellsWithoutStyle('B12:I12')

  const simple = book.addWorksheet('资助情况')
  simple.getCell('A1').value = '学生资助情况'
  ;['项目', '受助人数(人)', '资助金额(万元)', '', '备注'].forEach((text, index) => {
    if (text !== '') simple.getCell(2, index + 1).value = text
  })
  simple.mergeCellsWithoutStyle('C2:D2')
  simple.getCell('C3').value = '合计'
  simple.getCell('D3').value = '县级'
  simple.getCell('A4').value = '学前教育'
  simple.getCell('A5').value = '义务教育'
  return new Uint8Array(await book.xlsx.writeBuffer())
}

export type Raw = { state: string; value?: string; raw?: string }

export interface SchoolFigures {
  school: School
  group: string
  cells: Raw[]
}

/** A form's part of the input, its totals added up independently of the writer. */
function formPart(
  form: Form,
  workbook: string,
  schools: SchoolFigures[],
): ConsolidatedInput['forms'][number] {
  const sums = (rows: SchoolFigures[]): string[] =>
    form.items.map(({ kind }, index) => {
      if (kind === 'text') return ''
      const sum = new ExactSum()
      for (const { cells } of rows) {
        if (cells[index]?.state === 'n') sum.add(cells[index].value ?? '')
      }
      return sum.toString()
    })
  return {
    form,
    workbook,
    totals: sums(schools),
    rows: schools.map(({ school, group, cells }) => ({
      school,
      group,
      values: cells.map(({ value }) => value ?? ''),
      states: cells.map(({ state }) => state).join(''),
      raw: Object.fromEntries(
        cells.flatMap(({ raw }, index) => (raw === undefined ? [] : [[index, raw]])),
      ),
    })),
    groups: [...new Set(schools.map(({ group }) => group))].map((name) => ({
      name,
      totals: sums(schools.filter(({ group }) => group === name)),
    })),
  }
}

/** A school of the made register. */
function school(number: number, town: string, name = `青禾县${town}第${number}小学`): School {
  return {
    id: `2190001${String(number).padStart(3, '0')}`,
    name,
    shortName: name.slice(3),
    type: '211',
    status: '正常',
    active: true,
    attributes: { 乡镇: town, 办学类型: '小学', 举办者: '县级教育部门' },
  }
}

/** Two forms, nine schools, every kind of cell. */
export function countyInput(): ConsolidatedInput {
  const forms = [official(), plain()] as const
  const towns = ['白鹭镇', '双桥镇', '01', '1', 'A*', '']
  const schools = Array.from({ length: 9 }, (_, index) => {
    const town = towns[index % towns.length] ?? ''
    return { school: school(index + 1, town), group: town }
  })
  const counts = schools.map((each, row) => ({
    ...each,
    cells: forms[0].items.map((_, item): Raw => {
      if (row === 1 && item === 4) return { state: 'u', raw: '约30人' }
      if (row === 2) return { state: 'm' }
      if (row === 3 && item === 2) return { state: 'b' }
      if (row === 3 && item === 3) return { state: 'a', raw: '*' }
      if (row === 4 && item >= 23) return { state: 'x' }
      return { state: 'n', value: String(((row + 3) * (item + 7) * 37) % 2000) }
    }),
  }))
  const money = schools.map((each, row) => ({
    ...each,
    cells: forms[1].items.map(({ column }, item): Raw => {
      if (column === 3) {
        const text = ['=1+1', '+86', '-', '@SUM(A1)', ' 前后空格 ', '007', '_x000D_', '', '好'][row]
        return text === '' || text === undefined ? { state: 'b' } : { state: 't', value: text }
      }
      if (column === 0) return { state: 'n', value: String(row * 10 + item) }
      return { state: 'n', value: row === 5 ? '0.125' : `${row}.${(row + item) % 10}` }
    }),
  }))
  return {
    config: {
      ...defaultConfig(),
      title: '青禾县2025/2026学年初教育事业统计',
      county: '青禾县',
      schoolYear: '2025/2026',
      referenceDate: '2025-09-01',
      dueDate: '2025-09-20',
      dimensions: ['乡镇', '办学类型', '举办者'],
      dimensionFields: { 乡镇: '乡镇', 办学类型: '办学类型', 举办者: '举办者' },
    },
    basis: 'adopted',
    lang: 'zh',
    exportedAt: '2025-11-21T19:21:03+08:00',
    chain: null,
    fingerprint: 'f3a1c09d5b7e24886c10aa7d',
    coverage: { expected: 10, reported: 9 },
    groupBy: '乡镇',
    forms: [formPart(forms[0], '小学.xlsx', counts), formPart(forms[1], '小学.xlsx', money)],
    findings: [
      {
        school: school(2, '白鹭镇'),
        group: '白鹭镇',
        rule: '小学-1',
        title: '在校生 = 各年级之和',
        severity: 'error',
        row: '01',
        column: '',
        check: '教基3112[*,7] = SUM(教基3112[*,9:14])',
        left: '64',
        right: '46',
        difference: '18',
        cells: '教基3112[01,7] 64',
        state: 'explained',
        text: '=合计含借读生',
        person: '统计员甲',
        at: '2025-11-20T10:00:00+08:00',
        answer: '+已核对',
      },
      {
        school: school(3, '白鹭镇'),
        group: '白鹭镇',
        rule: '基本-1',
        title: '标识码与名册一致',
        severity: 'error',
        row: '',
        column: '',
        check: '教基1001[02,1] = 学校.标识码',
        left: '2190002010',
        right: '2190001010',
        difference: '',
        cells: '教基1001[02,1] 2190002010',
        state: 'open',
        text: '',
        person: '',
        at: '',
        answer: '',
      },
    ],
    missing: [
      { school: school(10, '白鹭镇'), group: '白鹭镇', state: 'missing', reason: '未收到报表' },
    ],
    changes: [
      {
        school: school(1, '白鹭镇'),
        item: '教基3112[01,5]',
        label: '总计 / 在校生数 / 合计',
        returned: '64',
        adopted: '46',
        reason: '=两位数字颠倒',
        person: '统计员甲',
        at: '2025-11-20T10:00:00+08:00',
      },
    ],
    quoted: null,
    faults: [],
    cleanings: [
      {
        file: 'returns/=cmd|calc!A1.xlsx',
        sheet: '教基3112',
        cell: 'D8',
        item: '教基3112[01,1]',
        kind: 'full-width',
        raw: '１２',
        value: '12',
      },
    ],
  }
}
