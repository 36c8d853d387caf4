import { codePoints } from '../../shared/code-points.ts'
import type { FilledSummary } from './fill.ts'

/** A stretch of one look: plain or bold, a figure or not. */
export interface Run {
  text: string
  bold: boolean
  /** Index of the figure; null for prose. */
  figure: number | null
}

/** A paragraph; level 0 is the document's title, 1 to 3 its headings, null plain text. */
export interface Paragraph {
  level: 0 | 1 | 2 | 3 | null
  runs: Run[]
}

const HEADING = /^(#{1,6})[ \t　]+/u
const INDENT = /^[ \t　]+/u

/**
 * The finished summary as paragraphs: each line one, empty lines only keep them apart. Marks of
 * headings (#) and bold type (**) and indents by spaces become looks and are gone from the text.
 */
export function paragraphsOf(filled: Pick<FilledSummary, 'text' | 'figures'>): Paragraph[] {
  let start = 0
  return filled.text.split('\n').flatMap((line): Paragraph[] => {
    const from = start
    const characters = codePoints(line)
    start += characters.length + 1
    if (line.trim() === '') return []
    const marks = HEADING.exec(line)?.[1]?.length ?? 0
    const skip = codePoints((marks > 0 ? HEADING : INDENT).exec(line)?.[0] ?? '').length
    const level = marks === 0 ? null : levelOf(marks)
    return [{ level, runs: runsOf(characters, from, skip, filled.figures) }]
  })
}

function levelOf(marks: number): 0 | 1 | 2 | 3 {
  return marks === 1 ? 0 : marks === 2 ? 1 : marks === 3 ? 2 : 3
}

function runsOf(
  characters: string[],
  from: number,
  skip: number,
  figures: FilledSummary['figures'],
): Run[] {
  const runs: Run[] = []
  let bold = false
  for (let at = skip; at < characters.length; at++) {
    const figure = figures.findIndex(({ start, end }) => from + at >= start && from + at < end)
    // Lines may end as on Windows.
    if (characters[at] === '\r') continue
    if (figure < 0 && characters[at] === '*' && characters[at + 1] === '*') {
      bold = !bold
      at++
      continue
    }
    const own = figure < 0 ? null : figure
    const last = runs.at(-1)
    const text = characters[at] ?? ''
    if (last !== undefined && last.bold === bold && last.figure === own) last.text += text
    else runs.push({ text, bold, figure: own })
  }
  return runs
}

/** The text alone, paragraphs joined by line breaks, and where each figure stands in it (code points). */
export function plainText(paragraphs: readonly Paragraph[]): {
  text: string
  figures: { figure: number; start: number; end: number }[]
} {
  const figures: { figure: number; start: number; end: number }[] = []
  let length = 0
  const lines = paragraphs.map(({ runs }) => {
    for (const { text, figure } of runs) {
      const start = length
      length += codePoints(text).length
      const last = figures.at(-1)
      if (figure === null) continue
      if (last?.figure === figure && last.end === start) last.end = length
      else figures.push({ figure, start, end: length })
    }
    length++
    return runs.map((run) => run.text).join('')
  })
  return { text: lines.join('\n'), figures }
}
