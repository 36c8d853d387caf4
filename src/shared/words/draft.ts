import type { DraftRelation, Verdict } from '../draft.ts'
import type { Lang } from './template.ts'

/** How many figures a text has and how many of its relations hold, in a sentence. */
export function draftCounts(
  lang: Lang,
  figures: number,
  relations: readonly Pick<DraftRelation, 'verdict'>[],
): string {
  const count = (verdict: Verdict): number =>
    relations.filter((relation) => relation.verdict === verdict).length
  const [wrong, right, open] = [count('inconsistent'), count('consistent'), count('undecidable')]
  return lang === 'zh'
    ? `找到数字 ${figures} 个；核对关系 ${relations.length} 条：矛盾 ${wrong}，相符 ${right}，无法判定 ${open}。`
    : `${figures} figures; ${relations.length} relations: ${wrong} contradictions, ${right} hold, ${open} undecidable.`
}
