/** Most characters a cell can hold. */
const LONGEST = 32_767

const NEEDS_ESCAPE = /_x[0-9A-Fa-f]{4}_|[^\P{Cc}\t\n]|[\uFFFE\uFFFF]|\p{Cs}/gu

/**
 * `text` so that it comes out of the file letter for letter. XML cannot hold control characters
 * and half surrogates; OOXML writes them as `_xHHHH_`, and so a text that reads like that itself
 * must be escaped as well (official returns do contain a literal `_x000D_`).
 */
function escaped(text: string): string {
  return text.replace(NEEDS_ESCAPE, (found) =>
    found.length > 1 && found.startsWith('_')
      ? `_x005F_${found.slice(1)}`
      : `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}

/**
 * Text for a cell: always a string, never a formula, whatever it begins with.
 *
 * @param mark what is put at the end of a text that is longer than a cell can be
 */
export function cellText(text: string, mark: string): string {
  if (text.length <= LONGEST) return escaped(text)
  const whole = escaped(text.slice(0, LONGEST - mark.length).replace(/\p{Cs}$/u, ''))
  return whole + mark
}

/** Width in columns of a fixed-width font: a Chinese character counts two. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1
  return width
}

const LINE = 13.5

/** Height in points of a row whose texts are wrapped in columns of the given widths; undefined when one line will do. */
export function wrappedHeight(texts: string[], widths: number[]): number | undefined {
  const lines = texts.reduce(
    (most, text, index) => Math.max(most, linesIn(text, widths[index] ?? 9)),
    1,
  )
  // Excel allows 409 points.
  return lines > 1 ? Math.min(405, lines * LINE + 3) : undefined
}

/** Lines that `text` needs in a column of `width` when wrapped. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(1, width - 1)
  return text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(textWidth(line) / room)), 0)
}
