import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const css = readFileSync(
  resolve(import.meta.dirname, '../../../src/renderer/ui/colours.css'),
  'utf8',
)
const [light = '', dark = ''] = css.split(":root[data-theme='dark']")

/** Colours by name; of the dark look those that it names itself. */
function colours(part: string): Map<string, string> {
  return new Map(
    [...part.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/giu)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}

/** Relative luminance and contrast ratio of WCAG 2.1, §1.4.3. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

/** Text on what it lies on. */
const PAIRS: [string, string[]][] = [
  ['--ink', ['--paper', '--paper-soft', '--ground', '--blue-tint', '--mark', '--doubt-fill']],
  ['--ink-soft', ['--paper', '--paper-soft', '--ground']],
  ['--ink-faint', ['--paper', '--paper-soft']],
  ['--blue-dark', ['--paper', '--blue-tint']],
  ['--rail-ink', ['--rail']],
  ['--rail-soft', ['--rail']],
  ['--good-ink', ['--paper', '--good-tint']],
  ['--doubt-ink', ['--paper', '--doubt-tint', '--doubt-fill']],
  ['--bad-ink', ['--paper', '--bad-tint', '--bad-fill']],
]

test.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('text can be read wherever it stands: %s', (_, known) => {
  const faint = PAIRS.flatMap(([text, grounds]) =>
    grounds.flatMap((ground) => {
      const ratio = contrast(known.get(text) ?? '', known.get(ground) ?? '')
      return ratio >= 4.5 ? [] : [`${text} on ${ground}: ${ratio.toFixed(2)}`]
    }),
  )
  expect(faint).toEqual([])
})

test('the dark look names every colour that the light one names', () => {
  const names = (part: string): string[] =>
    [...part.matchAll(/(--[\w-]+):/gu)].map(([, name = '']) => name).toSorted()
  expect(names(dark)).toEqual(names(light))
})
