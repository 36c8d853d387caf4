import { figureForm } from '../../shared/figure-form.ts'
import type { SummaryFigureForm } from '../../shared/figure-form.ts'
import { BALANCE_NOTE } from '../../shared/balance-note.ts'

/**
 * How a figure is quoted (docs/contract.md §3): with its unit, without it, as the change on last year,
 * on the same period a year ago or on the period just before, and the last two in per cent (同比, 环比);
 * as what was planned, and as the difference from that; over several years, against an earlier one, and as
 * the average yearly growth.
 */
export type FigureForm = SummaryFigureForm

/** A placeholder as it stands in the text. */
export interface Placeholder {
  kind: 'placeholder'
  /** As written, with its braces. */
  written: string
  id: string
  /** null: what stands behind the bar is none of the forms. */
  form: FigureForm | null
  /** How many years, or which, where the form says so. */
  of: number | null
  /** Offset in the text, in code points, and place as people count it, from 1. */
  at: number
  line: number
  column: number
}

/** A summary taken apart: what is copied as it is, what is filled in, what is a note to the program. */
export type Piece =
  { kind: 'text'; text: string } | Placeholder | { kind: 'note'; text: string; at: number }

/** Whether a form compares with an earlier period. */
export function compares(form: FigureForm): boolean {
  return form.startsWith('change') || form.startsWith('growth')
}

/** A line of its own that holds a comment is a note to the program and is not part of the text. */
const PIECE = /^<!--(?<note>.*?)-->[ \t]*(?:\n|$)|\{(?<id>[^{}|\n]+)(?:\|(?<form>[^{}|\n]*))?\}/gmu

/** Takes the text of a summary apart; putting the pieces together again gives the text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  const place = { units: 0, points: 0, line: 1, column: 1 }
  const walk = (to: number): string => {
    const passed = text.slice(place.units, to)
    for (const character of passed) {
      place.points++
      place.column = character === '\n' ? 1 : place.column + 1
      if (character === '\n') place.line++
    }
    place.units = to
    return passed
  }
  for (const match of text.matchAll(PIECE)) {
    const before = walk(match.index)
    if (before !== '') pieces.push({ kind: 'text', text: before })
    const { points: at, line, column } = place
    const written = walk(match.index + match[0].length)
    const { id, form = '', note } = match.groups ?? {}
    if (id === undefined) pieces.push({ kind: 'note', text: (note ?? '').trim(), at })
    else {
      const known = figureForm(form) ?? { form: null, of: null }
      pieces.push({ kind: 'placeholder', written, id: id.trim(), ...known, at, line, column })
    }
  }
  const rest = walk(text.length)
  if (rest !== '') pieces.push({ kind: 'text', text: rest })
  return pieces
}

/** Whether the text asks for controlled rounding. */
export function asksForBalance(text: string): boolean {
  return piecesOf(text).some((piece) => piece.kind === 'note' && piece.text === BALANCE_NOTE)
}

/** A text's length as the draft checker counts: code points. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length++
  return length
}
