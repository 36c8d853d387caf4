import { formatExact, parseExact, subtractExact } from '../../../shared/exact.ts'
import { codeOf } from '../../../shared/register.ts'
import { writeList } from './list.ts'
import type { Pace } from './pace.ts'
import type { Plan } from './plan.ts'
import type { Book } from './sheet.ts'

/** 修改: every figure adopted otherwise than returned, with who, when and why. */
export async function writeChanges(book: Book, plan: Plan, pace: Pace): Promise<void> {
  const { words, input } = plan
  await writeList(
    book,
    plan,
    plan.changes,
    `${words.changes} · ${words.aboutChanges}`,
    [
      { heading: '标识码', width: 14 },
      { heading: '学校名称', width: 30 },
      { heading: words.item, width: 22 },
      { heading: words.label, width: 36 },
      { heading: words.returned, width: 13, figures: true },
      { heading: words.adopted, width: 13, figures: true },
      { heading: words.difference, width: 12, figures: true },
      { heading: words.changeReason, width: 40 },
      { heading: words.person, width: 12 },
      { heading: words.at, width: 27 },
    ],
    (index) => {
      const change = input.changes[index]
      if (change === undefined) return []
      const { school, item, label, returned, adopted, reason, person, at } = change
      const figures = [returned, adopted, difference(returned, adopted)]
      const when = at.replace('T', ' ')
      return [codeOf(school), school.name, item, label, ...figures, reason, person, when]
    },
    pace,
  )
}

/** Adopted less returned; "" unless both are figures. */
function difference(returned: string, adopted: string): string {
  const [before, after] = [parseExact(returned), parseExact(adopted)]
  return before === null || after === null ? '' : formatExact(subtractExact(after, before))
}
