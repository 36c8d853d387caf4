import { fixed } from '../../indicators/evaluate.ts'
import { absolute, fraction, numberOf, over } from '../../model/number.ts'
import type { Num } from '../../model/number.ts'
import type { Figure } from '../figure.ts'

const NUMERAL = /\d[\d,， ]*(?:[.．]\d+)?(?!.*\d)/su

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
  const numeral = NUMERAL.exec(text)
  const written = numberOf((numeral?.[0] ?? '').replaceAll(/[,， ]/gu, ''))
  const own =
    figure.value === null ? null : fraction(figure.value.units, 10n ** BigInt(figure.value.scale))
  if (numeral === null || written === null || own === null) {
    return `${fixed(size, decimals)}${figure.unit}`
  }
  // 万 stands for so many.
  const scale = over(own, written) ?? 1
  const shown = over(size, scale === 0 ? 1 : scale) ?? size
  const places = figure.decimals === 0 && scale === 1 ? decimals : figure.decimals
  const grouped = /\d,\d{3}/u.test(numeral[0])
  const digits = fixed(shown, places)
  const said = grouped ? digits.replace(/\B(?=(?:\d{3})+(?!\d))/gu, ',') : digits
  return text.slice(0, numeral.index) + said + text.slice(numeral.index + numeral[0].length)
}

/**
 * How far a figure is off, at its own rounding and in its own unit; two percentages differ by
 * percentage points. What stands before the numeral (约, 超过) says nothing of a difference.
 */
export function offBy(figure: Figure, difference: Num, decimals: number): string {
  const text = readsAs(figure, difference, decimals)
  const from = NUMERAL.exec(text)?.index ?? 0
  return text.slice(from).replace(/[%％]$/u, '个百分点')
}
