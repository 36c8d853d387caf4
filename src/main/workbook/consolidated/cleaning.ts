import { CLEANINGS } from '../../../shared/words/cleanings.ts'
import { writeList } from './list.ts'
import type { Pace } from './pace.ts'
import type { Plan } from './plan.ts'
import type { Book } from './sheet.ts'

/** 清洗: every cell whose text was read as something else than it says letter for letter. */
export async function writeCleaning(book: Book, plan: Plan, pace: Pace): Promise<void> {
  const { words, input } = plan
  const kinds: Record<string, string> = CLEANINGS[input.lang]
  await writeList(
    book,
    plan,
    plan.cleaning,
    `${words.cleaning} · ${words.aboutCleaning}`,
    [
      { heading: words.file, width: 44 },
      { heading: words.sheet, width: 18 },
      { heading: words.cell, width: 9 },
      { heading: words.item, width: 22 },
      { heading: words.kind, width: 18 },
      { heading: words.raw, width: 24 },
      { heading: words.taken, width: 16, figures: true },
    ],
    (index) => {
      const line = input.cleanings[index]
      if (line === undefined) return []
      const { file, sheet, cell, item, kind, raw, value } = line
      const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
      return [file, sheet, cell, item, known ?? kind, raw, value]
    },
    pace,
  )
}
