import { plainOf } from '../prose/plain.ts'

/** What stands in a cell or on a line, without the blanks around it. Offsets count code points of the draft. */
export interface Cell {
  readonly start: number
  readonly end: number
  /** Read as prose is: full-width digits and brackets are half-width. */
  readonly text: string
}

/** Longer than any cell that is read. */
const LONGEST = 60
const BARE = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u
/** What stands for a number that there is not. */
const NONE = /^(?:|-+|\/|…+|\.{3,}|无)$/u

/** A number without a unit; no code, which may begin with 0. */
export function isBare({ text }: Cell): boolean {
  return BARE.test(text) && !/^-?0\d/.test(text)
}

/** A number, with a unit or without, or what stands in its place. */
export function isNumeric({ text }: Cell): boolean {
  return NONE.test(text) || /^-?\d[\d,]*(?:\.\d+)?(?:[%‰]|[万亿]?[人名所个元])?$/u.test(text)
}

/** The stretch of the characters as a cell; the stars of bold type are blanks. What is too long for one reads as a sentence. */
export function cellOf(characters: readonly string[], from: number, to: number): Cell {
  let [start, end] = [from, to]
  while (start < end && isBlank(characters[start])) start++
  while (end > start && isBlank(characters[end - 1])) end--
  if (end - start > LONGEST) return { start, end, text: '。' }
  return { start, end, text: plainOf(characters.slice(start, end).join('')).text }
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && /^[\s*]$/u.test(character)
}

/** The lines of a draft, or the cells of one of them. */
export function splitAt(
  characters: readonly string[],
  { start, end }: Pick<Cell, 'start' | 'end'>,
  isMark: (character: string) => boolean,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let from = start
  for (let at = start; at < end; at++) {
    if (!isMark(characters[at] ?? '')) continue
    found.push({ start: from, end: at })
    from = at + 1
  }
  found.push({ start: from, end })
  return found
}
