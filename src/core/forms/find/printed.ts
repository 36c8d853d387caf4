import { isExampleRow } from './example.ts'
import type { SheetGrid } from '../sheet-grid.ts'
import { isMark } from './head.ts'

/** Headings of what the county says itself beside each row, to be read and not to be filled in. */
const SAID =
  /^(?:分值|满分|标准分值?|权重|标准值?|(?:评估|评价|评分|考核|配备|达标|认定|建设)(?:标准|要求|细则|办法)|要求|目标值|达标值|参考值|指标(?:解释|说明)|(?:计算|评价|考核)(?:公式|方法|办法)|数据来源|责任(?:单位|股室|科室|部门))(?:[(（][^()（）]*[)）])?$/u
/** What a county may fill in for a start, and schools set right. */
const OF_BEFORE = /上年|去年|上学年|上期|年初|期初|原有/u

const dense = (text: string): string => text.replace(/[\s\u3000]+/gu, '')

/** Whether a heading is that of what the county prints beside each row. */
export function saysItself(heading: string): boolean {
  return SAID.test(dense(heading))
}

/**
 * Whether a column of figures is printed by the county and left to nobody: a figure other than 0 in
 * each of its rows (分值, 应配数), none of them worked out by the form.
 *
 * @param rows the rows to be filled in; of a heading that says so itself, those of totals may be empty
 */
export function isPrinted(
  grid: SheetGrid,
  column: number,
  rows: readonly number[],
  heading: string,
): boolean {
  if (OF_BEFORE.test(heading)) return false
  let printed = 0
  let open = 0
  for (const row of rows) {
    if (!grid.isAnchor(row, column) || isExampleRow(grid, row)) continue
    const cell = grid.cell(row, column)
    if (cell?.formula !== undefined) continue
    const text = grid.text(row, column)
    if (text === '' || isMark(text)) open++
    else if (cell?.kind === 'number' ? Number(cell.value) !== 0 : saysItself(heading)) printed++
    else return false
  }
  return printed >= 2 && (open === 0 || (saysItself(heading) && printed > open))
}
