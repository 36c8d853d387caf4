import { timeMark } from '../../../shared/expression-tokens.ts'
import type { Finding, FindingsView } from '../../../shared/findings.ts'
import { countedItems, shownValue } from '../../queries/in-words.ts'
import { groupOf } from '../../consolidate/groups.ts'
import type { ConsolidatedInput } from '../../model/consolidated-input.ts'
import type { Collection } from '../../collection/collection.ts'

/** The findings as 审核 of the consolidated workbook lists them: what is there, then what corrections settled. */
export function findingLines(
  collection: Collection,
  view: FindingsView | null,
  groupBy: string,
): ConsolidatedInput['findings'] {
  const all = [...(view?.findings ?? []), ...(view?.corrected ?? [])]
  return all.map((finding) => {
    const said = finding.withdrawn ?? finding.explanation
    const school = collection.school(finding.school)
    const { rule, title, severity, row, column, formula, left, right, difference, state } = finding
    return {
      school,
      group: groupOf(school, groupBy, collection.config),
      rule,
      title,
      severity,
      row: row ?? '',
      column: column ?? '',
      check: formula,
      left: left ?? '',
      right: right ?? '',
      difference: difference ?? '',
      cells: cellsOf(finding),
      state,
      text: said?.text ?? '',
      person: said?.person ?? '',
      at: said?.at ?? '',
      answer: finding.answer?.text ?? '',
    }
  })
}

/** Cells named in a line; the rest is counted. */
const NAMED = 12

function cellsOf(finding: Finding): string {
  const items = countedItems(finding)
  const named = items.slice(0, NAMED).map((item) => {
    const place = `${timeMark(item)}${item.item}`
    return `${place} ${shownValue(item)}`
  })
  const rest = items.length - named.length
  return named.join('；') + (rest > 0 ? `；… +${String(rest)}` : '')
}
