import type { Mention } from './mention.ts'

const EACH = /各(?:有|新增|增加|建|为|占)?$/u

/** “鱼台县、太白湖区各1个” counts twice: how many are named before 各. 1 without it. */
export function timesOf(mention: Mention): number {
  if (!EACH.test(mention.lead)) return 1
  const names = mention.before.replace(EACH, '').split(/[、和及与]/u)
  return names.length >= 2 && names.every((name) => name !== '') ? names.length : 1
}
