import { a1 } from '../../src/core/model/address.ts'
import type { DescribedCell, DescribedSheet } from '../../scripts/corpus/make.ts'

const cell = (
  row: number,
  column: number,
  kind: DescribedCell['kind'],
  value: string,
  more: Pick<DescribedCell, 'formula' | 'format'> = {},
): DescribedCell => ({ row, column, kind, value, ...more })

const TEXTS = [
  '学校(机构)名称',
  '0190001016',
  '  其中：女',
  '总    计',
  '一年级\n二年级',
  '１２３',
  '１，２０４',
  'a<b>&"c\'',
  '=1+1',
  '-',
  '—',
  '*',
  '无',
  '𠮷野小学',
  '3-5',
  '2025年9月1日',
  '_x000D_',
  ' ',
  '12人',
]
const NUMBERS = [
  '0',
  '1',
  '-7',
  '954.1',
  '0.1',
  '3220.85',
  '123456789012345',
  '0.0000001',
  '1204',
  '65536',
  '-0.5',
  '1000000',
]
const DATES: [value: string, format: string][] = [
  ['2025-09-01', 'yyyy-mm-dd'],
  ['2025-03-05', 'yyyy"年"m"月"d"日"'],
  ['1900-03-01', 'yyyy/m/d'],
  ['2025-09-01T08:30:00', 'yyyy-mm-dd hh:mm'],
]

/** What school returns are made of, said once; every writer and reader is measured against it. */
export const DESCRIBED: DescribedSheet[] = [
  {
    name: '教基3112',
    hidden: false,
    cells: [
      ...TEXTS.map((value, row) => cell(row + 2, 0, 'text', value)),
      ...NUMBERS.map((value, row) => cell(row + 2, 1, 'number', value)),
      ...DATES.map(([value, format], row) => cell(row + 2, 2, 'date', value, { format })),
      cell(6, 2, 'number', '0.256', { format: '0.0%' }),
      cell(7, 2, 'number', '12345.678', { format: '#,##0.00' }),
      cell(8, 2, 'boolean', 'TRUE'),
      cell(9, 2, 'boolean', 'FALSE'),
      cell(2, 3, 'number', '1', { formula: 'SUM(B3:B4)' }),
      cell(3, 3, 'number', '0', { formula: 'B3*5' }),
      cell(4, 3, 'text', '学校', { formula: 'IF(B4=1,"学校","")' }),
      cell(5, 3, 'text', '', { formula: 'IF(B4=2,"学校","")' }),
      cell(6, 3, 'boolean', 'FALSE', { formula: 'B4=2' }),
      cell(7, 3, 'number', '948.1', { formula: 'SUM(B3:B6)' }),
      cell(0, 0, 'text', '中小学校学生数'),
      cell(30, 5, 'number', '5'),
    ],
    merges: [[0, 0, 0, 3]],
    hiddenRows: [10],
    hiddenColumns: [4],
  },
  {
    name: '附 表&1',
    hidden: true,
    cells: [cell(1, 1, 'text', '备注'), cell(2, 1, 'number', '42')],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  },
]

/** A1 address of a described cell. */
export function address({ row, column }: DescribedCell): string {
  return a1(row, column)
}
