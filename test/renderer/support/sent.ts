import type { SentCell, SentSheet } from '../../../src/shared/sent.ts'

/** A cell of a sheet as sent that nothing is said of. */
export function sentCell(
  row: number,
  column: number,
  text: string,
  change: Partial<SentCell> = {},
): SentCell {
  return {
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    text,
    formula: null,
    bold: false,
    item: null,
    state: null,
    taken: null,
    cleanings: [],
    reason: null,
    ...change,
  }
}

/**
 * The small form of support/form.ts as a school sent it: a row inserted after the first, so that
 * the second stands one lower than in the blank workbook.
 *
 *      A       B         C       D       E     F
 *   4          指标      代码    毕业生  招生数 (merged E:F)
 *   5                                    合计   一年
 *   6          总计      01      64      36     7
 *   7          另有             9
 *   8          其中:女   02      20      3
 */
export function sentSheet(): SentSheet {
  const item = (row: string, column: string): Partial<SentCell> => ({
    item: `教基3112[${row},${column}]`,
    state: 'number',
  })
  return {
    file: 1,
    sheet: '教基3112',
    sheets: [{ name: '教基3112', hidden: false, forms: ['教基3112'] }],
    columnWidths: [9, 20, 9, 9, 9, 9],
    rowHeights: Array.from({ length: 9 }, () => 18),
    hiddenRows: [],
    hiddenColumns: [],
    tables: [
      {
        form: '教基3112',
        aligned: 'moved',
        rowAt: [6, 8],
        columnAt: [3, 4, 5],
        blankRowAt: [6, 7],
        blankColumnAt: [3, 4, 5],
      },
    ],
    cells: [
      sentCell(0, 0, '小学分类型学生数', { columnSpan: 6 }),
      sentCell(4, 1, '指标', { rowSpan: 2 }),
      sentCell(4, 3, '毕业\n生数', { rowSpan: 2 }),
      sentCell(4, 4, '招生数', { columnSpan: 2 }),
      sentCell(5, 4, '合计'),
      sentCell(5, 5, '一年'),
      sentCell(6, 1, '总　计'),
      sentCell(6, 2, '01'),
      sentCell(6, 3, '64', item('01', '1')),
      sentCell(6, 4, '36', item('01', '2')),
      sentCell(6, 5, '7', item('01', '3')),
      sentCell(7, 1, '另有'),
      sentCell(7, 3, '9'),
      sentCell(8, 1, '其中:女'),
      sentCell(8, 3, '20', item('02', '1')),
      sentCell(8, 4, '3', item('02', '2')),
      sentCell(8, 5, '*'),
    ],
    cut: false,
  }
}
