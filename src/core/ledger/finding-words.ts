import type { EntryParam } from '../../shared/ledger.ts'
import type { FindingRef } from '../../shared/queries.ts'
import type { Names } from './kind.ts'

/** A finding in a sentence: the school, the rule, and the place where "*" stood for one. */
export function findingWords(finding: FindingRef, names: Names): Record<string, EntryParam> {
  const { rule, school, row, column } = finding
  const at = [row, column].filter((code) => code !== null).join(',')
  return { school: names.school(school), rule, place: at === '' ? '' : ` [${at}]` }
}
