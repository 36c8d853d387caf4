/** Powers of ten that a format may scale a figure by, with the end of a format that does (ECMA-376, 18.8.31). */
const SCALES: [power: number, format: string][] = [
  [3, '0,'],
  [4, '0!.0,'],
  [6, '0,,'],
]
const FIGURE = /^([^\d-]*)(-?[\d,]*\.?\d+)(.*)$/su

/**
 * The number format of an .ods cell, as far as it makes the figure say something else: its own
 * where the cell shows its value; else one that shows what is shown, since the styles that scale a
 * figure or put a word in its place are lost on the way.
 *
 * @param value the cell's number
 * @param shown its text on the sheet, "" where the file has none
 * @param format as the library tells it
 */
export function odsFormat(value: number, shown: string, format: string): string {
  const text = shown.trim()
  if (text === '' || format.includes('%')) return format
  const [, before = '', figure, after = ''] = FIGURE.exec(text.replaceAll('"', '')) ?? []
  if (figure === undefined) return value === 0 || /\p{N}/u.test(text) ? format : quoted(text)
  const seen = Number(figure.replaceAll(',', ''))
  const decimals = /\.(\d+)$/u.exec(figure)?.[1]?.length ?? 0
  const near = (other: number) =>
    Math.abs(Math.abs(other) - Math.abs(seen)) <= 0.51 / 10 ** decimals
  if (!Number.isFinite(seen)) return format
  if (near(value)) return ofSame(value, { before, after, figure }, format)
  const scale = SCALES.find(([power]) => near(value / 10 ** power))
  return scale === undefined ? format : `${quoted(before)}${scale[1]}${quoted(after)}`
}

/**
 * The figure is shown with its own digits, but a style that hides its sign, or puts 万 or ‰ behind
 * it, makes another one of it.
 */
function ofSame(
  value: number,
  { before, after, figure }: Record<'before' | 'after' | 'figure', string>,
  format: string,
): string {
  const below = figure.startsWith('-') || /[-−－]\s*$/u.test(before) || /^\s*[(（]/u.test(before)
  if (value !== 0 && below !== value < 0) return `"${before}${figure}${after}"`
  return /[十百千万亿‰]/u.test(after) ? `0${quoted(after)}` : format
}

function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '')}"`
}
