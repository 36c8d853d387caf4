import type { Figure } from '../../../model/draft/figure.ts'
import { breaksOf } from './breaks.ts'
import {
  isBase,
  isHeldInBrackets,
  isOnlyBefore,
  isPure,
  isReached,
  originOf,
  roleOf,
} from './role.ts'
import type { Role } from './role.ts'

/** A figure in its place of the text: what stands around it, and what part it plays there. */
export interface Mention {
  /** Index into the figures of the draft. */
  readonly index: number
  readonly figure: Figure
  readonly role: Role
  /** Paragraph, sentence and segment (a sentence's part between semicolons), counted through the text. */
  readonly line: number
  readonly sentence: number
  readonly segment: number
  /** The opening brackets around it that hold figures, outermost first, by place. */
  readonly brackets: readonly number[]
  /** Words between it and the figure, comma, 、 or bracket before it. */
  readonly lead: string
  /** All between it and the figure before, marks included, no further back than its sentence begins. */
  readonly gap: string
  /** Words of its clause before it, figures among them included. */
  readonly before: string
  /** Words behind it up to the next mark or figure, and where they end. */
  readonly tail: string
  readonly tailEnd: number
  /** What it is called by: lead and tail; of what was reached (教师由98人增加到113人) those of where it came from. */
  readonly words: string
  /** The mark behind the tail; '' where a figure follows. */
  readonly mark: string
  /** Where its clause, and its segment, begin; code points. */
  readonly clauseStart: number
  readonly segmentStart: number
  /** Its lead is made of words of change alone: it says something of the figure before it. */
  readonly pure: boolean
}

/** １９９７年 is 1997年. */
function halfWidth(words: string): string {
  return words.replaceAll(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}

/** 四个意识: what is no statistic and written in characters counts nothing here. */
function isSaying({ kind, text }: Figure): boolean {
  return kind === 'other' && !/[\d０-９]/u.test(text)
}

/**
 * The figures that can stand in a relation, in the text's order; masks, ranks and what counts
 * nothing are left out.
 *
 * @param characters the text's code points
 */
export function mentionsOf(characters: readonly string[], figures: readonly Figure[]): Mention[] {
  const breaks = breaksOf(characters, figures)
  // Blanks of the typesetting part no words: 比上年的 1187.3 亿元.
  const cut = (from: number, to: number): string =>
    halfWidth(characters.slice(from, to).join('').replaceAll(/\s/gu, ''))
  const found: Mention[] = []
  let behind = 0
  for (const [index, figure] of figures.entries()) {
    const at = breaks.at(figure.start)
    const opens = Math.max(behind, at.mark)
    const gap = cut(Math.max(behind, at.sentenceStart), figure.start)
    const next = figures[index + 1]?.start ?? characters.length
    const lead = cut(opens, figure.start)
    const mark = Math.min(next, breaks.nextMark(figure.end))
    const tail = cut(figure.end, mark)
    const before = cut(at.clause, figure.start)
    behind = figure.end
    const held = isHeldInBrackets(gap) && !figure.kind.startsWith('change')
    const following = figures[index + 1]
    const base =
      following !== undefined && isBase(figure, lead, following, cut(figure.end, following.start))
    if (figure.value === null || figure.kind === 'rank' || isSaying(figure)) continue
    const role = held || base ? 'previous' : roleOf(figure, lead, before)
    const last = found.at(-1)
    const came = role === 'level' && last?.index === index - 1 && last.role === 'previous'
    const from = came && isReached(lead) ? originOf(last.lead) : ''
    found.push({
      index,
      figure,
      role,
      words: (from === '' ? lead : from) + tail,
      line: at.line,
      sentence: at.sentence,
      segment: at.segment,
      // Held against what stands outside, it belongs there.
      brackets: held ? at.brackets.slice(0, -1) : at.brackets,
      lead,
      gap,
      before,
      tail,
      tailEnd: mark,
      mark: mark === next ? '' : (characters[mark] ?? ''),
      clauseStart: at.clause,
      segmentStart: at.segmentStart,
      pure: isPure(lead) || held || base || isOnlyBefore(lead),
    })
  }
  return found
}
