/** Height of a choice, of a line of text, and the list's own edges, in pixels. */
const CHOICE = 26
const LINE = 24
const EDGES = 8

/**
 * Where a list of choices stands so that the line being written stays in view: below it where
 * there is room, else above.
 *
 * @param copy the element that shows the same text, in the same lines, as the text field
 * @param at a place in the text in UTF-16 units
 */
export function besideCaret(
  copy: HTMLElement | null,
  at: number,
  choices: number,
): { top: number } | { bottom: number } {
  if (copy === null) return { bottom: EDGES }
  const { top, height } = copy.getBoundingClientRect()
  const line = (rectAt(copy, at)?.top ?? top) - top
  const below = line + LINE + 2
  return below + choices * CHOICE + EDGES <= height ? { top: below } : { bottom: height - line + 2 }
}

function rectAt(copy: HTMLElement, at: number): DOMRect | null {
  let passed = 0
  for (const { firstChild: text } of copy.childNodes) {
    const length = text?.textContent?.length ?? 0
    if (text !== null && at <= passed + length) {
      const range = document.createRange()
      range.setStart(text, at - passed)
      return range.getBoundingClientRect()
    }
    passed += length
  }
  return null
}
