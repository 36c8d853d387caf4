import { codeOf } from '../../../shared/register.ts'
import { SCHOOL_STATES } from '../../../shared/words/cleanings.ts'
import { writeList } from './list.ts'
import type { Pace } from './pace.ts'
import type { Plan } from './plan.ts'
import type { Book } from './sheet.ts'

/** 未报: schools that were expected and are not in the totals. */
export async function writeMissing(book: Book, plan: Plan, pace: Pace): Promise<void> {
  const { words, input } = plan
  const states: Record<string, string> = SCHOOL_STATES[input.lang]
  await writeList(
    book,
    plan,
    plan.missing,
    `${words.missing} · ${words.aboutMissing}`,
    [
      { heading: '标识码', width: 14 },
      { heading: '学校名称', width: 34 },
      { heading: input.groupBy, width: 14 },
      { heading: words.state, width: 10 },
      { heading: words.reason, width: 60 },
    ],
    (index) => {
      const line = input.missing[index]
      if (line === undefined) return []
      const { school, group, state, reason } = line
      const known = Object.hasOwn(states, state) ? states[state] : undefined
      return [codeOf(school), school.name, group, known ?? state, reason]
    },
    pace,
  )
}
