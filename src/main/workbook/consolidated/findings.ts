import { codeOf } from '../../../shared/register.ts'
import { SAID_HEADINGS } from '../../../core/queries/last-year-said.ts'
import { fill } from '../../../shared/words/template.ts'
import { FINDING_STATES } from '../../../shared/words/finding-states.ts'
import { writeList } from './list.ts'
import type { Pace } from './pace.ts'
import type { Plan } from './plan.ts'
import type { Book } from './sheet.ts'

/** 审核: every finding with where it stands, and why; next year's explanations are offered from it. */
export async function writeFindings(book: Book, plan: Plan, pace: Pace): Promise<void> {
  const { words, input } = plan
  const states = FINDING_STATES[input.lang]
  const { faults, findings, coverage } = input
  const missing = coverage.expected - coverage.reported
  const at = (index: number): (typeof findings)[number] | undefined =>
    findings[index - faults.length]
  const figures = (index: number): boolean => (at(index)?.difference ?? '') !== ''
  await writeList(
    book,
    plan,
    plan.findings,
    `${words.findings} · ${words.aboutFindings}`,
    [
      { heading: SAID_HEADINGS.school, width: 13 },
      { heading: '学校名称', width: 28 },
      { heading: input.groupBy, width: 10 },
      { heading: SAID_HEADINGS.rule, width: 10 },
      { heading: words.ruleTitle, width: 30 },
      { heading: words.severity, width: 8 },
      { heading: SAID_HEADINGS.row, width: 6 },
      { heading: SAID_HEADINGS.column, width: 6 },
      { heading: words.ruleCheck, width: 34 },
      { heading: words.left, width: 12, figures },
      { heading: words.right, width: 12, figures },
      { heading: words.off, width: 11, figures },
      { heading: words.cells, width: 44 },
      { heading: words.state, width: 9 },
      { heading: SAID_HEADINGS.text, width: 34 },
      { heading: words.person, width: 10 },
      { heading: words.at, width: 21 },
      { heading: words.schoolAnswer, width: 30 },
    ],
    (index) => {
      const fault = faults[index]
      if (fault !== undefined) {
        return ['', '', '', fault.id, fault.text, words.notDone, ...Array<string>(12).fill('')]
      }
      const line = at(index)
      if (line === undefined) return []
      const severity = line.severity === 'error' ? words.error : words.query
      return [
        codeOf(line.school),
        line.school.name,
        line.group,
        line.rule,
        line.title,
        severity,
        line.row,
        line.column,
        line.check,
        line.left,
        line.right,
        line.difference,
        line.cells,
        states[line.state],
        line.text,
        line.person,
        line.at.replace('T', ' '),
        line.answer,
      ]
    },
    pace,
    undefined,
    missing > 0 ? fill(words.noneYet, { missing }) : words.none,
  )
}
