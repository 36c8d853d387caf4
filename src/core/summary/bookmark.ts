import { codePoints } from '../../shared/code-points.ts'
import type { FigureForm } from './placeholders.ts'

/** Longest name of a bookmark that Word keeps. */
const LONGEST = 40
const MARKS: Record<FigureForm, string> = {
  value: 'v',
  number: 'n',
  change: 'c',
  'change-same': 's',
  'change-previous': 'b',
  'growth-same': 'g',
  'growth-previous': 'h',
  plan: 'p',
  'plan-change': 'd',
  'plan-share': 'f',
  years: 'y',
  'change-year': 'k',
  'growth-mean': 'm',
}

/**
 * The bookmark around a quoted figure: `hs12v_小学在校生数` for the twelfth figure, quoted with its
 * unit (v; n: bare number, c: change, and a letter for each further form, with the number of years or the
 * year where the form says one). Letters, digits and Han characters of the id stay; anything
 * else, which Word does not take, becomes `_` and its code in hexadecimal.
 *
 * @param order place among the quoted figures, from 0
 * @param of how many years, or which
 */
export function bookmarkName(
  order: number,
  form: FigureForm,
  id: string,
  of: number | null = null,
): string {
  const years = of === null ? '' : String(of)
  return cut(`hs${String(order + 1)}${MARKS[form]}${years}_${encoded(id)}`)
}

/** The indicator and form that a bookmark stands for; null for a bookmark of another kind, or of none of `ids`. */
export function readBookmark(
  name: string,
  ids: Iterable<string>,
): { order: number; form: FigureForm; of: number | null; id: string } | null {
  const match = /^hs(\d+)([a-z])(\d*)_/u.exec(name)
  if (match === null) return null
  const order = Number(match[1]) - 1
  const known = Object.entries(MARKS).find(([, mark]) => mark === match[2])?.[0]
  if (known === undefined) return null
  const form = known as FigureForm
  const years = match[3] ?? ''
  const of = years === '' ? null : Number(years)
  const fits = [...ids].filter((id) => bookmarkName(order, form, id, of) === name)
  const [id] = fits
  return id === undefined || fits.length > 1 ? null : { order, form, of, id }
}

function encoded(id: string): string {
  return codePoints(id)
    .map((character) =>
      /[\p{Script=Han}A-Za-z0-9]/u.test(character)
        ? character
        : `_${(character.codePointAt(0) ?? 0).toString(16)}`,
    )
    .join('')
}

/** At most so many UTF-16 units, never half a character. */
function cut(name: string): string {
  let short = ''
  for (const character of name) {
    if (short.length + character.length > LONGEST) break
    short += character
  }
  return short
}
