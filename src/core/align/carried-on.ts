import type { FormEdition } from '../../shared/model.ts'
import { normalLabel } from '../forms/label.ts'
import { meaningOf } from '../forms/meaning.ts'
import type { SheetGrid } from '../forms/sheet-grid.ts'
import { perObject } from '../memory/per-object.ts'
import type { FormShape } from './form-shape.ts'
import type { Region } from './stub.ts'

/** Whether a blank has rows of the table go on at the right, under the same headings. */
const goesOn = perObject(({ form }: FormShape): boolean => form.editions.some(isCarriedOn))

function isCarriedOn({ pages = [] }: FormEdition): boolean {
  return pages.some((page, at) =>
    pages.slice(0, at).some((before) =>
      page.columnAt.some((column, index) => {
        const other = before.columnAt[index] ?? -1
        return column >= 0 && other >= 0 && column !== other
      }),
    ),
  )
}

/**
 * The region parted where a table's rows go on at the right (班级 | 人数 | 班级 | 人数): each part has
 * labels of its own. A school may have more or fewer of its rows in either.
 */
export function partsBeside(grid: SheetGrid, shape: FormShape, region: Region): Region[] {
  if (!goesOn(shape)) return [region]
  const rows = grid.filledRows(region.from, region.to)
  const is = (words: ReadonlySet<string>, row: number, column: number): boolean => {
    const label = normalLabel(grid.text(row, column))
    return label !== '' && (words.has(label) || words.has(meaningOf(label)))
  }
  const leaves = new Set(shape.rows.map(({ path }) => path.at(-1) ?? ''))
  const lefts: number[] = []
  let figures = -1
  for (let column = 0; column < grid.columnCount; column++) {
    const labels = rows.filter((row) => is(leaves, row, column)).length
    const heads = rows.some((row) => is(shape.columnWords, row, column))
    if (heads && labels === 0) figures = column
    else if (labels > 0 && (lefts.length === 0 || figures >= 0)) {
      lefts.push(lefts.length === 0 ? 0 : figures + 1)
      figures = -1
    }
  }
  if (lefts.length < 2) return [region]
  return lefts.map((left, at) => ({ ...region, left, right: lefts[at + 1] ?? grid.columnCount }))
}
