import { learnWorkbook } from '../../../src/core/forms/learn.ts'
import { mergeForms } from '../../../src/core/forms/merge-forms.ts'
import type { Form } from '../../../src/shared/model.ts'
import type { SheetData } from '../../../src/core/model/sheet.ts'
import { book, sheet } from '../../support/sheet.ts'

/** The official layout: helper letters and row numbers hidden, padded 表号 line, 甲 乙 row, "*". */
export const OFFICIAL = sheet(
  '教基3112',
  `
  A | B | C | D | E | F | G
  '2 | 小学分类型学生数 | < | < | < | < | <
  '3 | 表  号：教基3112                        单位:人 | < | < | < | < | <
  '4 | 指标名称 | 代码 | 毕业生数 | 在校生数 | < | <
  '5 | ^ | ^ | ^ | 合计 | 一年级 | 二年级
  '6 | 甲 | 乙 | '1 | '2 | '3 | '4
  '7 | "总    计" | '01 | | | |
  '8 | "  其中：女" | '02 | | | |
  '9 | "  #少数民族" | '03 | | | * | *
  '10 | 单位负责人： | < | < | 填表人： | < | <
  `,
  { hiddenRows: [0], hiddenColumns: [0] },
)

/** A form of the bureau's own: no codes, headers of two levels, sums as formulas. */
export const PLAIN = sheet(
  '图书情况',
  `
  学校图书情况统计表 | < | < | < | <
  填报单位（盖章）： | < | 单位：册 | < | <
  类别 | 图书数 | < | < | 备注
  ^ | 合计 | 纸质 | 电子 | ^
  文学 | =C5+D5 | | |
  科学 | =C6+D6 | | |
  合计 | =SUM(B5:B6) | =SUM(C5:C6) | =SUM(D5:D6) |
  填表人： | < | 联系电话： | < | <
  `,
)

/** The forms of one blank workbook with these sheets. */
export function learn(...sheets: SheetData[]): Form[] {
  return learnFrom({ '空表.xlsx': sheets })
}

/** The forms of several blank workbooks, by file name. */
export function learnFrom(workbooks: Record<string, SheetData[]>): Form[] {
  return mergeForms(
    Object.entries(workbooks).flatMap(([name, sheets]) =>
      learnWorkbook({ name, workbook: book(...sheets) }, '*'),
    ),
  )
}

/** Each form in one line: id, row codes and labels, column codes and headings. */
export function outline(form: Form | undefined): string[] {
  if (form === undefined) return ['no form']
  return [
    `${form.id} ${form.title} ${form.unit ?? '-'}`,
    form.rows.map((row) => `${row.code} ${'·'.repeat(row.level)}${row.label}`).join(', '),
    form.columns.map((column) => `${column.code} ${column.path.join('/')}`).join(', '),
  ]
}
