import { inLine } from './stretches.ts'
import type { Mention } from './mention.ts'

/** The stages of schooling, by what they are called. */
export const STAGES: readonly RegExp[] = [
  /幼儿园|学前/u,
  /小学/u,
  /初中|初级中学/u,
  /普通高中|普高|(?<!职业)高中/u,
  /中等职业|中职|职高|职业高中/u,
]

/** The stage of schooling that a figure is of; null where the text names none. */
export function stageOf({ figure }: Mention): number | null {
  const words = figure.about.group.join('')
  const at = STAGES.findIndex((stage) => stage.test(words))
  return at < 0 ? null : at
}

/** The stage that a figure is of: its own words', else that which its paragraph has spoken of first. */
export function stageIn(mentions: readonly Mention[], one: Mention): number | null {
  const own = stageOf(one)
  if (own !== null) return own
  const first = inLine(mentions, one.line).find((other) => other.index < one.index)
  return first === undefined ? null : stageOf(first)
}
