import type { Numeral } from './numeral.ts'

/** What writers put for a number that is not known yet: X, XX, ××, **, __, 〇〇. */
const MASK = /(?<![A-Za-z\d*_])(?:[Xx]{1,6}|×{1,6}|\*{1,6}|_{2,8}|〇{2,6})(?![A-Za-z\d*_])/gu

export function maskNumerals(text: string): Numeral[] {
  return [...text.matchAll(MASK)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    value: null,
    step: { units: 1n, scale: 0 },
    script: 'mask',
    negative: false,
  }))
}
