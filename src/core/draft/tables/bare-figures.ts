import type { Figure } from '../../model/draft/figure.ts'
import { clausesIn, sentencesIn, stretchAt } from '../prose/clauses.ts'
import { plainOf } from '../prose/plain.ts'
import type { Plain } from '../prose/plain.ts'
import { isBare } from './cells.ts'
import type { Cell } from './cells.ts'
import type { Heading } from './headings.ts'
import type { Table } from './tables.ts'

/**
 * The figures that stand in tables as bare numbers: each is read as a sentence of its row, its
 * heading, the number and the heading's unit says it (城关镇在校生18642人), so that it has the value,
 * unit, kind and measure that it would have in prose. What such a sentence makes no figure of is none.
 *
 * @param read the figures of a sentence
 * @returns in the order of the tables; offsets and text are those of the number in the draft
 */
export function bareFigures(
  tables: readonly Table[],
  draft: Plain,
  read: (sentence: Plain) => Figure[],
): Figure[] {
  if (tables.length === 0) return []
  const [sentences, clauses] = [sentencesIn(draft.text), clausesIn(draft.text)]
  const places = new Map(draft.places.map((place, at) => [place, at]))
  return tables.flatMap(({ headings, rows }) =>
    rows.flatMap(({ label, cells }) =>
      headings.flatMap((heading, column) => {
        const cell = cells[column]
        if (cell === undefined || heading.unit === '' || !isBare(cell)) return []
        const figure = readCell(label, heading, cell, read)
        const at = places.get(cell.start)
        if (figure === null || at === undefined) return []
        const start = cell.start + (cell.text.startsWith('-') ? 1 : 0)
        return [
          {
            ...figure,
            start,
            end: cell.end,
            text: draft.characters.slice(start, cell.end).join(''),
            sentence: stretchAt(sentences, at)?.index ?? 0,
            clause: stretchAt(clauses, at)?.index ?? 0,
          },
        ]
      }),
    ),
  )
}

function readCell(
  row: string,
  { label, unit }: Heading,
  { text }: Cell,
  read: (sentence: Plain) => Figure[],
): Figure | null {
  const name = row.replace(/^(?:\(?\d{1,2}[.、)]|[一二三四五六七八九十]{1,3}、)/u, '')
  const measure = label.replace(/^(\d{4})$/u, '$1年').replace(/增减(?:数|情况|人数)?$/u, '增加')
  const sentence = plainOf(`${name}${measure}${text}${unit}`)
  const figure = read(sentence).at(-1)
  const start = `${name}${measure}${text}`.length - text.replace('-', '').length
  if (figure === undefined || figure.start !== start || figure.end !== sentence.text.length)
    return null
  // A minus is a decrease, or nobody can tell what it says.
  if (text.startsWith('-') && figure.direction !== 'down') return null
  if (figure.about.measure !== '') return figure
  return { ...figure, about: { ...figure.about, measure: `${name}${measure}` } }
}
