import type { ControlLine } from '../../shared/controls.ts'

export type ControlFilter = 'different' | 'equal' | 'all'

/** The lines of that kind that hold the text. */
export function wantedLines(
  lines: readonly ControlLine[],
  filter: ControlFilter,
  text: string,
): ControlLine[] {
  const wanted = text.trim().toLowerCase()
  return lines.filter(
    (line) =>
      (filter === 'all' || (filter === 'equal') === (line.difference === '0')) &&
      [
        line.scopeName,
        line.title,
        line.heading,
        line.item ?? '',
        ...line.explanations.map((one) => one.schoolName),
      ]
        .join(' ')
        .toLowerCase()
        .includes(wanted),
  )
}

export function countsOf(lines: readonly ControlLine[]): Record<ControlFilter, number> {
  const equal = lines.filter((line) => line.difference === '0').length
  return { all: lines.length, equal, different: lines.length - equal }
}
