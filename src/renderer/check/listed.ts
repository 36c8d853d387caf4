import type { Finding, FindingLine, FindingList } from '../../shared/findings.ts'

/** A finding as the list shows it, with what it shares with others. */
export type Listed = Omit<FindingLine, 'title' | 'formula'> &
  Pick<Finding, 'school' | 'schoolName' | 'title' | 'formula'>

/** What was made of a line: the same object as long as nothing of it changes. */
const made = new WeakMap<FindingLine, Listed>()

/** All findings of the list, school by school; those settled by corrections among them. */
export function listed({ schools, checks }: Pick<FindingList, 'schools' | 'checks'>): Listed[] {
  return schools.flatMap(({ school, name, lines }) =>
    (lines ?? []).map((line): Listed => {
      const title = line.title ?? checks[line.rule]?.title ?? ''
      const formula = line.formula ?? checks[line.rule]?.formula ?? ''
      const before = made.get(line)
      if (before?.schoolName === name && before.title === title && before.formula === formula)
        return before
      const now = { ...line, school, schoolName: name, title, formula }
      made.set(line, now)
      return now
    }),
  )
}
