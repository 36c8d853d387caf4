import { familyOf } from '../text/units.ts'
import { grouped } from '../text/grouped.ts'
import { isPerHead } from '../text/label.ts'
import { coreOf } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import type { Question } from '../question.ts'
import { sumReading } from '../kinds/readings.ts'

/** How the line of totals under a table in words begins: 合计：, 全县合计：, 总计. */
const TOTAL_ROW = /^[^，。；、\d]{0,6}(?:合计|总计|共计)[：:，,]/u
const LEAST_ROWS = 2
const MOST_ROWS = 40

/**
 * A table told in sentences, with its totals behind it: “甲镇：学校12所，学生9846人；乙镇：…。合计：学校
 * 32所，学生16403人”. Each total is the sum of what stands in its place in the rows before.
 */
export function totalRowQuestions(mentions: readonly Mention[]): Question[] {
  const rows = [...grouped(mentions, ({ segment }) => segment).values()].map((row) =>
    row.filter((one) => one.role === 'level' && one.brackets.length === 0 && !isPerHead(one)),
  )
  return rows.flatMap((row, at) => {
    const [first] = row
    if (first === undefined || !TOTAL_ROW.test(first.gap)) return []
    const above = rowsAbove(row, rows.slice(Math.max(0, at - MOST_ROWS), at))
    return row.flatMap((total) => questionOf(total, above))
  })
}

/** The rows right above that hold the same measures as the totals, all of them. */
function rowsAbove(
  totals: readonly Mention[],
  before: readonly (readonly Mention[])[],
): (readonly Mention[])[] {
  const other = before.findLastIndex((row) => !totals.every((total) => placeIn(row, total)))
  return before.slice(other + 1)
}

/** What stands in a row in the place of a total: counted in its unit, called the same. */
function placeIn(row: readonly Mention[], total: Mention): Mention | undefined {
  const alike = row.filter((one) => familyOf(one.figure.unit) === familyOf(total.figure.unit))
  const name = nameOf(total)
  return alike.find((one) => nameOf(one) === name) ?? (alike.length === 1 ? alike[0] : undefined)
}

/** What a figure of a row is called, without what its row is: 城关镇：学校 → 学校. */
function nameOf({ lead }: Mention): string {
  return coreOf(/[^：:]*$/u.exec(lead)?.[0] ?? lead)
}

function questionOf(total: Mention, rows: readonly (readonly Mention[])[]): Question[] {
  const parts = rows.flatMap((row) => placeIn(row, total) ?? [])
  if (parts.length < LEAST_ROWS || parts.length < rows.length) return []
  return [
    {
      type: 'sum_of_parts',
      rule: 'column-sum',
      grade: 'stated',
      readings: [sumReading(total, parts)],
      natural: 1,
      patterns: [`total row ${total.segment}`],
    },
  ]
}
