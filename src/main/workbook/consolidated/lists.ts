import { writeList } from './list.ts'
import type { ListColumn } from './list.ts'
import type { Pace } from './pace.ts'
import { CODE_HEADING, NAME_HEADING } from './plan.ts'
import type { Plan } from './plan.ts'
import type { Book } from './sheet.ts'

/** 名单_<form>: the rows of a list at all schools, under one another. */
export async function writeLists(book: Book, plan: Plan, pace: Pace): Promise<void> {
  for (const [index, { headings, figures, title, line }] of (plan.input.lists ?? []).entries()) {
    const columns: ListColumn[] = [
      { heading: CODE_HEADING, width: 13 },
      { heading: NAME_HEADING, width: 28 },
      ...headings.map((heading, at) => ({
        heading,
        width: Math.min(24, Math.max(10, heading.length * 2 + 4)),
        figures: figures[at] === true,
      })),
    ]
    await writeList(book, plan, plan.lists[index] ?? [], title, columns, line, pace)
  }
}
