import { findingKey } from '../../shared/finding-key.ts'
import type { WorkbookData } from '../model/sheet.ts'
import { findList } from '../forms/table-rows.ts'

/** Headings of 审核 by which a workbook of last year is read again; the same in every language. */
export const SAID_HEADINGS = {
  school: '标识码',
  rule: '规则',
  row: '行',
  column: '列',
  text: '说明',
} as const

/**
 * What explained each finding in a consolidated workbook (docs/contract.md §5, 审核): finding key → text.
 * Empty for a workbook without that list.
 */
export function readSaid(workbook: WorkbookData): Map<string, string> {
  const said = new Map<string, string>()
  const list = findList(workbook, Object.values(SAID_HEADINGS))
  if (list === null) return said
  const at = (heading: string): number => list.headings.indexOf(heading)
  for (const { values } of list.records) {
    const cell = (of: keyof typeof SAID_HEADINGS): string => values[at(SAID_HEADINGS[of])] ?? ''
    const text = cell('text')
    if (text === '' || cell('rule') === '') continue
    const [row, column] = [cell('row') || null, cell('column') || null]
    said.set(findingKey({ school: cell('school'), rule: cell('rule'), row, column }), text)
  }
  return said
}
