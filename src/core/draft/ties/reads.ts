import { fixed } from '../../indicators/evaluate.ts'
import { absolute, compare, fraction, numberOf, over } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import type { Figure } from '../../model/draft/figure.ts'

const NUMERALS = /\d[\d,， ]*(?:[.．]\d+)?/gu

/**
 * A value as the figure would read if it said it: at its rounding, in its unit, with its marks for
 * thousands (29.48万 and 295,312 are 29.53万). Where the figure is written in words, the plain number.
 *
 * @param value in the figure's base unit
 * @param decimals of the target, for figures that quote none
 */
export function readsAs(figure: Figure, value: Num, decimals: number): string {
  const size = absolute(value)
  const text = figure.text.normalize('NFKC')
  const own =
    figure.value === null ? null : fraction(figure.value.units, 10n ** BigInt(figure.value.scale))
  const numeral = numeralOf(text, own)
  const written = numeral === undefined ? null : numberIn(numeral[0])
  if (numeral === undefined || written === null || own === null) {
    return `${fixed(size, decimals)}${figure.unit}`
  }
  const at = numeral.index ?? 0
  // 万 stands for so many.
  const scale = over(own, written) ?? 1
  const shown = over(size, scale === 0 ? 1 : scale) ?? size
  const places = figure.decimals === 0 && scale === 1 ? decimals : figure.decimals
  const grouped = /\d,\d{3}/u.test(numeral[0])
  const digits = fixed(shown, places)
  const said = grouped ? digits.replace(/\B(?=(?:\d{3})+(?!\d))/gu, ',') : digits
  return text.slice(0, at) + said + text.slice(at + numeral[0].length)
}

/** The numeral that is the figure's value (19.4 in 19.4:1), else the last. */
function numeralOf(text: string, value: Num | null): RegExpMatchArray | undefined {
  const all = [...text.matchAll(NUMERALS)]
  const same = all.find(([written]) => {
    const number = numberIn(written)
    return number !== null && value !== null && compare(number, value) === 0
  })
  return same ?? all.at(-1)
}

function numberIn(written: string): Num | null {
  return numberOf(written.replaceAll(/[,， ]/gu, '').replace('．', '.'))
}

/**
 * How far a figure is off, at its own rounding and in its own unit; two percentages differ by
 * percentage points. What stands before the numeral (约, 超过) says nothing of a difference.
 */
export function offBy(figure: Figure, difference: Num, decimals: number): string {
  // 0.2, not 0.2:1.
  if (figure.unit === '比') return fixed(absolute(difference), Math.max(decimals, figure.decimals))
  const text = readsAs(figure, difference, decimals)
  const from = Math.max(0, text.search(/\d/u))
  return text.slice(from).replace(/[%％]$/u, '个百分点')
}
