import type { Question } from '../question.ts'
import { sumReading } from '../kinds/readings.ts'
import { grouped } from '../text/grouped.ts'
import { isPerHead } from '../text/label.ts'
import { coreOf } from '../text/likeness.ts'
import type { Mention } from '../text/mention.ts'
import { isLarger } from '../text/pick.ts'
import { linesAbove } from '../text/stretches.ts'

const LEAST_ROWS = 3
const LEAST_COLUMNS = 2
/** So many lines up stand the totals. */
const LINES = 2

/**
 * A table told in a paragraph whose totals stand in the one before: “年度项目142个，开工131个，完成投资8.36亿元。¶
 * 幼儿园项目37个，开工36个，完成投资1.24亿元；义务教育项目…；…”. The parts between semicolons tell the same measures in
 * the same order. That one measure comes out so speaks for the others.
 */
export function parallelRowQuestions(mentions: readonly Mention[]): Question[] {
  const lines = grouped(
    mentions.filter((one) => one.role === 'level' && one.brackets.length === 0 && !isPerHead(one)),
    ({ line }) => line,
  )
  return [...lines.values()].flatMap((line) => {
    const rows = rowsOf(line)
    const [first] = rows
    if (first === undefined) return []
    const [head] = first
    if (head === undefined) return []
    const above = linesAbove(mentions, head, LINES).filter(
      (one) => one.line < head.line && one.role === 'level' && one.brackets.length === 0,
    )
    return first.flatMap((_, place) => {
      const parts = rows.flatMap((row) => row[place] ?? [])
      const totals = totalsOf(parts, above)
      return totals.length === 0
        ? []
        : [
            {
              type: 'sum_of_parts' as const,
              rule: 'column-sum' as const,
              grade: 'possible' as const,
              readings: totals.map((total) => sumReading(total, parts)),
              natural: 1,
              patterns: [`rows ${head.line}`],
            },
          ]
    })
  })
}

/** The segments of a paragraph where all of them tell the same units in the same order; none where they do not. */
function rowsOf(line: readonly Mention[]): readonly (readonly Mention[])[] {
  const rows = [...grouped(line, ({ segment }) => segment).values()]
  const units = (row: readonly Mention[]): string => row.map(({ figure }) => figure.unit).join()
  const [first] = rows
  if (first === undefined || rows.length < LEAST_ROWS || first.length < LEAST_COLUMNS) return []
  return rows.every((row) => units(row) === units(first)) ? rows : []
}

/** What the parts may come to: called as they are, the nearest first. */
function totalsOf(parts: readonly Mention[], above: readonly Mention[]): readonly Mention[] {
  const [first] = parts
  if (first === undefined) return []
  const name = endOf(parts.map(({ lead }) => coreOf(lead)))
  if (name.length < 2) return []
  return above
    .filter(
      (one) =>
        one.figure.unit === first.figure.unit &&
        coreOf(one.lead).endsWith(name) &&
        parts.filter((part) => isLarger(one, part)).length >= parts.length - 1,
    )
    .toReversed()
}

/** What all names end in: of 幼儿园项目 and 高中项目 项目. */
function endOf(names: readonly string[]): string {
  const [first = ''] = names
  for (let from = 0; from < first.length; from += 1) {
    const end = first.slice(from)
    if (names.every((name) => name.endsWith(end))) return end
  }
  return ''
}
