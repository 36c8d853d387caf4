import { withSeparators } from '../../shared/separators.ts'
import type { ShownCell, ShownTable } from '../../shared/shown.ts'
import { suspectedText } from '../../shared/words/screening.ts'
import type { Lang } from '../../shared/words/say.ts'
import type { Words } from '../words/zh.ts'
import { codesOf } from './finding-codes.ts'
import type { Line } from './list-lines.ts'
import { shownSide } from './shown-side.ts'
import { standOf } from './stand.ts'

/** Where the sides of a check stand. */
const SIDES = [4, 5, 6]

/** The findings listed, in their order and under the heads of their groups, a line each. */
export function findingsTable(
  lines: readonly Line[],
  { lang, words }: { lang: Lang; words: Words },
): Omit<ShownTable, 'title' | 'notes'> {
  const { rules, check, intake, shown } = words
  const heads = [
    intake.school,
    rules.id,
    rules.title,
    rules.severity,
    shown.side.left,
    shown.side.right,
    shown.side.difference,
    rules.state,
    intake.reasons,
  ]
  return {
    widths: [24, 12, 38, 10, 13, 13, 10, 10, 40],
    names: 1,
    figures: SIDES,
    lines: [
      { kind: 'head', cells: heads },
      ...lines.map((line): ShownTable['lines'][number] =>
        line.kind === 'group'
          ? {
              kind: 'sum',
              cells: [{ text: `${line.name}  ${line.count}`, across: heads.length }],
            }
          : { kind: 'row', cells: cellsOf(line, lang, check) },
      ),
    ],
  }
}

function cellsOf(
  { finding, note = '' }: Extract<Line, { kind: 'finding' }>,
  lang: Lang,
  words: Words['check'],
): ShownCell[] {
  const { left, right, difference, why, explanation, withdrawn } = finding
  const side = (text: string | null): string =>
    text === null ? '' : shownSide(text, difference !== null, words)
  return [
    finding.schoolName,
    finding.rule,
    `${finding.title} ${codesOf(finding)}`.trim(),
    words.severity[finding.severity],
    side(left),
    side(right),
    difference === null ? '' : withSeparators(difference),
    words.state[standOf(finding)],
    [note, why ? suspectedText(lang, why) : '', explanation?.text ?? '', withdrawn?.text ?? '']
      .filter((part) => part !== '')
      .join('；'),
  ]
}
