import type { Form } from '../../../src/shared/model.ts'

/** A small form as learned from a blank workbook: two rows, three columns, one cell that is no item. */
export function smallForm(): Form {
  return {
    id: '教基3112',
    title: '小学分类型学生数',
    unit: '人',
    rows: [
      { code: '01', label: '总计', level: 0 },
      { code: '02', label: '其中:女', level: 1 },
    ],
    columns: [
      { code: '1', path: ['毕业生数'] },
      { code: '2', path: ['招生数', '合计'] },
      { code: '3', path: ['招生数', '受学前教育情况', '一年'] },
    ],
    items: [
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
    ].map(([row = 0, column = 0]) => ({
      row,
      column,
      kind: 'number' as const,
      unit: '人',
      decimals: 0,
      formula: null,
      input: true,
    })),
    editions: [
      {
        workbook: '小学.xlsx',
        sheet: '教基3112',
        items: [0, 1, 2, 3, 4],
        rowAt: [6, 7],
        columnAt: [3, 4, 5],
        order: 0,
      },
      {
        workbook: '九年一贯制学校.xlsx',
        sheet: '教基3112',
        items: [0, 1, 3],
        rowAt: [6, 7],
        columnAt: [3, 4, -1],
        order: 0,
      },
    ],
  }
}
