import { numberOfPast } from '../../shared/period.ts'
import type { Past } from '../../shared/period.ts'
import type { Words } from '../words/zh.ts'

/** What an earlier period is called beside a figure; undefined: last year. */
export function pastWord(words: Words['check'], past: Past | undefined): string {
  if (past === undefined) return words.lastYear
  if (past === 'same' || past === 'previous') return words.past[past]
  const number = numberOfPast(past)
  return past.startsWith('back') ? words.past.back(number) : words.past.year(number)
}
