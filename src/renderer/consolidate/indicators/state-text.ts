import type { IndicatorRow } from '../../../shared/consolidate.ts'
import type { Words } from '../../words/zh.ts'

/** Why an indicator has no value, in words; '' when it has one. */
export function stateText({ indicators: words }: Words, row: IndicatorRow): string {
  if (row.faults.length > 0) return words.wrong
  if (row.now.value !== null) return ''
  const { undefinedWhy } = row
  if (undefinedWhy === null) return words.undefined
  if (undefinedWhy.kind === 'external')
    return words.why.external[undefinedWhy.why](undefinedWhy.name)
  return undefinedWhy.kind === 'data'
    ? words.why.data[undefinedWhy.why]
    : words.why[undefinedWhy.kind]
}
