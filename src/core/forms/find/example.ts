import type { SheetGrid } from '../sheet-grid.ts'

const EXAMPLE =
  /^(?:例|例如|举例|范例|示范|(?:填[写报表])?(?:示例|样例))(?:行|[一二三123])?[:：]?$|^(?:例|示例|样例)[:：]/u
/** A school or a person that there is none of. */
const NOBODY = /某某|^[某×xX＊*]{2,}(?:县|乡|镇)?.*(?:学校|小学|中学|幼儿园)$/u
/** Where on a line such a name stands, if at all. */
const FIRST_CELLS = 3

/** Whether a text says that its row shows how a form is filled in. */
function isExample(text: string): boolean {
  return EXAMPLE.test(text.replace(/\s+/gu, ''))
}

/** Whether a line is filled in for show: it begins with 例, or nobody real is named on it. */
export function isExampleRow(grid: SheetGrid, row: number): boolean {
  const texts = grid.anchors(row).slice(0, FIRST_CELLS)
  return texts.some((column, at) => {
    const text = grid.text(row, column)
    return (at === 0 && isExample(text)) || NOBODY.test(text.replace(/\s+/gu, ''))
  })
}
