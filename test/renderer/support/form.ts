import type { Form } from '../../../src/shared/model.ts'
import { madeForm } from '../../support/form.ts'

/** A small form as learned from a blank workbook: two rows, three columns, one cell that is no item. */
export function smallForm(): Form {
  return {
    ...madeForm({
      id: '教基3112',
      title: '小学分类型学生数',
      rows: ['总计', '其中:女'],
      columns: ['毕业生数', '招生数/合计', '招生数/受学前教育情况/一年'],
      starred: ['02,3'],
    }),
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
