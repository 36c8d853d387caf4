/** Lines shorter than this are headings and cells of tables, not wrapped prose. */
const SHORTEST = 15
/** Ends a paragraph, or begins a new one: a full stop, an indent, a list number. */
const ENDED = /[。！？!?]$/u
/** A line that ends so may be whole though no full stop ends it. */
const MARKED = /[；;：:）)]$/u
const BEGINS =
  /^(?: {2,}|[\t\u3000#*>-]|[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[)）、．]|[.](?!\d)))/u

/**
 * Line breaks that a page's width made, by their places in `text` (UTF-16): where many lines are as
 * long as the longest, a break at that length inside a sentence parts nothing, be it inside a number.
 */
export function softBreaks(text: string): Set<number> {
  const lines = text.split('\n')
  const widths = lines.map((line) => line.trimEnd().length)
  const width = usualWidth(widths)
  const found = new Set<number>(brokenInside(text))
  // Numbers broken in two say that lines were wrapped, be they of many lengths.
  const uneven = width === null && found.size > 0
  if (width === null && !uneven) return found
  let at = 0
  lines.forEach((line, index) => {
    const next = lines[index + 1]
    const long = widths[index] ?? 0
    const full =
      width === null
        ? long >= SHORTEST && !MARKED.test(line.trimEnd())
        : Math.abs(long - width) <= 2
    at += line.length
    if (full && next !== undefined && !ENDED.test(line.trimEnd()) && !BEGINS.test(next)) {
      for (let space = line.trimEnd().length; space < line.length; space++)
        found.add(at - line.length + space)
      found.add(at)
    }
    at += 1
  })
  return found
}

/** Breaks inside a number or its unit, whatever the lines' width: 52,⏎316人, 21630平方⏎米, 3.2个百⏎分点. */
const INSIDE =
  /(?<=(?<![\d.,])\d{1,3},)\n(?=\d{3}(?![\d.]))|(?<=\d ?[万亿]?(?:平|立))\n(?=方)|(?<=\d ?[万亿]?[平立]方)\n(?=[米公])|(?<=\d ?个)\n(?=百分点)|(?<=\d ?个?百)\n(?=分点)|(?<=\d ?个?百分)\n(?=点)|(?<=\d ?万?人)\n(?=次)/gu

function brokenInside(text: string): number[] {
  return Array.from(text.matchAll(INSIDE), ({ index }) => index)
}

/** The length at which lines are wrapped; null where they are as long as they are written. */
function usualWidth(widths: readonly number[]): number | null {
  const long = widths.filter((width) => width >= SHORTEST)
  const counts = new Map<number, number>()
  for (const width of long) counts.set(width, (counts.get(width) ?? 0) + 1)
  const near = (width: number): number =>
    [-2, -1, 0, 1, 2].reduce((sum, by) => sum + (counts.get(width + by) ?? 0), 0)
  const [best] = [...counts.keys()].toSorted((a, b) => near(b) - near(a) || b - a)
  if (best === undefined || near(best) < 3 || near(best) < long.length * 0.5) return null
  // What is longer than a full line was not wrapped.
  return long.some((width) => width > best + 4) ? null : best
}
