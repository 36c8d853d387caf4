import type { OpenMatters } from '../../shared/snapshots.ts'
import type { Words } from '../words/zh.ts'

/** What is open, kind by kind, in words; nothing is said of what is settled. */
export function openParts(open: OpenMatters, words: Words['snapshots']['openParts']): string[] {
  const counts: [keyof typeof words, number][] = [
    ['missing', open.missing.length],
    ['error', open.findings?.error ?? 0],
    ['query', open.findings?.query ?? 0],
    ['held', open.held],
    ['unclaimed', open.unclaimed],
    ['queried', open.queried],
    ['unreadable', open.unreadable],
  ]
  return counts.flatMap(([kind, count]) => (count > 0 ? [words[kind](count)] : []))
}
