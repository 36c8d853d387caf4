import { codePoints } from '../../../shared/code-points.ts'
import type { Figure } from '../../model/draft/figure.ts'

const SPACES = /[\s\u3000]+/gu
const DIGITS = /[\d０-９.．,，%％]+/gu

/**
 * By what a figure is known from one version of a text to the next: what the sentence says of it
 * (measure, groups, unit, kind, year), not its number nor its place; the second of several that
 * say the same has a 2.
 *
 * @returns a key for each figure, each once
 */
export function figureKeys(text: string, figures: readonly Figure[]): string[] {
  const characters = codePoints(text)
  const seen = new Map<string, number>()
  return figures.map((figure) => {
    const said = saidOf(figure, characters)
    const times = (seen.get(said) ?? 0) + 1
    seen.set(said, times)
    return times === 1 ? said : `${said}|${String(times)}`
  })
}

function saidOf(figure: Figure, characters: readonly string[]): string {
  const { about, kind, unit } = figure
  const measure = about.measure === '' ? before(figure, characters) : about.measure
  const parts = [...about.group, measure, unit, kind, about.period ?? '', about.cue ?? '']
  return parts.map((part) => part.replaceAll(SPACES, '')).join('|')
}

/** Without a measure: the words before it, without their numbers. */
function before({ start }: Figure, characters: readonly string[]): string {
  const words = characters.slice(Math.max(0, start - 12), start).join('')
  return (words.split(/[，。；：,;:\n]/u).at(-1) ?? '').replaceAll(DIGITS, '#')
}
